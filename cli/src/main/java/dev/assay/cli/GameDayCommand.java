package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import dev.assay.cli.gameday.DayFile;
import dev.assay.cli.gameday.DaySettings;
import dev.assay.cli.gameday.GameDays;
import dev.assay.cli.gameday.ShippedDays;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.reports.event.AssayBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay gameday}: rehearses disasters and says with evidence what came of them. */
@Command(
    name = "gameday",
    sortOptions = false,
    description = {
      "Rehearse a disaster: load, a fault, the way back, and what was lost meanwhile.",
      "Takes files (docs/gamedays.md) and names of those that ship with Assay (--list).",
      "Without --endpoint and --target it runs against Assay's own reference engine.",
      "",
      "  assay gameday az-outage",
      "  assay gameday --all",
      "  assay gameday --dry-run my-outage.yaml",
      "  assay gameday throttling-storm ambiguous-commits --target dynamodb-local",
      "",
      "Ctrl-C heals first, then writes the report.",
      "Exit codes: 0 all kept, 1 something broken, 2 wrong usage or file, 3 unreachable,",
      "4 nothing broken but something unknown or unsupported, 130 interrupted."
    })
final class GameDayCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final List<String> arguments;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|NAME",
      description = "Game days, which run one after another.")
  private List<String> sources = List.of();

  @Option(names = "--list", description = "Print the game days that ship with Assay, and end.")
  private boolean list;

  @Option(
      names = "--all",
      description = "Run all that ship with Assay, one after another, and print a table.")
  private boolean all;

  @Option(
      names = "--dry-run",
      description = "Look at files and target, print the plan, break nothing.")
  private boolean dryRun;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Mixin private final ReportOptions report = new ReportOptions();

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description =
          "Folder of an earlier run to compare with (default: the newest of the same title).")
  private @Nullable Path baseline;

  GameDayCommand(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    this.arguments = arguments;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      return printList();
    }
    if (all && !sources.isEmpty()) {
      throw Refusal.usage("--all runs those that ship with Assay; leave the names out");
    }
    if (!all && sources.isEmpty()) {
      throw Refusal.usage(
          "which game day? 'assay gameday --list' shows those that ship with Assay");
    }
    List<DayFile> files =
        (all ? ShippedDays.names() : sources).stream().map(DayFile::read).toList();
    GameDays days =
        new GameDays(
            files,
            settings(),
            surroundings.workshop(),
            surroundings.clock(),
            surroundings.out(),
            surroundings.err());
    surroundings.interrupts().onInterrupt(days::interrupt);
    return days.run();
  }

  private int printList() {
    for (String name : ShippedDays.names()) {
      DayFile file = DayFile.read(name);
      surroundings
          .out()
          .printf(
              "%-28s %s%n%-28s needs %s; %d s at most%n",
              name,
              file.day().title(),
              "",
              file.day().needs().isEmpty()
                  ? "nothing"
                  : String.join(", ", file.day().needs().stream().sorted().toList()),
              file.day().phases().total());
    }
    return ExitCode.OK;
  }

  private DaySettings settings() {
    Subject subject = site.subject();
    boolean amazon = subject instanceof Subject.Remote remote && remote.isAmazon();
    String region = site.region(subject, surroundings.environment());
    return new DaySettings(
        subject,
        region,
        site.regionEndpoints(region),
        site.levers(),
        site.credentials(surroundings.environment(), amazon),
        "assay",
        report.seed(surroundings),
        report.reports(surroundings.root()),
        Optional.ofNullable(baseline).map(Path::toAbsolutePath),
        dryRun,
        new AssayBuild(surroundings.version(), surroundings.commit(), Runtime.version().toString()),
        Redaction.of(arguments));
  }
}
