package dev.assay.cli;

import dev.assay.cli.certify.Certification;
import dev.assay.cli.certify.Plan;
import dev.assay.cli.certify.Selecting;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.ExitCode;
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

  @Mixin private final StoreOptions store = new StoreOptions();

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
    Subject subject = store.subject();
    boolean amazon = subject instanceof Subject.Remote remote && remote.isAmazon();
    if (amazon && !direct) {
      surroundings
          .err()
          .println(
              "Going to "
                  + ((Subject.Remote) subject).endpoint()
                  + " directly: Amazon refuses requests that were signed for the proxy's address.");
    }
    long chosenSeed = run.seed(surroundings);
    return new Plan(
        subject,
        direct || amazon,
        store.region(subject, surroundings.environment()),
        store.credentials(surroundings.environment(), amazon),
        choice.selection(),
        run.parallelism(),
        failFast,
        run.prefix(),
        chosenSeed,
        run.reports(surroundings.root()),
        Redaction.of(arguments),
        rerun(chosenSeed));
  }

  /**
   * The same store, route and seed again. Keys are left out: a profile or the environment gives
   * them.
   */
  private List<String> rerun(long chosenSeed) {
    List<String> words = new ArrayList<>(store.rerun("certify", chosenSeed));
    if (direct) {
      words.add("--direct");
    }
    return List.copyOf(words);
  }
}
