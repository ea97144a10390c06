package dev.assay.fault.gameday;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an input leaves open: {@code {table}}, {@code {run}}, what earlier answers left, and {@code
 * {time:fault-1s}}, a moment before or after the begin of the fault in seconds since 1970.
 */
final class Placeholders {
  private static final Pattern TIME = Pattern.compile("\"?\\{time:fault([+-])(\\d+)s}\"?");

  private final String run;
  private final long faultNanos;

  private final Map<String, String> kept;

  /**
   * @param kept what earlier answers left, by name; read when something is filled in
   */
  Placeholders(String run, long faultNanos, Map<String, String> kept) {
    this.run = run;
    this.faultNanos = faultNanos;
    this.kept = kept;
  }

  String fill(String input, String table) {
    String filled = input.replace("{table}", table).replace("{run}", run);
    for (Map.Entry<String, String> one : kept.entrySet()) {
      filled = filled.replace("{" + one.getKey() + "}", one.getValue());
    }
    return TIME.matcher(filled).replaceAll(this::moment);
  }

  /** The same in texts among a lever's arguments. */
  Map<String, Object> fill(Map<String, Object> arguments, String table) {
    Map<String, Object> filled = new TreeMap<>(arguments);
    filled.replaceAll((name, value) -> value instanceof String text ? fill(text, table) : value);
    return filled;
  }

  private String moment(MatchResult time) {
    long seconds = Long.parseLong(time.group(2));
    Instant fault = Instant.ofEpochSecond(0, faultNanos);
    Instant moment =
        time.group(1).equals("-") ? fault.minusSeconds(seconds) : fault.plusSeconds(seconds);
    // A number on the wire, whether it stands in quotes in the file or not.
    return Matcher.quoteReplacement(Long.toString(moment.getEpochSecond()));
  }
}
