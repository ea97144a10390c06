package dev.assay.cli.gameday;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.fault.gameday.GameDay;
import dev.assay.fault.gameday.GameDayException;
import dev.assay.fault.gameday.GameDayYaml;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A game day and the file that it was read from.
 *
 * @param source what the user typed
 */
public record DayFile(String source, String yaml, GameDay day) {

  /**
   * Reads a file, or a game day that ships with Assay: what looks like neither path nor YAML is a
   * name.
   *
   * @throws Refusal naming file, line and field of the first thing that is wrong
   */
  public static DayFile read(String source) {
    if (ShippedDays.names().contains(source) && !Files.isRegularFile(Path.of(source))) {
      return parse(source, ShippedDays.yaml(source));
    }
    Path file = Path.of(source);
    if (!Files.isRegularFile(file)) {
      throw Refusal.usage(
          source.matches("[a-z0-9-]+")
              ? "there is no game day '"
                  + source
                  + "'"
                  + Suggestion.forUnknown(source, ShippedDays.names())
                  + " ('assay gameday --list' shows them)"
              : "there is no file " + source);
    }
    try {
      return parse(source, Files.readString(file));
    } catch (MalformedInputException e) {
      throw Refusal.usage(source + ": this is no text in UTF-8");
    } catch (IOException e) {
      throw Refusal.usage("the file " + source + " cannot be read: " + e.getMessage());
    }
  }

  private static DayFile parse(String source, String yaml) {
    try {
      return new DayFile(source, yaml, GameDayYaml.read(yaml));
    } catch (GameDayException e) {
      throw Refusal.usage(source + ": " + e.getMessage());
    }
  }

  /** A refusal of something in the file that only shows when it is to be used. */
  Refusal wrong(String problem, String... path) {
    int line = GameDayYaml.lineOf(yaml, path);
    return Refusal.usage(
        source
            + ": "
            + (line == 0 ? "" : "line " + line + ": ")
            + String.join(".", path)
            + " "
            + problem);
  }
}
