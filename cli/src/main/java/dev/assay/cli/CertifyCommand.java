package dev.assay.cli;

import dev.assay.cli.certify.Certification;
import dev.assay.cli.certify.Plan;
import dev.assay.cli.certify.Selecting;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.reports.event.AssayBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
  private final Surroundings surroundings;
  private final List<String> arguments;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--direct",
      description =
          "Go to the store without the fault proxy; scenarios that need it are then unsupported.")
  private boolean direct;

  @Mixin private final Choice choice = new Choice();

  @Option(names = "--list", description = "Print the scenarios that would run, and end.")
  private boolean list;

  @Option(
      names = "--fail-fast",
      description = "Begin no more scenarios after the first that fails.")
  private boolean failFast;

  @Mixin private final RunOptions run = new RunOptions();

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
    Subject subject = site.subject();
    if (site.givesLevers() && !(subject instanceof Subject.Remote)) {
      throw Refusal.usage("--levers belongs to --endpoint");
    }
    boolean amazon = subject instanceof Subject.Remote remote && remote.isAmazon();
    long seed = run.seed(surroundings);
    String region = site.region(subject, surroundings.environment());
    return new Plan(
        subject,
        site.regionEndpoints(region),
        direct,
        amazon && !direct,
        region,
        site.credentials(surroundings.environment(), amazon),
        choice.selection(),
        run.parallelism(),
        failFast,
        run.prefix(),
        seed,
        run.reports(surroundings.root()),
        Redaction.of(arguments),
        rerun(seed));
  }

  private List<String> rerun(long seed) {
    List<String> words = new ArrayList<>(site.rerun("certify", seed));
    if (direct) {
      words.add("--direct");
    }
    return List.copyOf(words);
  }
}
