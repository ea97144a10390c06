package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads, writes and compare-and-sets of a few items, each value written by one operation only. */
final class Register implements Workload {
  @Override
  public String name() {
    return "register";
  }

  @Override
  public String about() {
    return "reads, writes and conditional writes of a few items";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("keys", "items that are contended for", 10, 1, 100_000),
        new Parameter("reads", "share of reads, in percent", 50, 0, 100),
        new Parameter("cas", "share of conditional writes among writes, in percent", 30, 0, 100),
        new Parameter("eventual", "share of eventual reads among reads, in percent", 20, 0, 100));
  }

  @Override
  public List<String> checkers(int regions) {
    return regions > 1
        ? List.of("convergence", "lost-writes", "staleness")
        : List.of("linearizability", "lost-writes", "sessions", "staleness", "convergence");
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new RegisterTraffic(chosen);
  }

  private record RegisterTraffic(Chosen chosen) implements Traffic {
    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      String key = Items.key(random.nextInt(chosen.number("keys")));
      if (chosen.share("reads", random.nextInt(100))) {
        boolean eventual = chosen.share("eventual", random.nextInt(100));
        return new Call.Read(key, eventual ? Reading.EVENTUAL : Reading.STRONG);
      }
      // No two operations write the same value: whose it was is known wherever it shows.
      return chosen.share("cas", random.nextInt(100))
          ? new Call.Cas(key, session.seen().getOrDefault(key, OptionalLong.empty()), number + 1)
          : new Call.Write(key, number + 1);
    }

    @Override
    public Seen perform(Call call, Asking asking) {
      return Items.perform(call, asking, chosen.table());
    }

    @Override
    public Seen met(Map<String, AttributeValue> item) {
      return new Seen.Value(Items.value(item));
    }

    @Override
    public List<Call> last() {
      return IntStream.range(0, chosen.number("keys"))
          .<Call>mapToObj(n -> new Call.Read(Items.key(n), Reading.FINAL))
          .toList();
    }
  }
}
