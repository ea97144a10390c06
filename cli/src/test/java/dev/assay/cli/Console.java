package dev.assay.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands run as from a shell, with what they print kept. */
final class Console {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Runnable> interrupts = new ArrayList<>();

  Console(Path folder) {
    this.folder = folder;
  }

  int run(String... args) {
    return Assay.run(
        new Surroundings(
            folder,
            "1.2.3",
            "abc1234",
            Path.of(System.getProperty("java.home")),
            Clock.systemUTC(),
            Map.of("PATH", "", "ASSAY_CACHE", folder.resolve("cache").toString()),
            () -> 7,
            false,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            interrupts::add),
        args);
  }

  /** As Ctrl-C does. */
  void interrupt() {
    interrupts.forEach(Runnable::run);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  Path reports() {
    return folder.resolve("reports");
  }
}
