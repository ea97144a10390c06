package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.export.JournalExport;
import dev.assay.proxy.export.JsonLines;
import dev.assay.proxy.export.WireMockStubs;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay journal export}: the journal for other programs. */
@Command(
    name = "export",
    sortOptions = false,
    description = "Write the exchanges for other programs.")
final class JournalExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final JournalChoice choice = new JournalChoice();

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      paramLabel = "jsonl|wiremock",
      description =
          "A line of JSON for each, or mapping files for WireMock 3 (default: ${DEFAULT-VALUE}).")
  private String format = "";

  @Option(
      names = "--output",
      paramLabel = "FILE|DIR",
      description =
          "Where to: for jsonl a file (default: standard output), for wiremock its root directory.")
  private @Nullable Path output;

  JournalExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path target = output;
    try {
      switch (format) {
        case "jsonl" -> {
          if (target == null) {
            write(new JsonLines(surroundings.out()));
          } else {
            try (Writer out = Files.newBufferedWriter(target)) {
              write(new JsonLines(out));
            }
          }
        }
        case "wiremock" -> {
          if (target == null) {
            throw Refusal.usage("--format wiremock needs --output DIR");
          }
          write(new WireMockStubs(target));
        }
        default -> throw Refusal.usage("--format must be jsonl or wiremock, was '" + format + "'");
      }
    } catch (JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.usage("cannot write to --output " + target + ": " + e.getMessage());
    }
    return ExitCode.OK;
  }

  private void write(JournalExport export) throws IOException {
    int[] counts = new int[2];
    JournalReader.visit(
        choice.folder(),
        choice.filter(),
        exchange -> {
          try {
            counts[export.write(exchange) ? 0 : 1]++;
            return true;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    export.finish();
    surroundings
        .err()
        .printf(
            "%d exchanges exported%s%n",
            counts[0],
            counts[1] == 0
                ? ""
                : ", "
                    + counts[1]
                    + " left out: they have no answer, or the journal kept only a part of them");
  }
}
