package dev.assay.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the short name of an error, as {@code ValidationException}, from the body of an answer. */
final class ErrorType {
  private static final JsonFactory JSON = new JsonFactory();

  private ErrorType() {}

  /** The name, or the empty string when the body has none. */
  static String in(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean type = parser.currentName().equals("__type");
        if (parser.nextToken() == JsonToken.VALUE_STRING && type) {
          String whole = parser.getText();
          return whole.substring(whole.indexOf('#') + 1);
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // A body that is not JSON has no type; the journal shows the body itself.
    }
    return "";
  }
}
