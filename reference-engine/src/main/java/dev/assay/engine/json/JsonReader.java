package dev.assay.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request body, shape by shape, in the order in which it was written.
 *
 * <p>Every method stands on the first token of a value and leaves on its last one. A JSON null is
 * an absent member: the method returns null. A value of the wrong JSON type is a
 * SerializationException in the service's words; so is text that is not JSON, without words.
 */
public final class JsonReader {
  /** Past this depth the service itself stops reading. */
  static final int MAX_DEPTH = 2_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Reads one member of a structure; the reader stands on its value. */
  @FunctionalInterface
  public interface Members {
    void read(String name);
  }

  /** Reads one element of a list or one value of a map. */
  @FunctionalInterface
  public interface Element<T> {
    @Nullable T read(Position position);
  }

  /** Where a value stands: the service words a wrong type differently. */
  public enum Position {
    MEMBER("Unexpected field type"),
    ELEMENT("Unexpected value type in payload");

    private final String scalarProblem;

    Position(String scalarProblem) {
      this.scalarProblem = scalarProblem;
    }
  }

  private final JsonParser parser;
  private boolean lenientRead;

  public JsonReader(byte[] body) {
    try {
      parser = FACTORY.createParser(body);
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** Reads the whole body as one structure; an array in its place counts as an empty one. */
  public void request(Members members) {
    JsonToken token = next();
    if (token == JsonToken.START_ARRAY) {
      skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      members(members);
    } else {
      throw unreadable();
    }
    if (next() != null) {
      throw unreadable();
    }
  }

  /**
   * Whether the request held a value that the service reads with its older layer: a boolean that
   * was written as a string, or an attribute value of two types.
   */
  public boolean readLeniently() {
    return lenientRead;
  }

  void markLenientRead() {
    lenientRead = true;
  }

  public @Nullable String string() {
    return switch (token()) {
      case VALUE_STRING -> text();
      case VALUE_NULL -> null;
      case START_ARRAY -> throw wrongType("Unrecognized collection type class java.lang.String");
      case START_OBJECT -> throw structureNotExpected();
      default -> throw wrongType(tokenName() + " cannot be converted to String");
    };
  }

  /** A 32-bit integer: fractions are dropped and magnitudes saturate, as the service does. */
  public @Nullable Integer integer() {
    Long value = number("Integer");
    return value == null
        ? null
        : (Integer) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  public @Nullable Long longInteger() {
    return number("Long");
  }

  private @Nullable Long number(String javaType) {
    return switch (token()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> saturated();
      case VALUE_NULL -> null;
      case START_ARRAY ->
          throw wrongType("Unrecognized collection type class java.lang." + javaType);
      case START_OBJECT -> throw structureNotExpected();
      default -> throw wrongType(tokenName() + " cannot be converted to " + javaType);
    };
  }

  private long saturated() {
    try {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
        return parser.getLongValue();
      }
      double value = Double.parseDouble(parser.getText());
      return (long) value;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  public @Nullable Double decimal() {
    return switch (token()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        try {
          yield Double.valueOf(parser.getText());
        } catch (IOException e) {
          throw unreadable();
        }
      }
      case VALUE_NULL -> null;
      case START_ARRAY -> throw wrongType("Unrecognized collection type class java.lang.Double");
      case START_OBJECT -> throw structureNotExpected();
      default -> throw wrongType(tokenName() + " cannot be converted to Double");
    };
  }

  /** A boolean, or one of the strings that the service takes for one. */
  public @Nullable Boolean bool() {
    return switch (token()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_STRING -> lenientBoolean(text());
      case START_ARRAY -> throw wrongType("Unrecognized collection type class java.lang.Boolean");
      case START_OBJECT -> throw structureNotExpected();
      default -> throw wrongType(tokenName() + " cannot be converted to Boolean");
    };
  }

  static boolean lenientBoolean(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> true;
      case "false", "f", "no", "n", "0" -> false;
      default -> throw wrongType("Unexpected token received from parser");
    };
  }

  /**
   * A structure.
   *
   * @param shape the model's name of the structure, which one error message prints
   * @return false if it was null
   */
  public boolean structure(String shape, Position position, Members members) {
    switch (token()) {
      case START_OBJECT -> members(members);
      case VALUE_NULL -> {
        return false;
      }
      case START_ARRAY -> throw wrongType("Unrecognized collection type class " + model(shape));
      default -> throw wrongType(position.scalarProblem);
    }
    return true;
  }

  public boolean structure(String shape, Members members) {
    return structure(shape, Position.MEMBER, members);
  }

  /** A list; elements that are null are left out. */
  public <T> @Nullable List<T> list(Position position, Element<T> element) {
    switch (token()) {
      case START_ARRAY -> {
        List<T> elements = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
          T value = element.read(Position.ELEMENT);
          if (value != null) {
            elements.add(value);
          }
        }
        return elements;
      }
      case VALUE_NULL -> {
        return null;
      }
      case START_OBJECT -> throw structureNotExpected();
      default -> throw wrongType(position.scalarProblem);
    }
  }

  public <T> @Nullable List<T> list(Element<T> element) {
    return list(Position.MEMBER, element);
  }

  public @Nullable List<String> strings() {
    return list(position -> string());
  }

  /**
   * A map from strings, in the order written; of a repeated key the last value counts.
   *
   * @param valueType the Java type that one error message prints for its values
   */
  public <T> @Nullable Map<String, T> map(String valueType, Position position, Element<T> element) {
    switch (token()) {
      case START_OBJECT -> {
        Map<String, T> entries = new LinkedHashMap<>();
        members(
            name -> {
              T value = element.read(Position.ELEMENT);
              if (value != null) {
                entries.put(name, value);
              }
            });
        return entries;
      }
      case VALUE_NULL -> {
        return null;
      }
      case START_ARRAY ->
          throw wrongType(
              "Unrecognized collection type java.util.Map<java.lang.String, " + valueType + ">");
      default -> throw wrongType(position.scalarProblem);
    }
  }

  public @Nullable Map<String, String> stringMap() {
    return map("java.lang.String", Position.MEMBER, position -> string());
  }

  /** The attributes of an item or a key; null if the member is null. */
  public @Nullable WireAttributes attributes() {
    return new AttributeReader(this).attributes(Position.MEMBER);
  }

  public @Nullable WireAttributes attributes(Position position) {
    return new AttributeReader(this).attributes(position);
  }

  /** One attribute value on its own; null if the member is null. */
  public @Nullable WireValue value(Position position) {
    return new AttributeReader(this).single(position);
  }

  /** Passes over a member that the operation does not have. */
  public void skip() {
    skipChildren();
  }

  /** The full name of a shape of the model, as error messages print it. */
  public static String model(String shape) {
    return "com.amazonaws.dynamodb.v20120810." + shape;
  }

  private void members(Members members) {
    try {
      String name;
      while ((name = parser.nextFieldName()) != null) {
        next();
        members.read(name);
      }
    } catch (IOException e) {
      throw unreadable();
    }
  }

  void eachMember(Members members) {
    members(members);
  }

  /**
   * How much has been read, as {@code line 1 column 17}: columns are bytes and the last one read
   * counts. A scalar that stands here has been read to its end, a list or a map not at all.
   */
  String place() {
    text(); // strings are read no sooner than they are looked at
    JsonLocation end = parser.currentLocation();
    int column = end.getColumnNr() - (token().isStructStart() ? 2 : 1);
    return "line " + end.getLineNr() + " column " + column;
  }

  JsonToken token() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw unreadable();
    }
    return token;
  }

  @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The next token inside something that is still open. */
  JsonToken nextInside() {
    JsonToken token = next();
    if (token == null) {
      throw unreadable();
    }
    return token;
  }

  String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  void skipChildren() {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** What the service calls the scalar that stands here. */
  String tokenName() {
    return switch (token()) {
      case VALUE_NUMBER_INT -> "NUMBER_VALUE";
      case VALUE_NUMBER_FLOAT -> "DECIMAL_VALUE";
      case VALUE_TRUE -> "TRUE_VALUE";
      case VALUE_FALSE -> "FALSE_VALUE";
      default -> "STRING_VALUE";
    };
  }

  static ServiceException structureNotExpected() {
    return wrongType("Start of structure or map found where not expected");
  }

  static ServiceException wrongType(String message) {
    return new ServiceException(ErrorType.SERIALIZATION, message);
  }

  static ServiceException unreadable() {
    return new ServiceException(ErrorType.SERIALIZATION, null);
  }
}
