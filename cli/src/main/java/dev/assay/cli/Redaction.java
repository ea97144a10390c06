package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A command line fit for a report that others read. */
final class Redaction {
  private static final Set<String> SECRET =
      Set.of("--secret-key", "--session-token", "--access-key");

  private Redaction() {}

  /** {@code ./assay} and the arguments as typed, with dots where keys were. */
  static List<String> of(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("./assay"));
    boolean hide = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (hide) {
        words.add("...");
        hide = false;
      } else if (equals > 0 && SECRET.contains(argument.substring(0, equals))) {
        words.add(argument.substring(0, equals + 1) + "...");
      } else {
        words.add(argument);
        hide = SECRET.contains(argument);
      }
    }
    return List.copyOf(words);
  }
}
