package dev.assay.features.checker;

import dev.assay.features.checker.linear.Register;
import dev.assay.features.checker.linear.Search;
import dev.assay.features.checker.linear.Search.Result;
import dev.assay.features.checker.linear.Shrinking;
import dev.assay.features.checker.linear.Shrinking.Window;
import dev.assay.features.checker.linear.Step;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Each item is a register whose operations take effect one after another, each between its
 * invocation and its answer. Keys are judged one by one: a history is linearizable if each of its
 * items is.
 */
final class LinearizabilityChecker implements Checker {
  @Override
  public String name() {
    return "linearizability";
  }

  @Override
  public String about() {
    return "each item behaves as if its operations took effect one after another, each while it"
        + " was on its way";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    List<Register> registers =
        Register.of(history, options.allReads()).values().stream()
            .sorted(Comparator.comparingInt(register -> register.steps().size()))
            .toList();
    int configurations = 0;
    List<String> exhausted = new ArrayList<>();
    for (Register register : registers) {
      switch (Search.run(register.steps(), Register.ABSENT, options.budget())) {
        case Result.Linearizable result -> configurations += result.configurations();
        case Result.Exhausted result -> exhausted.add(register.key());
        case Result.Impossible result -> {
          return invalid(history, register, measures(registers, configurations));
        }
      }
    }
    Measures measures = measures(registers, configurations);
    long observing =
        registers.stream()
            .flatMap(register -> register.steps().stream())
            .filter(step -> step.expected() != Step.ANYTHING)
            .count();
    if (!exhausted.isEmpty()) {
      return measures.unknown(
          "%d of %d keys would take more than %,d configurations to judge (%s); all others are linearizable"
              .formatted(
                  exhausted.size(), registers.size(), options.budget(), exhausted.getFirst()));
    }
    return observing == 0
        ? measures.unknown("no strong read, conditional write or insert was answered")
        : measures.valid(
            "%,d keys are linearizable; %,d answers looked at an item"
                .formatted(registers.size(), observing));
  }

  private static Measures measures(List<Register> registers, int configurations) {
    return new Measures()
        .with("keys", registers.size())
        .with("steps", registers.stream().mapToInt(register -> register.steps().size()).sum())
        .with("configurations", configurations);
  }

  private static Verdict invalid(History history, Register register, Measures measures) {
    Window window = Shrinking.shrink(register.steps(), Register.ABSENT);
    Step culprit = window.culprit();
    List<Op> ops = window.steps().stream().map(Step::op).distinct().toList();
    Words words = new Words(history);
    List<String> lines = new ArrayList<>();
    lines.add(
        "No order explains these %d operations on %s%s:"
            .formatted(
                ops.size(),
                register.key(),
                window.fromStart() ? ", which began absent" : ", whatever it held before"));
    ops.forEach(op -> lines.add("  " + words.line(op)));
    lines.add(reason(register, window));
    origin(register, window)
        .forEach(op -> lines.add("It had been written before this window by " + words.line(op)));
    String title = register.key() + " is not linearizable";
    return measures.invalid(
        "%s is not linearizable: %s saw %s"
            .formatted(register.key(), culprit.op().client(), register.word(culprit.expected())),
        new Counterexample(lines, words.draw(title, ops, List.of(culprit.op()))));
  }

  private static String reason(Register register, Window window) {
    String possible =
        window.possible().stream().map(register::word).collect(Collectors.joining(" or "));
    return "%s saw %s; %s."
        .formatted(
            Words.label(window.culprit().op()),
            register.word(window.culprit().expected()),
            possible.isEmpty()
                ? "none of the writes above can have left that"
                : "all that it could have seen is " + possible);
  }

  /** Who wrote what the culprit saw, if that is not in the window. */
  private static List<Op> origin(Register register, Window window) {
    int seen = window.culprit().expected();
    boolean inside = window.steps().stream().anyMatch(step -> step.value() == seen);
    return inside
        ? List.of()
        : register.steps().stream()
            .filter(step -> step.value() == seen)
            .map(Step::op)
            .distinct()
            .limit(1)
            .toList();
  }
}
