package dev.assay.fault.gameday;

import java.util.Map;

/**
 * What a checker said about the history of a game day.
 *
 * @param checker its name
 * @param summary in one sentence
 * @param measures what it measured, by name with its unit last
 */
public record Finding(String checker, Word word, String summary, Map<String, Double> measures) {
  /** A checker's verdict. */
  public enum Word {
    VALID,
    INVALID,
    UNKNOWN
  }

  /** Copies the measures. */
  public Finding {
    measures = Map.copyOf(measures);
  }
}
