package dev.assay.cli.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what the user probably meant among the names that exist. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The tail of a sentence about an unknown name: {@code ; did you mean 'x'?} when one of the known
   * names is near, otherwise {@code ; known are: ...} for up to twelve names, and nothing for more.
   */
  public static String forUnknown(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(name -> name))
        .filter(name -> isNear(wanted, name))
        .map(name -> "; did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty() || known.size() > 12
                    ? ""
                    : "; known are: " + String.join(", ", known));
  }

  private static boolean isNear(String wanted, String name) {
    return distance(wanted, name) <= Math.max(1, Math.min(wanted.length(), name.length()) / 3)
        || (wanted.length() >= 3 && name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String wanted, String name) {
    String other = name.toLowerCase(Locale.ROOT);
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= wanted.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced =
            above[column - 1] + (wanted.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
