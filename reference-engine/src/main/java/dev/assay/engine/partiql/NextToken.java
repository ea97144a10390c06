package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a SELECT goes on. It is bound to the statement as written and to the values of its
 * parameters; a statement with a list or a map among them is never resumed, as in the service.
 */
final class NextToken {
  private @Nullable String binding;
  private @Nullable Integer range;
  private @Nullable WireAttributes lastKey;

  private NextToken() {}

  static String write(
      SelectPage.Position position, String statement, List<AttributeValue> parameters) {
    JsonWriter out =
        new JsonWriter()
            .startObject()
            .member("binding", digest(statement, parameters))
            .member("range", position.range())
            .attributes("lastKey", position.lastKey())
            .endObject();
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /**
   * Reads a token.
   *
   * @throws ServiceException if it is none, or another statement's
   */
  static SelectPage.Position read(String text, String statement, List<AttributeValue> parameters) {
    NextToken token = new NextToken();
    try {
      JsonReader in = new JsonReader(Base64.getDecoder().decode(text));
      in.request(
          name -> {
            switch (name) {
              case "binding" -> token.binding = in.string();
              case "range" -> token.range = in.integer();
              case "lastKey" -> token.lastKey = in.attributes();
              default -> in.skip();
            }
          });
    } catch (IllegalArgumentException | ServiceException e) {
      throw invalid();
    }
    return token.position(statement, parameters);
  }

  private SelectPage.Position position(String statement, List<AttributeValue> parameters) {
    if (binding == null || range == null || range < 0 || lastKey == null) {
      throw invalid();
    }
    boolean resumable =
        parameters.stream()
            .noneMatch(
                value -> value instanceof AttributeValue.L || value instanceof AttributeValue.M);
    if (!resumable || !binding.equals(digest(statement, parameters))) {
      throw ServiceException.validation("NextToken does not match request");
    }
    AttributeMap key = Objects.requireNonNull(lastKey).attributes();
    return new SelectPage.Position(range, key);
  }

  static ServiceException invalid() {
    return ServiceException.validation("Invalid NextToken");
  }

  private static String digest(String statement, List<AttributeValue> parameters) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(statement.getBytes(StandardCharsets.UTF_8));
      for (AttributeValue parameter : parameters) {
        digest.update((byte) 0);
        digest.update(new JsonWriter().value(parameter).toByteArray());
      }
      return Base64.getEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
