package dev.assay.proxy.route;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A store, or one node or region of it, that requests may go to.
 *
 * @param name what the journal, the metrics and the control API call it
 * @param region which signed region it serves, the empty string when it does not say
 * @param az its availability zone, the empty string when it does not say
 * @param weight its share where upstreams are weighted, 0 to 255 as in Route 53
 */
public record Upstream(
    String name, UpstreamAddress address, String region, String az, int weight, Priority priority) {
  /** The largest weight that Route 53 takes. */
  public static final int MAX_WEIGHT = 255;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern NAMED = Pattern.compile("([^=:/;]*)=(.*)");
  private static final String KNOWN = "region, az, weight, priority";

  /** A store that is the only one. */
  public static Upstream only(UpstreamAddress address) {
    return new Upstream("store", address, "", "", 1, Priority.PRIMARY);
  }

  /** Whether the text begins with a name, and so speaks of one upstream among several. */
  public static boolean isNamed(String text) {
    return NAMED.matcher(text).matches();
  }

  /**
   * Reads {@code NAME=URL[;region=R][;az=A][;weight=N][;priority=primary|secondary]}, or a URL
   * alone.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static Upstream parse(String text) {
    var named = NAMED.matcher(text);
    if (!named.matches()) {
      return only(UpstreamAddress.parse(text));
    }
    String name = named.group(1);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "upstream must have a name of 1 to 64 of A-Z a-z 0-9 _ . -, was \"" + name + "\"");
    }
    String[] parts = named.group(2).split(";", -1);
    Upstream read =
        new Upstream(name, UpstreamAddress.parse(parts[0]), "", "", 1, Priority.PRIMARY);
    for (int i = 1; i < parts.length; i++) {
      read = read.with(parts[i]);
    }
    return read;
  }

  private Upstream with(String property) {
    int equals = property.indexOf('=');
    String key = equals < 0 ? property : property.substring(0, equals);
    String value = equals < 0 ? "" : property.substring(equals + 1);
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "upstream \"" + name + "\": " + key + " needs a value, as in " + key + "=...");
    }
    return switch (key) {
      case "region" -> new Upstream(name, address, value, az, weight, priority);
      case "az" -> new Upstream(name, address, region, value, weight, priority);
      case "weight" -> new Upstream(name, address, region, az, weightOf(value), priority);
      case "priority" -> new Upstream(name, address, region, az, weight, priorityOf(value));
      default ->
          throw new IllegalArgumentException(
              "upstream \"" + name + "\" has no property \"" + key + "\"; known are " + KNOWN);
    };
  }

  private int weightOf(String value) {
    Optional<Integer> weight =
        value.matches("\\d{1,3}") ? Optional.of(Integer.parseInt(value)) : Optional.empty();
    return weight
        .filter(number -> number <= MAX_WEIGHT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "upstream \""
                        + name
                        + "\": weight must be between 0 and "
                        + MAX_WEIGHT
                        + ", was \""
                        + value
                        + "\""));
  }

  private Priority priorityOf(String value) {
    return switch (value) {
      case "primary" -> Priority.PRIMARY;
      case "secondary" -> Priority.SECONDARY;
      default ->
          throw new IllegalArgumentException(
              "upstream \""
                  + name
                  + "\": priority must be primary or secondary, was \""
                  + value
                  + "\"");
    };
  }

  /** The form that {@link #parse} reads, without what is as by default. */
  @Override
  public String toString() {
    return name
        + "="
        + address
        + (region.isEmpty() ? "" : ";region=" + region)
        + (az.isEmpty() ? "" : ";az=" + az)
        + (weight == 1 ? "" : ";weight=" + weight)
        + (priority == Priority.PRIMARY
            ? ""
            : ";priority=" + priority.name().toLowerCase(Locale.ROOT));
  }
}
