package dev.assay.engine.replication;

import dev.assay.engine.lever.LeverException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arguments of one pull of a lever, each of which it must know. */
record Arguments(Map<String, Object> values) {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");

  /**
   * @throws LeverException if there is an argument of another name
   */
  static Arguments of(Map<String, Object> values, String... known) {
    for (String name : values.keySet()) {
      if (!Set.of(known).contains(name)) {
        throw new LeverException(
            "'" + name + "' is no argument; known are " + String.join(", ", known));
      }
    }
    return new Arguments(values);
  }

  String region(String name) {
    Object value = values.get(name);
    if (value instanceof String text && REGION.matcher(text).matches()) {
      return text;
    }
    throw new LeverException(
        "'" + name + "' must be a region such as eu-west-1, was " + shown(value));
  }

  /** A region, or {@code *} for every one. */
  String regionOrEvery(String name) {
    return Direction.EVERY.equals(values.get(name)) ? Direction.EVERY : region(name);
  }

  Direction direction() {
    return new Direction(regionOrEvery("from"), regionOrEvery("to"));
  }

  /**
   * Whether a state is the one that breaks; it is if there is none.
   *
   * @param broken the word for it
   * @param whole the word for its opposite
   */
  boolean isBroken(String broken, String whole) {
    Object value = values.getOrDefault("state", broken);
    if (broken.equals(value) || whole.equals(value)) {
      return broken.equals(value);
    }
    throw new LeverException("'state' must be " + broken + " or " + whole + ", was " + value);
  }

  boolean flag(String name, boolean otherwise) {
    Object value = values.getOrDefault(name, otherwise);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new LeverException("'" + name + "' must be true or false, was " + value);
  }

  String text(String name, String otherwise) {
    Object value = values.getOrDefault(name, otherwise);
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new LeverException("'" + name + "' must be a text, was " + value);
  }

  long number(String name, long least, long most) {
    Object value = values.get(name);
    if (value instanceof Number number
        && number.doubleValue() == number.longValue()
        && number.longValue() >= least
        && number.longValue() <= most) {
      return number.longValue();
    }
    throw new LeverException(
        "'"
            + name
            + "' must be a whole number from "
            + least
            + " to "
            + most
            + ", was "
            + shown(value));
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "missing" : "'" + value + "'";
  }
}
