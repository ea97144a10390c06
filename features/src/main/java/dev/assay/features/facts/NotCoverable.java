package dev.assay.features.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts that no scenario can prove, with the reason: {@code facts/not-coverable.tsv}, a number
 * and a sentence a line.
 */
final class NotCoverable {
  private static final String FILE = "facts/not-coverable.tsv";

  private NotCoverable() {}

  static SortedMap<Integer, String> load() {
    InputStream file =
        Objects.requireNonNull(
            NotCoverable.class.getClassLoader().getResourceAsStream(FILE), "no " + FILE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException for a line that is no number and reason, and for a number that
   *     comes twice
   */
  static SortedMap<Integer, String> read(Iterable<String> lines) {
    SortedMap<Integer, String> reasons = new TreeMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Map.Entry<Integer, String> entry = entry(line);
      if (reasons.put(entry.getKey(), entry.getValue()) != null) {
        throw new IllegalArgumentException(FILE + " has two lines for fact " + entry.getKey());
      }
    }
    return reasons;
  }

  private static Map.Entry<Integer, String> entry(String line) {
    int tab = line.indexOf('\t');
    if (tab < 1 || line.substring(tab).isBlank()) {
      throw new IllegalArgumentException(FILE + ": no number, tab and reason: " + line);
    }
    return Map.entry(Integer.valueOf(line.substring(0, tab)), line.substring(tab + 1).strip());
  }
}
