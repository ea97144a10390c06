package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleFormatException;
import dev.assay.fault.RuleJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Rules as the command line names them: a JSON file, or the JSON itself. */
final class RuleSource {
  private RuleSource() {}

  /**
   * @param option named in what is refused
   * @throws Refusal when there is no such file or it holds something else
   */
  static List<Rule> read(String option, String source) {
    boolean inline = source.stripLeading().startsWith("{") || source.stripLeading().startsWith("[");
    String json = inline ? source : file(option, source);
    try {
      return RuleJson.readAll(json);
    } catch (RuleFormatException e) {
      throw Refusal.usage((inline ? option : source) + ": " + e.getMessage());
    }
  }

  private static String file(String option, String source) {
    try {
      return Files.readString(Path.of(source));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw Refusal.usage(
          option + " must be a file or a JSON object; there is no file '" + source + "'");
    } catch (IOException e) {
      throw Refusal.usage(option + " cannot be read: " + e);
    }
  }
}
