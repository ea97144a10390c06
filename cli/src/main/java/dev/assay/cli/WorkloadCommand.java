package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.features.workload.Parameter;
import dev.assay.features.workload.Workload;
import dev.assay.features.workload.Workloads;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code assay workload}: lists the workloads; {@link WorkloadRunCommand} runs one. */
@Command(
    name = "workload",
    description = "Run load whose outcome can be judged. Without a command: list what there is.",
    synopsisSubcommandLabel = "[COMMAND]")
final class WorkloadCommand implements Callable<Integer> {
  private final PrintWriter out;

  private WorkloadCommand(PrintWriter out) {
    this.out = out;
  }

  /** With its own commands. */
  static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new WorkloadCommand(surroundings.out()))
        .addSubcommand(new WorkloadRunCommand(surroundings));
  }

  @Override
  public Integer call() {
    for (Workload workload : Workloads.all()) {
      out.printf("%-13s %s%n", workload.name(), workload.about());
      out.printf("%-13s judged by %s%n", "", String.join(", ", workload.checkers(1)));
      for (Parameter parameter : workload.parameters()) {
        out.printf(
            "%-13s   --param %s=%d  %s (%d to %d)%n",
            "",
            parameter.name(),
            parameter.otherwise(),
            parameter.about(),
            parameter.least(),
            parameter.most());
      }
    }
    out.printf("%nassay workload run NAME [--endpoint URL] runs one.%n");
    return ExitCode.OK;
  }
}
