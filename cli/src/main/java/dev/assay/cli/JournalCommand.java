package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay journal}: what can be done with the journal that a proxy kept. */
@Command(
    name = "journal",
    description = "List, export or replay the exchanges that a proxy kept.",
    synopsisSubcommandLabel = "list|export|replay")
final class JournalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    command.getErr().println("assay: say what to do with the journal: list, export or replay");
    return ExitCode.USAGE;
  }
}
