package dev.assay.proxy.inject;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Bodies read as the JSON objects that they should be. */
public final class JsonBody {
  /** What 16 MB of JSON may become when they are unpacked; more is a bomb and is not read. */
  private static final int MAX_UNPACKED_BYTES = 64 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(MAX_UNPACKED_BYTES)
                          .maxNumberLength(1000)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, true)
          .build();

  private JsonBody() {}

  /**
   * The object, or empty when the bytes are something else: what to do with those is the store's to
   * say.
   *
   * @param contentEncoding gzip and deflate are unpacked; null for none
   */
  public static Optional<ObjectNode> read(byte[] body, @Nullable String contentEncoding) {
    try (InputStream unpacked = unpacked(body, contentEncoding)) {
      byte[] plain = unpacked.readNBytes(MAX_UNPACKED_BYTES + 1);
      if (plain.length > MAX_UNPACKED_BYTES) {
        return Optional.empty();
      }
      JsonNode read = MAPPER.readTree(plain);
      return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The object as a body without encoding. */
  public static byte[] write(ObjectNode object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream unpacked(byte[] body, @Nullable String contentEncoding)
      throws IOException {
    InputStream packed = new ByteArrayInputStream(body);
    if ("gzip".equalsIgnoreCase(contentEncoding)) {
      return new GZIPInputStream(packed);
    }
    return "deflate".equalsIgnoreCase(contentEncoding) ? new InflaterInputStream(packed) : packed;
  }
}
