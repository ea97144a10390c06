package dev.assay.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A value that a key may have, in the order that the service sorts keys. */
public sealed interface KeyValue {
  /** Digits and sign of any number that the service takes, and of no other. */
  int MAX_NUMBER_CHARACTERS = 200;

  /** Less than, equal to or greater than 0; empty for values of different types. */
  Optional<Integer> compareTo(KeyValue other);

  /** An S, sorted by its UTF-8 bytes. */
  record Text(String text) implements KeyValue {
    @Override
    public Optional<Integer> compareTo(KeyValue other) {
      return other instanceof Text(String theirs)
          ? Optional.of(Arrays.compare(text.codePoints().toArray(), theirs.codePoints().toArray()))
          : Optional.empty();
    }
  }

  /** An N, sorted by its value. */
  record Num(BigDecimal number) implements KeyValue {
    /** 1.0 and 1 are the same key. */
    public Num {
      number = number.stripTrailingZeros();
    }

    @Override
    public Optional<Integer> compareTo(KeyValue other) {
      return other instanceof Num(BigDecimal theirs)
          ? Optional.of(number.compareTo(theirs))
          : Optional.empty();
    }
  }

  /** A B in base64, sorted by its bytes, which are unsigned. */
  record Binary(String base64) implements KeyValue {
    @Override
    public Optional<Integer> compareTo(KeyValue other) {
      return other instanceof Binary(String theirs)
          ? Optional.of(
              Arrays.compareUnsigned(
                  Base64.getDecoder().decode(base64), Base64.getDecoder().decode(theirs)))
          : Optional.empty();
    }
  }

  /** Reads {@code {"S": "a"}} and its like; empty for everything that is no key. */
  static Optional<KeyValue> ofAttribute(JsonNode attribute) {
    if (attribute.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> typed = attribute.properties().iterator().next();
    if (!typed.getValue().isTextual()) {
      return Optional.empty();
    }
    String text = typed.getValue().textValue();
    return switch (typed.getKey()) {
      case "S" -> Optional.of(new Text(text));
      case "N" -> number(text);
      case "B" -> binary(text);
      default -> Optional.empty();
    };
  }

  private static Optional<KeyValue> number(String text) {
    try {
      return text.length() > MAX_NUMBER_CHARACTERS
          ? Optional.empty()
          : Optional.of(new Num(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<KeyValue> binary(String text) {
    try {
      Base64.getDecoder().decode(text);
      return Optional.of(new Binary(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
