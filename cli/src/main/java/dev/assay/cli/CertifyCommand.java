package dev.assay.cli;

import dev.assay.cli.certify.Certification;
import dev.assay.cli.certify.Plan;
import dev.assay.cli.certify.Selecting;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Targets;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.reports.event.AssayBuild;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay certify}: runs the suite against a store and writes the reports. */
@Command(
    name = "certify",
    sortOptions = false,
    description = {
      "Run the suite against a store and write the reports.",
      "Without --endpoint and --target it certifies Assay's own reference engine."
    })
final class CertifyCommand implements Callable<Integer> {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private final Surroundings surroundings;
  private final List<String> arguments;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A store that is running, for example http://127.0.0.1:8000.")
  private @Nullable String endpoint;

  @Option(
      names = "--levers",
      paramLabel = "URL",
      description =
          "Levers of the store of --endpoint, for example http://127.0.0.1:8001; scenarios that"
              + " break a store on purpose are unsupported without.")
  private @Nullable String levers;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A known store to start, certify and stop; see 'assay targets'.")
  private @Nullable String target;

  @Option(
      names = "--region-endpoint",
      paramLabel = "REGION=URL",
      description =
          "With --endpoint, the endpoint of another region of the same account; repeatable, and"
              + " two of them make scenarios of several regions run. These go to the store"
              + " directly.")
  private Map<String, String> regionEndpoints = new LinkedHashMap<>();

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region to sign for (default: the endpoint's, AWS_REGION, or us-east-1).")
  private @Nullable String region;

  @Mixin private final Keys keys = new Keys();

  @Option(
      names = "--direct",
      description =
          "Go to the store without the fault proxy; scenarios that need it are then unsupported.")
  private boolean direct;

  @Mixin private final Choice choice = new Choice();

  @Option(names = "--list", description = "Print the scenarios that would run, and end.")
  private boolean list;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Scenarios at once (default: by store).")
  private @Nullable Integer parallel;

  @Option(
      names = "--fail-fast",
      description = "Begin no more scenarios after the first that fails.")
  private boolean failFast;

  @Option(
      names = "--prefix",
      defaultValue = "assay",
      paramLabel = "TEXT",
      description = "Start of every table's name (default: ${DEFAULT-VALUE}).")
  private String prefix = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of names and data (default: a new one, which is printed).")
  private @Nullable Long seed;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Folder for the reports (default: reports in Assay's folder).")
  private @Nullable Path reports;

  CertifyCommand(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    this.arguments = arguments;
  }

  @Override
  public Integer call() {
    if (list) {
      return printList(Selecting.scenarios(choice.selection()));
    }
    Certification certification =
        new Certification(
            plan(),
            surroundings.workshop(),
            new AssayBuild(
                surroundings.version(), surroundings.commit(), Runtime.version().toString()),
            surroundings.clock(),
            new Certification.Screen(
                surroundings.out(), surroundings.err(), surroundings.terminal()));
    surroundings.interrupts().onInterrupt(certification::interrupt);
    return certification.run();
  }

  private int printList(List<ScenarioSpec> scenarios) {
    for (ScenarioSpec spec : scenarios) {
      surroundings
          .out()
          .printf(
              "%-32s %-10s %-28s %s%n",
              spec.id(), spec.tier().label(), String.join(",", spec.operations()), spec.name());
    }
    surroundings.out().println(scenarios.size() + " scenarios");
    return ExitCode.OK;
  }

  private Plan plan() {
    Subject subject = subject();
    boolean amazon = subject instanceof Subject.Remote remote && remote.isAmazon();
    long chosenSeed = seed != null ? seed : surroundings.seeds().getAsLong();
    String chosenRegion = Region.of(region, subject, surroundings.environment());
    return new Plan(
        subject,
        regionEndpoints(chosenRegion),
        direct,
        amazon && !direct,
        chosenRegion,
        keys.credentials(surroundings.environment(), amazon),
        choice.selection(),
        parallelism(),
        failFast,
        prefix(),
        chosenSeed,
        reports != null ? reports.toAbsolutePath() : surroundings.root().resolve("reports"),
        Redaction.of(arguments),
        rerun(chosenSeed));
  }

  private Subject subject() {
    if (endpoint != null && target != null) {
      throw Refusal.usage("--endpoint and --target exclude each other");
    }
    if (target != null) {
      if (levers != null) {
        throw Refusal.usage("--levers belongs to --endpoint");
      }
      return new Subject.Known(Targets.named(target));
    }
    Optional<URI> leverUrl = Optional.ofNullable(levers).map(text -> url("--levers", text));
    if (endpoint == null && leverUrl.isPresent()) {
      throw Refusal.usage("--levers belongs to --endpoint");
    }
    return endpoint == null
        ? new Subject.ReferenceEngine()
        : new Subject.Remote(url("--endpoint", endpoint), leverUrl);
  }

  private Map<String, URI> regionEndpoints(String own) {
    if (!regionEndpoints.isEmpty() && endpoint == null) {
      throw Refusal.usage("--region-endpoint only goes with --endpoint");
    }
    Map<String, URI> urls = new LinkedHashMap<>();
    regionEndpoints.forEach(
        (name, text) -> {
          if (name.equals(own)) {
            throw Refusal.usage(
                "--region-endpoint names " + own + ", which is the region of --endpoint already");
          }
          urls.put(name, url("--region-endpoint", text));
        });
    return urls;
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

  private OptionalInt parallelism() {
    if (parallel == null) {
      return OptionalInt.empty();
    }
    if (parallel < 1) {
      throw Refusal.usage("--parallel must be at least 1, was " + parallel);
    }
    return OptionalInt.of(parallel);
  }

  private String prefix() {
    if (!PREFIX.matcher(prefix).matches()) {
      throw Refusal.usage(
          "--prefix must be what table names may start with, 1 to 100 of A-Z a-z 0-9 _ . -, was '"
              + prefix
              + "'");
    }
    return prefix;
  }

  /**
   * The same store, route and seed again. Keys are left out: a profile or the environment gives
   * them.
   */
  private List<String> rerun(long chosenSeed) {
    List<String> words = new ArrayList<>(List.of("./assay", "certify"));
    add(words, "--target", target);
    add(words, "--endpoint", endpoint);
    add(words, "--levers", levers);
    add(words, "--region", region);
    regionEndpoints.forEach((name, url) -> add(words, "--region-endpoint", name + "=" + url));
    add(words, "--profile", keys.profile());
    if (direct) {
      words.add("--direct");
    }
    add(words, "--seed", Long.toString(chosenSeed));
    return List.copyOf(words);
  }

  private static void add(List<String> words, String option, @Nullable String value) {
    if (value != null) {
      words.add(option);
      words.add(value);
    }
  }
}
