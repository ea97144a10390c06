package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.target.Target;
import dev.assay.cli.target.Targets;
import dev.assay.cli.target.Workshop;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay targets}: what can be certified by name, and what each needs. */
@Command(
    name = "targets",
    description = "List the stores that 'certify --target NAME' starts by itself.")
final class TargetsCommand implements Callable<Integer> {
  private final Workshop workshop;
  private final PrintWriter out;

  TargetsCommand(Surroundings surroundings) {
    this.workshop = surroundings.workshop();
    this.out = surroundings.out();
  }

  @Override
  public Integer call() {
    out.printf("%-16s %-9s %-12s %s%n", "TARGET", "VERSION", "FETCHED", "NEEDS");
    for (Target target : Targets.all()) {
      out.printf(
          "%-16s %-9s %-12s %s%n",
          target.name(),
          target.version(),
          workshop.isFetched(target) ? "yes" : "no",
          target.needs());
      target
          .missing(workshop)
          .ifPresent(sentence -> out.printf("%-16s %s%n", "", "missing: " + sentence));
    }
    out.printf("%nFetched targets are kept under %s%n", workshop.cache().resolve("targets"));
    return ExitCode.OK;
  }
}
