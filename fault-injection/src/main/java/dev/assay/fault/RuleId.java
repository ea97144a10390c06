package dev.assay.fault;

import java.util.regex.Pattern;

/**
 * The name of a rule: 1 to 64 letters, digits, dots, dashes and underscores, so that it fits a URL
 * path and a journal line.
 */
public record RuleId(String text) implements Comparable<RuleId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Throws {@link RuleFormatException} on any other text. */
  public RuleId {
    if (!SHAPE.matcher(text).matches()) {
      throw new RuleFormatException(
          "id", "must be 1 to 64 letters, digits, '.', '-' or '_', was \"" + text + "\"");
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
