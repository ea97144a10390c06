package dev.assay.engine.auth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a small JSON document whole; it is configuration, never a request of the API. */
final class JsonDocument {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;

  private JsonDocument(JsonParser parser) {
    this.parser = parser;
  }

  /** The document as a field without a name. */
  static Field read(String text) throws AuthFormatException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonDocument document = new JsonDocument(parser);
      if (parser.nextToken() == null) {
        throw new AuthFormatException(1, "", "the document is empty");
      }
      Json root = document.value("");
      if (parser.nextToken() != null) {
        throw new AuthFormatException(document.line(), "", "there is more after the document");
      }
      return new Field("", root);
    } catch (JacksonException e) {
      throw new AuthFormatException(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "",
          "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new AuthFormatException(1, "", "cannot be read: " + e.getMessage());
    }
  }

  private Json value(String path) throws IOException, AuthFormatException {
    int line = line();
    return switch (parser.currentToken()) {
      case START_OBJECT -> struct(path, line);
      case START_ARRAY -> array(path, line);
      case VALUE_STRING -> new Json.Text(parser.getText(), line);
      case VALUE_NULL -> new Json.Null(line);
      default -> new Json.Scalar(parser.getText(), line);
    };
  }

  private Json struct(String path, int line) throws IOException, AuthFormatException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String memberPath = Field.memberPath(path, name);
      int nameLine = line();
      parser.nextToken();
      if (members.put(name, value(memberPath)) != null) {
        throw new AuthFormatException(nameLine, memberPath, "stands here a second time");
      }
    }
    return new Json.Struct(members, line);
  }

  private Json array(String path, int line) throws IOException, AuthFormatException {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(path + '[' + elements.size() + ']'));
    }
    return new Json.Array(elements, line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
