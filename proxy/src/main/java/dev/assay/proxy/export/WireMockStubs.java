package dev.assay.proxy.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Mapping files for WireMock 3, one for each exchange, in the folder {@code mappings} of a root
 * directory. The same request asked again gets the answers in the order in which they were given,
 * and the last of them from then on: WireMock's scenarios, one for each different request.
 */
public final class WireMockStubs implements JournalExport {
  /** Of the connection and of the moment, which are the stub server's own. */
  private static final Set<String> NOT_REPLAYED =
      Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "date");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final String FIRST_STATE = "Started";

  private final Path mappings;

  /** How often a request was seen, and where last. */
  private record Seen(int times, long sequence) {}

  /** By the request's digest: all that is kept in memory. */
  private final Map<String, Seen> seen = new HashMap<>();

  /**
   * @param root WireMock's root directory; made when absent
   */
  public WireMockStubs(Path root) throws IOException {
    this.mappings = Files.createDirectories(root.resolve("mappings"));
  }

  /** Exchanges without an answer, or of which the journal kept only a part, cannot be stubs. */
  @Override
  public boolean write(Exchange exchange) throws IOException {
    if (exchange.status() == 0
        || exchange.request().truncated()
        || exchange.response().truncated()) {
      return false;
    }
    String key = digest(exchange);
    Seen earlier = seen.getOrDefault(key, new Seen(0, 0));
    seen.put(key, new Seen(earlier.times() + 1, exchange.sequence()));
    int before = earlier.times();
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    mapping.put(
        "id",
        UUID.nameUUIDFromBytes(("assay-" + exchange.sequence()).getBytes(StandardCharsets.UTF_8))
            .toString());
    mapping.put("name", name(exchange));
    mapping.put("scenarioName", "assay-" + key);
    mapping.put("requiredScenarioState", before == 0 ? FIRST_STATE : state(before));
    request(exchange, mapping.putObject("request"));
    response(exchange, mapping.putObject("response"));
    store(exchange.sequence(), mapping);
    if (before > 0) {
      leadOn(earlier.sequence(), state(before));
    }
    return true;
  }

  /** An answer was not the last after all: once given, it makes room for the next. */
  private void leadOn(long sequence, String next) throws IOException {
    ObjectNode mapping = (ObjectNode) JSON.readTree(file(sequence).toFile());
    store(sequence, mapping.put("newScenarioState", next));
  }

  private void store(long sequence, ObjectNode mapping) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file(sequence).toFile(), mapping);
  }

  private Path file(long sequence) {
    return mappings.resolve("%09d.json".formatted(sequence));
  }

  private static String state(int number) {
    return "answered-" + number;
  }

  private static String name(Exchange exchange) {
    return (exchange.operation().isEmpty() ? exchange.method() : exchange.operation())
        + " #"
        + exchange.sequence();
  }

  private static void request(Exchange exchange, ObjectNode request) {
    int blank = exchange.method().indexOf(' ');
    request.put("method", exchange.method().substring(0, blank));
    request.put("url", exchange.method().substring(blank + 1));
    header(exchange.request(), "x-amz-target")
        .ifPresent(
            target ->
                request.putObject("headers").putObject("X-Amz-Target").put("equalTo", target));
    byte[] body = exchange.request().body();
    if (body.length == 0) {
      return;
    }
    ObjectNode pattern = request.putArray("bodyPatterns").addObject();
    if (isJson(body)) {
      pattern.put("equalToJson", new String(body, StandardCharsets.UTF_8));
      pattern.put("ignoreArrayOrder", false);
      pattern.put("ignoreExtraElements", false);
    } else {
      pattern.put("binaryEqualTo", Base64.getEncoder().encodeToString(body));
    }
  }

  private static boolean isJson(byte[] body) {
    try {
      return body.length > 0
          && (body[0] == '{' || body[0] == '[')
          && !JSON.readTree(body).isMissingNode();
    } catch (IOException e) {
      return false;
    }
  }

  private static void response(Exchange exchange, ObjectNode response) {
    response.put("status", exchange.status());
    ObjectNode headers = response.putObject("headers");
    for (Map.Entry<String, String> header : exchange.response().headers()) {
      if (!NOT_REPLAYED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.put(header.getKey(), header.getValue());
      }
    }
    response.put("base64Body", Base64.getEncoder().encodeToString(exchange.response().body()));
  }

  private static Optional<String> header(Message message, String name) {
    return message.headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** WireMock takes two spellings of the same JSON for the same request, and so must we. */
  private static byte[] canonical(byte[] body) {
    try {
      return isJson(body) ? SORTED.writeValueAsBytes(SORTED.readValue(body, Object.class)) : body;
    } catch (IOException e) {
      return body;
    }
  }

  private static String digest(Exchange exchange) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(exchange.method().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(exchange.operation().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(canonical(exchange.request().body()));
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void finish() throws IOException {}
}
