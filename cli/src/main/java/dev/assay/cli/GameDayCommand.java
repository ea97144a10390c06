package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import dev.assay.cli.gameday.DayFile;
import dev.assay.cli.gameday.DaySettings;
import dev.assay.cli.gameday.GameDays;
import dev.assay.cli.gameday.ShippedDays;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Targets;
import dev.assay.reports.event.AssayBuild;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      names = "--dry-run",
      description = "Look at files and target, print the plan, break nothing.")
  private boolean dryRun;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A store that is running, for example http://127.0.0.1:8000.")
  private @Nullable String endpoint;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A known store to start, break and stop; see 'assay targets'.")
  private @Nullable String target;

  @Option(
      names = "--region-endpoint",
      paramLabel = "REGION=URL",
      description =
          "With --endpoint, the endpoint of another region of the same account; repeatable.")
  private Map<String, String> regionEndpoints = new LinkedHashMap<>();

  @Option(
      names = "--levers",
      paramLabel = "URL",
      description =
          "With --endpoint or --target, where its levers are served (docs/levers.md); the engine"
              + " of this process has its own.")
  private @Nullable String levers;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region to sign for (default: the endpoint's, AWS_REGION, or us-east-1).")
  private @Nullable String region;

  @Mixin private final Keys keys = new Keys();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of load and faults (default: a new one, which is printed).")
  private @Nullable Long seed;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Folder for the reports (default: reports in Assay's folder).")
  private @Nullable Path reports;

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
    if (sources.isEmpty()) {
      throw Refusal.usage(
          "which game day? 'assay gameday --list' shows those that ship with Assay");
    }
    List<DayFile> files = sources.stream().map(DayFile::read).toList();
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
    Subject subject = subject();
    boolean amazon = subject instanceof Subject.Remote remote && remote.isAmazon();
    if (!regionEndpoints.isEmpty() && endpoint == null) {
      throw Refusal.usage("--region-endpoint only goes with --endpoint");
    }
    if (levers != null && endpoint == null && target == null) {
      throw Refusal.usage("--levers only goes with --endpoint or --target");
    }
    String own = Region.of(region, subject, surroundings.environment());
    Map<String, URI> others = new LinkedHashMap<>();
    regionEndpoints.forEach(
        (name, text) -> {
          if (name.equals(own)) {
            throw Refusal.usage(
                "--region-endpoint names " + own + ", which is the region of --endpoint already");
          }
          others.put(name, url("--region-endpoint", text));
        });
    return new DaySettings(
        subject,
        own,
        others,
        Optional.ofNullable(levers).map(text -> url("--levers", text)),
        keys.credentials(surroundings.environment(), amazon),
        "assay",
        seed != null ? seed : surroundings.seeds().getAsLong(),
        reports != null ? reports.toAbsolutePath() : surroundings.root().resolve("reports"),
        Optional.ofNullable(baseline).map(Path::toAbsolutePath),
        dryRun,
        new AssayBuild(surroundings.version(), surroundings.commit(), Runtime.version().toString()),
        Redaction.of(arguments));
  }

  private Subject subject() {
    if (endpoint != null && target != null) {
      throw Refusal.usage("--endpoint and --target exclude each other");
    }
    if (target != null) {
      return new Subject.Known(Targets.named(target));
    }
    return endpoint == null
        ? new Subject.ReferenceEngine()
        : new Subject.Remote(url("--endpoint", endpoint));
  }

  private static URI url(String option, String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getPort() <= 65_535 && url.getPort() != 0) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, in the same words as for every other text that is no URL of a store.
    }
    throw Refusal.usage(
        option + " must be a URL such as http://127.0.0.1:8000, was '" + text + "'");
  }
}
