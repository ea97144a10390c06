package dev.assay.engine.lever;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a lever is pulled with, read by name and type.
 *
 * <p>Every refusal is one sentence that names the argument and says what it must be.
 */
public final class Arguments {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");

  private final String lever;
  private final Map<String, Object> values;

  private Arguments(String lever, Map<String, Object> values) {
    this.lever = lever;
    this.values = values;
  }

  /**
   * The arguments of a pull.
   *
   * @param known the names that the lever takes
   * @throws LeverException if there is another name among them
   */
  public static Arguments of(String lever, Map<String, Object> values, String... known) {
    List<String> names = Arrays.asList(known);
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new LeverException(
            "the lever "
                + lever
                + " has no argument '"
                + name
                + "'"
                + NearestWord.suggestion(name, names));
      }
    }
    return new Arguments(lever, values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text that is not empty. */
  public String text(String name) {
    return optionalText(name)
        .orElseThrow(
            () -> new LeverException("the lever " + lever + " needs the argument '" + name + "'"));
  }

  public Optional<String> optionalText(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    throw must(name, "be a text that is not empty", value);
  }

  /** One of several words. */
  public String word(String name, List<String> words) {
    return known(name, text(name), words);
  }

  /** One of several words, or the given one if the argument is missing. */
  public String word(String name, List<String> words, String otherwise) {
    return known(name, optionalText(name).orElse(otherwise), words);
  }

  private String known(String name, String given, List<String> words) {
    if (words.contains(given)) {
      return given;
    }
    throw new LeverException(
        "the argument '"
            + name
            + "' of "
            + lever
            + " must be one of "
            + String.join(", ", words)
            + ", was '"
            + given
            + "'"
            + nearest(given, words));
  }

  private static String nearest(String given, List<String> words) {
    String suggestion = NearestWord.suggestion(given.toLowerCase(Locale.ROOT), words);
    return suggestion.startsWith("; did") ? suggestion : "";
  }

  /** An enumeration's member, written small and with hyphens. */
  public <E extends Enum<E>> E member(String name, Class<E> type) {
    E[] members = type.getEnumConstants();
    List<String> words = Arrays.stream(members).map(Arguments::label).toList();
    return members[words.indexOf(word(name, words))];
  }

  /** How a member of an enumeration is written. */
  public static String label(Enum<?> member) {
    return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A whole number within bounds, both included. */
  public long whole(String name, long least, long most) {
    Object value = values.get(name);
    if (value == null) {
      throw new LeverException("the lever " + lever + " needs the argument '" + name + "'");
    }
    BigDecimal number = number(value);
    if (number == null
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw must(name, "be a whole number from " + least + " to " + most, value);
    }
    return number.longValueExact();
  }

  /** A whole number within bounds, or the given one if the argument is missing. */
  public long whole(String name, long least, long most, long otherwise) {
    return values.get(name) == null ? otherwise : whole(name, least, most);
  }

  /**
   * A length of time: seconds as a number, or text such as {@code P35D} or {@code PT0.5S}.
   *
   * @param most the longest that is taken; none is negative
   */
  public Duration duration(String name, Duration most) {
    Object value = values.get(name);
    if (value == null) {
      throw new LeverException("the lever " + lever + " needs the argument '" + name + "'");
    }
    Duration duration = duration(value);
    if (duration == null || duration.isNegative() || duration.compareTo(most) > 0) {
      throw must(
          name,
          "be a length of time from 0 to "
              + most.toDays()
              + " days, as seconds or such as P35D or PT90S",
          value);
    }
    return duration;
  }

  private static @Nullable Duration duration(Object value) {
    try {
      BigDecimal seconds = number(value);
      return seconds != null
          ? Duration.ofNanos(seconds.movePointRight(9).longValueExact())
          : value instanceof String text ? Duration.parse(text) : null;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** A moment such as {@code 2026-10-01T12:00:00Z}. */
  public Instant moment(String name) {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw must(name, "be a moment such as 2026-10-01T12:00:00Z", text);
    }
  }

  /** True or false, or the given one if the argument is missing. */
  public boolean truth(String name, boolean otherwise) {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw must(name, "be true or false", value);
  }

  /** The region that is named, or the given one if none is. */
  public String region(String otherwise) {
    String region = optionalText("region").orElse(otherwise);
    if (!REGION.matcher(region).matches()) {
      throw must("region", "be a region such as eu-west-2", region);
    }
    return region;
  }

  private static @Nullable BigDecimal number(Object value) {
    try {
      return value instanceof Number number
          ? new BigDecimal(number.toString())
          : value instanceof String text ? new BigDecimal(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private LeverException must(String name, String what, Object value) {
    return new LeverException(
        "the argument '" + name + "' of " + lever + " must " + what + ", was '" + value + "'");
  }
}
