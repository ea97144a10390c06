package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Inserts of new keys, each tried by several clients of which one may succeed. */
final class UniqueInsert implements Workload {
  @Override
  public String name() {
    return "unique";
  }

  @Override
  public String about() {
    return "several clients insert each key (attribute_not_exists), one may succeed";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("contenders", "clients that try each key", 3, 1, 100),
        new Parameter("reads", "share of reads, in percent", 20, 0, 90));
  }

  @Override
  public List<String> checkers(int regions) {
    return regions > 1
        ? List.of("convergence")
        : List.of("duplicates", "lost-writes", "linearizability");
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new UniqueTraffic(chosen, new AtomicLong(-1));
  }

  private record UniqueTraffic(Chosen chosen, AtomicLong newest) implements Traffic {
    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      long key = number / chosen.number("contenders");
      if (chosen.share("reads", random.nextInt(100))) {
        long older = random.nextLong(Math.max(0, key - 20), key + 1);
        return new Call.Read(Items.key(older), Reading.STRONG);
      }
      newest.accumulateAndGet(key, Math::max);
      return new Call.Insert(Items.key(key), number + 1);
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
      return LongStream.rangeClosed(0, newest.get())
          .<Call>mapToObj(n -> new Call.Read(Items.key(n), Reading.FINAL))
          .toList();
    }
  }
}
