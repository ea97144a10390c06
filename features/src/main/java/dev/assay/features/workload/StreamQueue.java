package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes whose stream somebody reads, as consumers of a queue do. */
final class StreamQueue implements Workload {
  @Override
  public String name() {
    return "stream-queue";
  }

  @Override
  public String about() {
    return "writes, consumed from the table's stream by a reader";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("keys", "items that are written", 20, 1, 100_000));
  }

  @Override
  public List<String> checkers(int regions) {
    // Between regions the last writer wins: what lost is told by no stream, by right.
    return regions > 1 ? List.of("convergence") : List.of("stream");
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new QueueTraffic(chosen);
  }

  private record QueueTraffic(Chosen chosen) implements Traffic {
    @Override
    public boolean streams() {
      return true;
    }

    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      return new Call.Write(Items.key(random.nextInt(chosen.number("keys"))), number + 1);
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

    @Override
    public Optional<Follower> follower() {
      return Optional.of(new ShardReader());
    }
  }
}
