package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.features.checker.Checker;
import dev.assay.features.checker.CheckerOptions;
import dev.assay.features.checker.Counterexample;
import dev.assay.features.checker.Verdict;
import dev.assay.features.evidence.Evidence;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Has a history judged and says what came of it.
 *
 * @param history the file that the history is in; pictures are written beside it
 */
record Verdicts(PrintWriter out, Path history) {

  /** Judges by each checker; returns the process's exit code. */
  int judge(History judged, List<Checker> checkers, CheckerOptions options) {
    return judge(judged, checkers, options, Optional.empty());
  }

  /**
   * Judges in the light of a journal: what it proves is no longer unknown. Where it is not whole
   * every verdict is unknown.
   */
  int judge(History told, List<Checker> checkers, CheckerOptions options, Evidence evidence) {
    History resolved = evidence.resolve(told);
    Optional<String> gap = evidence.gap(told);
    out.printf(
        "journal  %,d exchanges; of %,d operations with unknown ends %,d were applied, %,d were"
            + " not%s%n",
        evidence.exchanges(),
        told.ops().stream().filter(Op::unknown).count(),
        ended(told, resolved, Op::ok),
        ended(told, resolved, Op::failed),
        gap.map(why -> "; it is truncated: " + why).orElse(""));
    return judge(resolved, checkers, options, gap.map(why -> "the journal is truncated: " + why));
  }

  private static long ended(History told, History resolved, Predicate<Op> how) {
    Set<Long> unknown =
        told.ops().stream().filter(Op::unknown).map(Op::id).collect(Collectors.toSet());
    return resolved.ops().stream().filter(how).map(Op::id).filter(unknown::contains).count();
  }

  private int judge(
      History judged, List<Checker> checkers, CheckerOptions options, Optional<String> doubt) {
    boolean invalid = false;
    boolean unknown = false;
    for (Checker checker : checkers) {
      Verdict found = checker.check(judged, options);
      Verdict verdict = doubt.map(found::withheld).orElse(found);
      out.printf("%-8s %-16s %s%n", verdict.word(), checker.name(), verdict.summary());
      String measures = measures(verdict.measures());
      if (!measures.isEmpty()) {
        out.printf("%-8s %-16s (%s)%n", "", "", measures);
      }
      switch (verdict) {
        case Verdict.Valid valid -> {}
        case Verdict.Unknown reason -> unknown = true;
        case Verdict.Invalid broken -> {
          invalid = true;
          show(checker, broken.counterexample());
        }
      }
    }
    return invalid ? ExitCode.DIVERGENCE : unknown ? ExitCode.UNDECIDED : ExitCode.OK;
  }

  private static String measures(Map<String, Double> measures) {
    return String.join(
        ", ",
        measures.entrySet().stream()
            .map(entry -> entry.getKey() + " " + number(entry.getValue()))
            .toList());
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private void show(Checker checker, Counterexample counterexample) {
    counterexample.words().forEach(line -> out.println("         " + line));
    Path picture =
        history.resolveSibling(
            history.getFileName().toString().replaceFirst("\\.jsonl$", "")
                + "."
                + checker.name()
                + ".svg");
    try {
      Files.writeString(picture, counterexample.svg());
      out.println("         picture  " + picture);
    } catch (IOException e) {
      throw Refusal.usage("the picture " + picture + " cannot be written: " + e.getMessage());
    }
  }
}
