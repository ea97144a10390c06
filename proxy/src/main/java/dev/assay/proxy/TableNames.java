package dev.assay.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a request's body which tables it names: {@code TableName} at the top and in the
 * members of TransactItems, the keys of RequestItems, and the target of PartiQL statements. An ARN
 * counts as the table that it ends with.
 *
 * <p>Bodies that are cut off or are not JSON give the names that were read before the fault: what
 * to do with such a body is the store's to say.
 */
final class TableNames {
  /**
   * Deep enough for any request that the service takes, and a bound on what a hostile one costs.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(ProxySettings.MAX_BODY_BYTES)
                  .maxDocumentLength(4L * ProxySettings.MAX_BODY_BYTES)
                  .build())
          .build();

  private static final Pattern QUOTED_TEXT = Pattern.compile("'(?:[^']|'')*+'");
  private static final Pattern STATEMENT_TARGET =
      Pattern.compile(
          "\\b(?:FROM|INTO|UPDATE)\\s+(?:\"([^\"]+)\"|([A-Za-z0-9_-]+))", Pattern.CASE_INSENSITIVE);

  private TableNames() {}

  /**
   * @param contentEncoding the body's Content-Encoding, or null for none
   */
  static Set<String> in(InputStream body, @Nullable String contentEncoding) {
    Set<String> names = new LinkedHashSet<>();
    collect(body, contentEncoding, names);
    return names;
  }

  /** The same, but no name at all unless the body is JSON to its end. */
  static Set<String> inWhole(InputStream body, @Nullable String contentEncoding) {
    Set<String> names = new LinkedHashSet<>();
    return collect(body, contentEncoding, names) ? names : Set.of();
  }

  /** Whether the body is JSON to its end. */
  private static boolean collect(
      InputStream body, @Nullable String contentEncoding, Set<String> names) {
    try (JsonParser parser = JSON.createParser(decoded(body, contentEncoding))) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, names);
      }
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      // Not for the proxy to refuse: see the type's comment.
      return false;
    }
  }

  /**
   * The same for a body that is in memory; with an operation on a single table the first name ends
   * the reading, since most of a body comes after it.
   */
  static Set<String> in(byte[] body, @Nullable String contentEncoding, String operation) {
    if (contentEncoding != null || namesSeveral(operation)) {
      return in(new ByteArrayInputStream(body), contentEncoding);
    }
    Set<String> names = new LinkedHashSet<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (names.isEmpty() && parser.nextToken() == JsonToken.FIELD_NAME) {
          member(parser, names);
        }
      }
    } catch (IOException e) {
      // Not for the proxy to refuse: see the type's comment.
    }
    return names;
  }

  private static boolean namesSeveral(String operation) {
    return operation.startsWith("Batch")
        || operation.startsWith("Transact")
        || operation.startsWith("Execute")
        || operation.isEmpty();
  }

  private static InputStream decoded(InputStream body, @Nullable String contentEncoding)
      throws IOException {
    if ("gzip".equalsIgnoreCase(contentEncoding)) {
      return new GZIPInputStream(body);
    }
    return "deflate".equalsIgnoreCase(contentEncoding) ? new InflaterInputStream(body) : body;
  }

  private static void object(JsonParser parser, Set<String> names) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      member(parser, names);
    }
  }

  private static void member(JsonParser parser, Set<String> names) throws IOException {
    String field = parser.currentName();
    JsonToken value = parser.nextToken();
    switch (field) {
      case "TableName", "GlobalTableName", "TableArn", "ResourceArn" -> {
        if (value == JsonToken.VALUE_STRING) {
          named(parser.getText(), names);
        } else {
          parser.skipChildren();
        }
      }
      case "Statement" -> {
        if (value == JsonToken.VALUE_STRING) {
          statement(parser.getText(), names);
        } else {
          parser.skipChildren();
        }
      }
      case "RequestItems" -> keys(parser, value, names);
      case "TransactItems", "TransactStatements", "Statements" -> members(parser, value, names);
      // The members of TransactItems wrap the request in the name of its kind.
      case "Put", "Update", "Delete", "ConditionCheck", "Get" -> {
        if (value == JsonToken.START_OBJECT) {
          object(parser, names);
        } else {
          parser.skipChildren();
        }
      }
      default -> parser.skipChildren();
    }
  }

  private static void members(JsonParser parser, JsonToken value, Set<String> names)
      throws IOException {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    for (JsonToken member = parser.nextToken();
        member != null && member != JsonToken.END_ARRAY;
        member = parser.nextToken()) {
      if (member == JsonToken.START_OBJECT) {
        object(parser, names);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void keys(JsonParser parser, JsonToken value, Set<String> names)
      throws IOException {
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      named(parser.currentName(), names);
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static void named(String nameOrArn, Set<String> names) {
    if (!nameOrArn.startsWith("arn:")) {
      names.add(nameOrArn);
      return;
    }
    int start = nameOrArn.indexOf(":table/");
    if (start >= 0) {
      String rest = nameOrArn.substring(start + ":table/".length());
      int end = rest.indexOf('/');
      names.add(end < 0 ? rest : rest.substring(0, end));
    }
  }

  private static void statement(String partiql, Set<String> names) {
    Matcher target = STATEMENT_TARGET.matcher(QUOTED_TEXT.matcher(partiql).replaceAll("''"));
    while (target.find()) {
      String quoted = target.group(1);
      named(quoted != null ? quoted : target.group(2), names);
    }
  }
}
