package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.features.checker.Checker;
import dev.assay.features.checker.CheckerOptions;
import dev.assay.features.checker.Checkers;
import dev.assay.features.history.History;
import dev.assay.features.history.HistoryFormatException;
import dev.assay.features.history.HistoryReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay check}: judges a history that was recorded before. */
@Command(
    name = "check",
    description = {
      "Judge a history that a workload recorded. Without arguments: list the checkers.",
      "Exit codes: 0 valid, 1 invalid, 4 unknown."
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CHECKER",
      description = "Which promise, or 'all'.")
  private @Nullable String checker;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HISTORY",
      description = "A file of JSON lines; the picture of a counterexample is put beside it.")
  private @Nullable Path file;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description =
          "The journal of the proxy that the run's requests all went through: it tells of"
              + " operations without an answer whether they were applied.")
  private @Nullable Path journal;

  @Mixin private final Judging judging = new Judging();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (checker == null) {
      Checkers.all()
          .forEach(known -> surroundings.out().printf("%-16s %s%n", known.name(), known.about()));
      return ExitCode.OK;
    }
    List<Checker> chosen = checker.equals("all") ? Checkers.all() : List.of(Judging.named(checker));
    if (file == null) {
      throw Refusal.usage("which history? assay check " + checker + " HISTORY.jsonl");
    }
    CheckerOptions options = judging.options();
    History history = read(file);
    surroundings.out().printf("%s: %s%n", file, history.counts());
    Verdicts verdicts = new Verdicts(surroundings.out(), file.toAbsolutePath());
    return journal == null
        ? verdicts.judge(history, chosen, options)
        : verdicts.judge(history, chosen, options, JournalEvidence.read(journal, history.header()));
  }

  private static History read(Path file) {
    try {
      return HistoryReader.read(file);
    } catch (HistoryFormatException e) {
      throw Refusal.usage(file + ", " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw Refusal.usage("there is no file " + file);
    } catch (IOException e) {
      throw Refusal.usage("the history " + file + " cannot be read: " + e.getMessage());
    }
  }
}
