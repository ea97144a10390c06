package dev.assay.cli.certify;

import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far a run is: on a terminal a bar that is rewritten in place, elsewhere a line for
 * every tenth of the run. Scenarios that do not pass get a line of their own either way, except
 * where a whole capability is declined.
 */
final class Progress implements RunListener {
  private static final int BAR_WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private int total;
  private int done;

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void runStarted(int selected, long seed) {
    total = selected;
    if (terminal) {
      rewrite();
    }
  }

  @Override
  public void scenarioFinished(ScenarioRecord result) {
    done++;
    counts.merge(result.outcome(), 1, Integer::sum);
    if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR) {
      out.println(
          (terminal ? CLEAR_LINE : "")
              + "%-5s  %s  %s"
                  .formatted(result.outcome(), result.spec().id(), result.spec().name()));
    }
    if (terminal) {
      rewrite();
    } else if (done == total || done * 10 / total > (done - 1) * 10 / total) {
      out.println("%d of %d scenarios: %s".formatted(done, total, verdicts()));
    }
  }

  @Override
  public void runFinished(RunSummary summary) {
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  private void rewrite() {
    int filled = total == 0 ? 0 : done * BAR_WIDTH / total;
    out.print(
        CLEAR_LINE
            + "["
            + "=".repeat(filled)
            + " ".repeat(BAR_WIDTH - filled)
            + "] %d/%d  %s".formatted(done, total, verdicts()));
    out.flush();
  }

  private String verdicts() {
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      int count = counts.getOrDefault(outcome, 0);
      if (count > 0 || outcome == Outcome.PASS || outcome == Outcome.FAIL) {
        text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(word(outcome));
      }
    }
    return text.toString();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "passed";
      case FAIL -> "failed";
      case UNSUPPORTED, ERROR -> outcome.name().toLowerCase(Locale.ROOT);
    };
  }
}
