package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Additions to a few counters, each of which is told the sum, and reads of them. */
final class Counter implements Workload {
  @Override
  public String name() {
    return "counter";
  }

  @Override
  public String about() {
    return "additions to a few counters (ADD), and reads of them";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("keys", "counters", 5, 1, 100_000),
        new Parameter("reads", "share of reads, in percent", 20, 0, 100));
  }

  @Override
  public List<String> checkers(int regions) {
    return regions > 1 ? List.of("convergence") : List.of("counter");
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new CounterTraffic(chosen);
  }

  private record CounterTraffic(Chosen chosen) implements Traffic {
    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      String key = Items.key(random.nextInt(chosen.number("keys")));
      return chosen.share("reads", random.nextInt(100))
          ? new Call.Read(key, Reading.STRONG)
          : new Call.Add(key, 1);
    }

    @Override
    public Seen perform(Call call, Asking asking) {
      return Items.perform(call, asking, chosen.table());
    }

    @Override
    public List<Call> last() {
      return IntStream.range(0, chosen.number("keys"))
          .<Call>mapToObj(n -> new Call.Read(Items.key(n), Reading.FINAL))
          .toList();
    }
  }
}
