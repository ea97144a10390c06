package dev.assay.cli.certify;

import dev.assay.fault.mutant.Mutant;
import dev.assay.reports.event.MutantEvent.MutantFinished;
import dev.assay.reports.event.MutantEvent.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows how a trial goes, a line for each mutant, and at its end what is left to do. */
final class MutantProgress {
  private static final int NAMED_KILLERS = 3;

  private final Certification.Screen screen;
  private final int total;
  private int done;

  MutantProgress(Certification.Screen screen, int total) {
    this.screen = screen;
    this.total = total;
  }

  void baseline(int scenarios) {
    screen.err().println("Without a mutant: running " + scenarios + " scenarios ...");
  }

  void baselineFinished(MutantRun baseline) {
    screen
        .err()
        .printf(
            "Without a mutant: %d passed, %d failed, %d error%n",
            baseline.passed().size(), baseline.failed().size(), baseline.errors().size());
    baseline.failed().forEach(id -> screen.err().println("FAIL   " + id));
    baseline.errors().forEach(id -> screen.err().println("ERROR  " + id));
  }

  void mutant(Mutant mutant, MutantFinished result) {
    done++;
    screen
        .err()
        .printf(
            "%4d/%d  %-13s  %-26s  %s%n",
            done, total, word(result.verdict()), mutant.label(), detail(result));
  }

  private static String detail(MutantFinished result) {
    List<String> killers = result.killers();
    String by =
        killers.isEmpty()
            ? ""
            : "by "
                + String.join(", ", killers.subList(0, Math.min(NAMED_KILLERS, killers.size())))
                + (killers.size() > NAMED_KILLERS
                    ? " and " + (killers.size() - NAMED_KILLERS) + " more"
                    : "")
                + "; ";
    String errors =
        result.errors().isEmpty() ? "" : ", " + result.errors().size() + " ended in ERROR";
    return by
        + result.changedExchanges()
        + " exchanges changed, "
        + result.ran().size()
        + " scenarios run"
        + errors;
  }

  void finished(List<Mutant> mutants, List<MutantFinished> finished, Path page) {
    screen
        .out()
        .printf(
            "%d mutants: %d caught, %d survived, %d not exercised, %d waiting%s%n",
            mutants.size(),
            count(finished, Verdict.CAUGHT),
            count(finished, Verdict.SURVIVED),
            count(finished, Verdict.NOT_EXERCISED),
            count(finished, Verdict.WAITING),
            finished.size() == mutants.size()
                ? ""
                : ", " + (mutants.size() - finished.size()) + " not tried");
    for (Mutant mutant : mutants) {
      finished.stream()
          .filter(result -> result.mutant().equals(mutant.label()))
          .filter(result -> result.verdict() != Verdict.CAUGHT)
          .forEach(
              result ->
                  screen
                      .out()
                      .printf(
                          "  %-13s  %s: %s%s%n",
                          word(result.verdict()),
                          mutant.label(),
                          mutant.claim(),
                          waiting(mutant, result)));
    }
    screen.out().println("  matrix  " + page);
  }

  private static String waiting(Mutant mutant, MutantFinished result) {
    return result.verdict() == Verdict.WAITING
        ? "; waits for " + mutant.waitingFor().orElse("")
        : "";
  }

  private static long count(List<MutantFinished> finished, Verdict verdict) {
    return finished.stream().filter(result -> result.verdict() == verdict).count();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case CAUGHT, WAITING -> verdict.name().toLowerCase(Locale.ROOT);
      case SURVIVED, NOT_EXERCISED -> verdict.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    };
  }
}
