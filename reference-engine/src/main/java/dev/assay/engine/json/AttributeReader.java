package dev.assay.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attribute values and keeps the first problem among them, in document order (fact 176). */
final class AttributeReader {
  /** Levels of lists and maps that a value may have around its leaf (fact 46). */
  private static final int MAX_LEVELS = 32;

  /**
   * Deeper values are refused anyway, and every level takes some of the thread's stack; so what
   * lies below this one is skipped. Well past the second threshold near 62 (fact 49).
   */
  private static final int MAX_READ_LEVELS = 200;

  private static final AttributeValue PLACEHOLDER = AttributeValue.Null.INSTANCE;

  private final JsonReader reader;
  private @Nullable ValueProblem problem;

  AttributeReader(JsonReader reader) {
    this.reader = reader;
  }

  @Nullable WireAttributes attributes(Position position) {
    switch (reader.token()) {
      case START_OBJECT -> {}
      case VALUE_NULL -> {
        return null;
      }
      case START_ARRAY ->
          throw JsonReader.wrongType(
              "Unrecognized collection type java.util.Map<java.lang.String, "
                  + JsonReader.model("AttributeValue")
                  + ">");
      default ->
          throw JsonReader.wrongType(
              position == Position.MEMBER
                  ? "Unexpected field type"
                  : "Unexpected value type in payload");
    }
    AttributeMap.Builder attributes = AttributeMap.builder();
    String[] problemName = new String[1];
    reader.eachMember(
        name -> {
          boolean clean = problem == null;
          AttributeValue value = value(Position.ELEMENT, 1);
          if (name.isEmpty()) {
            report(new ValueProblem.EmptyName());
          }
          if (clean && problem != null) {
            problemName[0] = name;
          }
          if (value != null) {
            attributes.put(name, value);
          }
        });
    return new WireAttributes(attributes.build(), problem, problemName[0]);
  }

  @Nullable WireValue single(Position position) {
    AttributeValue value = value(position, 1);
    return value == null ? null : new WireValue(value, problem);
  }

  private void report(ValueProblem found) {
    if (problem == null) {
      problem = found;
    }
  }

  /** One value, standing {@code level} levels deep; null for a JSON null. */
  private @Nullable AttributeValue value(Position position, int level) {
    switch (reader.token()) {
      case START_OBJECT -> {}
      case VALUE_NULL -> {
        return null;
      }
      case START_ARRAY ->
          throw JsonReader.wrongType(
              "Unrecognized collection type class " + JsonReader.model("AttributeValue"));
      default ->
          throw JsonReader.wrongType(
              position == Position.MEMBER
                  ? "Unexpected field type"
                  : "Unexpected value type in payload");
    }
    if (level > MAX_READ_LEVELS) {
      reader.skip();
      report(new ValueProblem.TooDeep(level));
      return PLACEHOLDER;
    }
    AttributeValue found = null;
    int types = 0;
    while (reader.nextInside() != JsonToken.END_OBJECT) {
      String type = reader.text();
      AttributeValue read = reader.nextInside() == JsonToken.VALUE_NULL ? null : typed(type, level);
      if (read != null) {
        types++;
        found = read;
      }
    }
    if (types == 0) {
      report(new ValueProblem.Empty());
      return PLACEHOLDER;
    }
    if (types > 1) {
      reader.markLenientRead();
      report(new ValueProblem.SeveralTypes());
    }
    return found;
  }

  private @Nullable AttributeValue typed(String type, int level) {
    switch (type) {
      case "S" -> {
        String text = reader.string();
        return text == null ? null : new AttributeValue.S(text);
      }
      case "N" -> {
        String text = reader.string();
        DynamoNumber number = text == null ? null : number(text);
        return number == null ? PLACEHOLDER : new AttributeValue.N(number);
      }
      case "B" -> {
        return new AttributeValue.B(binary());
      }
      case "BOOL" -> {
        return AttributeValue.Bool.of(flag());
      }
      case "NULL" -> {
        if (!flag()) {
          report(new ValueProblem.NullFalse());
        }
        return AttributeValue.Null.INSTANCE;
      }
      case "L" -> {
        return list(level);
      }
      case "M" -> {
        return map(level);
      }
      case "SS" -> {
        return stringSet();
      }
      case "NS" -> {
        return numberSet();
      }
      case "BS" -> {
        return binarySet();
      }
      default -> {
        reader.skip();
        return null;
      }
    }
  }

  private boolean flag() {
    if (reader.token() == JsonToken.VALUE_STRING) {
      reader.markLenientRead();
    } else if (reader.token() == JsonToken.START_ARRAY) {
      throw JsonReader.unreadable();
    }
    return Boolean.TRUE.equals(reader.bool());
  }

  private @Nullable DynamoNumber number(String text) {
    try {
      return DynamoNumber.parse(text);
    } catch (NumberProblemException e) {
      report(new ValueProblem.BadNumber(e.problem(), text));
      return null;
    }
  }

  private Binary binary() {
    switch (reader.token()) {
      case VALUE_STRING -> {}
      case START_ARRAY ->
          throw JsonReader.wrongType("Unrecognized collection type class java.nio.ByteBuffer");
      case START_OBJECT -> throw JsonReader.structureNotExpected();
      default ->
          throw JsonReader.wrongType("only base-64-encoded strings are convertible to bytes");
    }
    String text = reader.text();
    if (text.length() % 4 != 0) {
      throw JsonReader.wrongType(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    try {
      return Binary.wrap(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw JsonReader.wrongType("Invalid last non-pad Base64 character dectected");
    }
  }

  private AttributeValue list(int level) {
    openList();
    int inner = level + 1;
    List<AttributeValue> elements = new ArrayList<>();
    while (reader.nextInside() != JsonToken.END_ARRAY) {
      AttributeValue element = value(Position.ELEMENT, inner);
      if (element == null) {
        report(new ValueProblem.Empty());
      } else {
        elements.add(element);
      }
    }
    if (inner > MAX_LEVELS) {
      report(new ValueProblem.TooDeep(inner));
      return PLACEHOLDER;
    }
    return new AttributeValue.L(elements);
  }

  private AttributeValue map(int level) {
    switch (reader.token()) {
      case START_OBJECT -> {}
      case START_ARRAY ->
          throw JsonReader.wrongType(
              "Unrecognized collection type java.util.Map<java.lang.String, "
                  + JsonReader.model("AttributeValue")
                  + ">");
      default -> throw JsonReader.wrongType("Unexpected field type");
    }
    int inner = level + 1;
    AttributeMap.Builder entries = AttributeMap.builder();
    while (reader.nextInside() != JsonToken.END_OBJECT) {
      String name = reader.text();
      reader.nextInside();
      AttributeValue entry = value(Position.ELEMENT, inner);
      if (name.isEmpty()) {
        report(new ValueProblem.EmptyName());
      }
      if (entry == null) {
        report(new ValueProblem.Empty());
      } else {
        entries.put(name, entry);
      }
    }
    if (inner > MAX_LEVELS) {
      report(new ValueProblem.TooDeep(inner));
      return PLACEHOLDER;
    }
    return new AttributeValue.M(entries.build());
  }

  private void openList() {
    switch (reader.token()) {
      case START_ARRAY -> {}
      case START_OBJECT -> throw JsonReader.structureNotExpected();
      default -> throw JsonReader.wrongType("Unexpected field type");
    }
  }

  private AttributeValue stringSet() {
    openList();
    List<String> members = new ArrayList<>();
    while (reader.nextInside() != JsonToken.END_ARRAY) {
      String member = reader.string();
      if (member != null) {
        members.add(member);
      }
    }
    if (members.isEmpty()) {
      report(new ValueProblem.EmptySet("string"));
      return PLACEHOLDER;
    }
    if (new HashSet<>(members).size() < members.size()) {
      report(new ValueProblem.DuplicateStrings(members));
    }
    return AttributeValue.SS.of(members);
  }

  private AttributeValue numberSet() {
    openList();
    List<DynamoNumber> members = new ArrayList<>();
    boolean empty = true;
    while (reader.nextInside() != JsonToken.END_ARRAY) {
      String text = reader.string();
      if (text != null) {
        empty = false;
        DynamoNumber member = number(text);
        if (member != null) {
          members.add(member);
        }
      }
    }
    if (empty) {
      report(new ValueProblem.EmptySet("number"));
      return PLACEHOLDER;
    }
    if (new HashSet<>(members).size() < members.size()) {
      report(new ValueProblem.DuplicateNumbers());
    }
    return AttributeValue.NS.of(members);
  }

  private AttributeValue binarySet() {
    openList();
    List<Binary> members = new ArrayList<>();
    while (reader.nextInside() != JsonToken.END_ARRAY) {
      if (reader.token() != JsonToken.VALUE_NULL) {
        members.add(binary());
      }
    }
    if (members.isEmpty()) {
      report(new ValueProblem.EmptySet("binary"));
      return PLACEHOLDER;
    }
    if (new HashSet<>(members).size() < members.size()) {
      report(new ValueProblem.DuplicateBinaries(members.stream().map(Binary::base64).toList()));
    }
    return AttributeValue.BS.of(members);
  }
}
