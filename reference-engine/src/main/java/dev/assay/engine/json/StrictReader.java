package dev.assay.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body as the front end of SearchVectors does, which is not that of the other
 * operations: a null where a value belongs is refused, and a wrong type is reported with its place
 * in the text (fact 188).
 */
public final class StrictReader {
  /** The order in which an unknown type's refusal lists those that there are is not known. */
  private static final String TYPES = "`S`, `N`, `B`, `SS`, `NS`, `BS`, `M`, `L`, `NULL`, `BOOL`";

  private final JsonReader reader;

  public StrictReader(JsonReader reader) {
    this.reader = reader;
  }

  /** Reads the whole body as one structure. */
  public void request(JsonReader.Members members) {
    try {
      reader.request(members);
    } catch (ServiceException refusal) {
      throw refusal.type() == ErrorType.SERIALIZATION ? refused(refusal.getMessage()) : refusal;
    }
  }

  /** Passes over a member that the operation does not have. */
  public void skip() {
    reader.skip();
  }

  public String string() {
    if (reader.token() != JsonToken.VALUE_STRING) {
      throw wrongType("a string");
    }
    return reader.text();
  }

  /** A string that may be null. */
  public @Nullable String optionalString() {
    return reader.token() == JsonToken.VALUE_NULL ? null : string();
  }

  /**
   * A 32-bit integer.
   *
   * @throws ServiceException ValidationException if it is an integer, but a larger one
   */
  public int integer() {
    if (reader.token() != JsonToken.VALUE_NUMBER_INT) {
      throw wrongType("i32");
    }
    BigInteger value = new BigInteger(reader.text());
    if (value.bitLength() >= Integer.SIZE) {
      throw ServiceException.validation(
          "invalid value: integer `" + value + "`, expected i32 at " + reader.place());
    }
    return value.intValue();
  }

  /** A map from strings to strings, which may be null. */
  public @Nullable Map<String, String> optionalStrings() {
    if (reader.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    requireStart(JsonToken.START_OBJECT, "a map");
    Map<String, String> entries = new LinkedHashMap<>();
    reader.eachMember(name -> entries.put(name, string()));
    return entries;
  }

  /** Attribute values by name, which may be null; of a repeated name the last one counts. */
  public @Nullable WireAttributes optionalAttributes() {
    if (reader.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    requireStart(JsonToken.START_OBJECT, "a map");
    AttributeMap.Builder attributes = AttributeMap.builder();
    ValueProblem[] problem = new ValueProblem[1];
    String[] problemName = new String[1];
    reader.eachMember(
        name -> {
          WireValue value = value();
          if (problem[0] == null && value.problem() != null) {
            problem[0] = value.problem();
            problemName[0] = name;
          }
          attributes.put(name, value.value());
        });
    return new WireAttributes(attributes.build(), problem[0], problemName[0]);
  }

  /** A list of attribute values. */
  public List<WireValue> values() {
    requireStart(JsonToken.START_ARRAY, "a sequence");
    List<WireValue> values = new ArrayList<>();
    while (reader.nextInside() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return values;
  }

  /** An attribute value: one that is null, empty or of two types is refused without words. */
  private WireValue value() {
    if (reader.token() != JsonToken.START_OBJECT) {
      throw refused(null);
    }
    List<WireValue> typed = new ArrayList<>(1);
    reader.eachMember(type -> typed.add(typed(type)));
    if (typed.size() != 1) {
      throw refused(null);
    }
    return typed.getFirst();
  }

  private WireValue typed(String type) {
    return switch (type) {
      case "S" -> clean(new AttributeValue.S(string()));
      case "N" -> number(string());
      case "B" -> clean(new AttributeValue.B(binary(string())));
      case "BOOL", "NULL", "SS", "NS", "BS", "L", "M" -> ofNoUse(type);
      default -> {
        throw refused(
            "unknown variant `" + type + "`, expected one of " + TYPES + " at " + reader.place());
      }
    };
  }

  /** A search compares with strings, numbers and bytes alone; of another value the type counts. */
  private WireValue ofNoUse(String type) {
    if (reader.token() == JsonToken.VALUE_NULL) {
      throw wrongType(
          switch (type) {
            case "BOOL", "NULL" -> "a boolean";
            case "M" -> "a map";
            default -> "a sequence";
          });
    }
    reader.skip();
    return clean(
        switch (type) {
          case "BOOL" -> AttributeValue.Bool.TRUE;
          case "L" -> new AttributeValue.L(List.of());
          case "M" -> new AttributeValue.M(AttributeMap.EMPTY);
          case "SS" -> AttributeValue.SS.of(List.of());
          case "NS" -> new AttributeValue.NS(List.of());
          case "BS" -> new AttributeValue.BS(List.of());
          default -> AttributeValue.Null.INSTANCE;
        });
  }

  private static WireValue number(String text) {
    try {
      return clean(new AttributeValue.N(DynamoNumber.parse(text)));
    } catch (NumberProblemException e) {
      return new WireValue(
          AttributeValue.Null.INSTANCE, new ValueProblem.BadNumber(e.problem(), text));
    }
  }

  private static Binary binary(String text) {
    try {
      return Binary.wrap(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw refused(null);
    }
  }

  private static WireValue clean(AttributeValue value) {
    return new WireValue(value, null);
  }

  private void requireStart(JsonToken start, String expected) {
    if (reader.token() != start) {
      throw wrongType(expected);
    }
  }

  private ServiceException wrongType(String expected) {
    String found =
        switch (reader.token()) {
          case VALUE_NULL -> "null";
          case VALUE_STRING -> "string \"" + reader.text() + "\"";
          case VALUE_NUMBER_INT -> "integer `" + reader.text() + "`";
          case VALUE_NUMBER_FLOAT -> "floating point `" + reader.text() + "`";
          case VALUE_TRUE -> "boolean `true`";
          case VALUE_FALSE -> "boolean `false`";
          case START_ARRAY -> "sequence";
          default -> "map";
        };
    return refused("invalid type: " + found + ", expected " + expected + " at " + reader.place());
  }

  private static ServiceException refused(@Nullable String message) {
    return new ServiceException(ErrorType.SEARCH_SERIALIZATION, message);
  }
}
