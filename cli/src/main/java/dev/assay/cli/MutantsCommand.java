package dev.assay.cli;

import dev.assay.cli.certify.Certification;
import dev.assay.cli.certify.MutantPlan;
import dev.assay.cli.certify.MutantTrials;
import dev.assay.cli.certify.Plan;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.fault.mutant.Mutant;
import dev.assay.reports.event.AssayBuild;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay mutants}: tries the suite on stores that are wrong on purpose. */
@Command(
    name = "mutants",
    sortOptions = false,
    description = {
      "Run the suite against stores that are quietly wrong, each in one way, and tell which of",
      "them no scenario notices. A mutant that survives is a hole in the suite.",
      "Without --endpoint and --target the store behind them is Assay's reference engine."
    })
final class MutantsCommand implements Callable<Integer> {
  private static final int ENOUGH = 3;

  private final Surroundings surroundings;
  private final List<String> arguments;

  @Option(
      names = "--mutant",
      paramLabel = "NAME",
      split = ",",
      arity = "1..*",
      description = "Only these mutants; may be repeated. See --list.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Print the mutants and what they do wrong, and end.")
  private boolean list;

  @Option(
      names = "--full",
      description = "Run every scenario on every mutant instead of leaving one that is caught.")
  private boolean full;

  @Option(
      names = "--enough",
      defaultValue = "" + ENOUGH,
      paramLabel = "N",
      description =
          "Leave a mutant when so many scenarios have failed on it (default: ${DEFAULT-VALUE}).")
  private int enough = ENOUGH;

  @Option(
      names = "--passing-only",
      description =
          "Leave out the scenarios that fail without a mutant, instead of ending because of them.")
  private boolean passingOnly;

  @Mixin private final StoreOptions store = new StoreOptions();

  @Mixin private final Choice choice = new Choice();

  @Mixin private final RunOptions run = new RunOptions();

  MutantsCommand(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    this.arguments = arguments;
  }

  @Override
  public Integer call() {
    List<Mutant> chosen = chosen();
    if (list) {
      for (Mutant mutant : chosen) {
        surroundings.out().printf("%-26s %s%n", mutant.label(), mutant.claim());
      }
      surroundings.out().println(chosen.size() + " mutants");
      return ExitCode.OK;
    }
    MutantTrials trials =
        new MutantTrials(
            new MutantPlan(basis(), chosen, enough(), passingOnly),
            surroundings.workshop(),
            new AssayBuild(
                surroundings.version(), surroundings.commit(), Runtime.version().toString()),
            surroundings.clock(),
            new Certification.Screen(
                surroundings.out(), surroundings.err(), surroundings.terminal()));
    surroundings.interrupts().onInterrupt(trials::interrupt);
    return trials.run();
  }

  private List<Mutant> chosen() {
    if (names.isEmpty()) {
      return Arrays.asList(Mutant.values());
    }
    return names.stream().distinct().map(MutantsCommand::named).toList();
  }

  private static Mutant named(String name) {
    return Mutant.named(name)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no mutant '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(name, Mutant.labels())));
  }

  private int enough() {
    if (enough < 1) {
      throw Refusal.usage("--enough must be at least 1, was " + enough);
    }
    return full ? 0 : enough;
  }

  private Plan basis() {
    Subject subject = store.subject();
    if (subject instanceof Subject.Remote remote && remote.isAmazon()) {
      throw Refusal.usage(
          "mutants change requests on their way, and Amazon refuses what was changed after it was"
              + " signed");
    }
    long seed = run.seed(surroundings);
    return new Plan(
        subject,
        Map.of(),
        false,
        false,
        store.region(subject, surroundings.environment()),
        store.credentials(surroundings.environment(), false),
        choice.selection(),
        run.parallelism(),
        false,
        run.prefix(),
        seed,
        run.reports(surroundings.root()),
        Redaction.of(arguments),
        store.rerun("mutants", seed));
  }
}
