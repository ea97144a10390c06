package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.journal.JournalReader;
import dev.assay.proxy.replay.AnswerDiff;
import dev.assay.proxy.replay.Difference;
import dev.assay.proxy.replay.Replay;
import dev.assay.proxy.replay.Replayed;
import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.sign.Resigner;
import dev.assay.proxy.sign.Resigning;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay journal replay}: asks another store what the journal's clients asked. */
@Command(
    name = "replay",
    sortOptions = false,
    description = {
      "Ask another store what the journal's clients asked, in the journal's order, and print where"
          + " its answers differ.",
      "It ends with 0 when all are the same, with 1 when some differ or do not come."
    })
final class JournalReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final JournalChoice choice = new JournalChoice();

  @Option(
      names = "--endpoint",
      required = true,
      paramLabel = "URL",
      description = "The other store, for example http://127.0.0.1:8000.")
  private String endpoint = "";

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "MEMBER",
      description =
          "Members of answers that may differ, besides dates, table ids, ARNs and iterators.")
  private List<String> ignore = List.of();

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region to sign for (default: the one that the client signed for).")
  private @Nullable String region;

  @Mixin private final Keys keys = new Keys();

  JournalReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    UpstreamAddress address = address();
    Resigner resigner =
        new Resigner(
            new Resigning(
                keys.credentials(surroundings.environment(), address.tls()),
                Optional.ofNullable(region)),
            surroundings.clock());
    Set<String> ignored = new HashSet<>(AnswerDiff.IGNORED);
    ignored.addAll(ignore);
    AtomicBoolean interrupted = new AtomicBoolean();
    surroundings.interrupts().onInterrupt(() -> interrupted.set(true));
    Tally tally = new Tally();
    try (Replay replay = new Replay(address.uri(), Optional.of(resigner), ignored)) {
      JournalReader.visit(
          choice.folder(),
          choice.filter(),
          exchange -> {
            try {
              tell(replay.again(exchange), tally);
              return !interrupted.get();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return false;
            }
          });
    } catch (JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
    return conclude(tally);
  }

  private UpstreamAddress address() {
    try {
      return UpstreamAddress.parse(endpoint);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()).replaceFirst("^upstream", "--endpoint"));
    }
  }

  private static final class Tally {
    private int same;
    private int different;
    private int unanswered;
    private int skipped;
    private final Map<String, Integer> reasons = new TreeMap<>();
  }

  private void tell(Replayed replayed, Tally tally) {
    String what = "#" + replayed.exchange().sequence() + " " + replayed.exchange().operation();
    switch (replayed) {
      case Replayed.Same same -> tally.same++;
      case Replayed.Different different -> {
        tally.different++;
        surroundings.out().println(what + " differs");
        for (Difference difference : different.differences()) {
          surroundings
              .out()
              .printf(
                  "    %s%n      journal  %s%n      now      %s%n",
                  difference.path(), difference.before(), difference.now());
        }
      }
      case Replayed.Unanswered unanswered -> {
        tally.unanswered++;
        surroundings.out().println(what + " got no answer: " + unanswered.reason());
      }
      case Replayed.Skipped skipped -> {
        tally.skipped++;
        tally.reasons.merge(skipped.reason(), 1, Integer::sum);
      }
    }
  }

  private int conclude(Tally tally) {
    surroundings
        .out()
        .printf(
            "%d the same, %d different, %d without an answer, %d not asked%n",
            tally.same, tally.different, tally.unanswered, tally.skipped);
    tally.reasons.forEach(
        (reason, count) ->
            surroundings.out().printf("    %d not asked because %s%n", count, reason));
    int asked = tally.same + tally.different + tally.unanswered;
    if (asked > 0 && tally.unanswered == asked) {
      throw Refusal.unreachable(endpoint + " answered none of the requests");
    }
    return tally.different == 0 && tally.unanswered == 0 ? ExitCode.OK : ExitCode.DIVERGENCE;
  }
}
