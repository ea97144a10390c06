package dev.assay.proxy;

import dev.assay.fault.DoubleDelivery;
import dev.assay.fault.Fault;
import dev.assay.fault.Hit;
import dev.assay.fault.LateDelivery;
import dev.assay.fault.Latency;
import dev.assay.fault.Mutation;
import dev.assay.fault.Pacing;
import dev.assay.fault.Partial;
import dev.assay.fault.Refusing;
import dev.assay.fault.Severing;
import dev.assay.fault.Side;
import dev.assay.fault.Spoiling;
import dev.assay.fault.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that one request suffers, sorted by the moment at which each acts. Latencies of
 * several rules add up; of several ends, and of several paces, the first in the order of the rules
 * counts.
 */
final class FaultPlan {
  private final Way request = new Way();
  private final Way response = new Way();
  private final List<Hit> partials = new ArrayList<>(0);
  private final List<Hit> spoilings = new ArrayList<>(0);
  private final List<Hit> mutations = new ArrayList<>(0);
  private Optional<DoubleDelivery> twice = Optional.empty();

  /** What happens on one way. */
  static final class Way {
    private long delayMs;
    private final List<Hit> stalls = new ArrayList<>(0);
    private Optional<Pacing> pacing = Optional.empty();
    private Optional<Hit> end = Optional.empty();

    /** How long it waits first. */
    long delayMs() {
      return delayMs;
    }

    /** The rules that must be out of force before it goes on. */
    List<Hit> stalls() {
      return stalls;
    }

    Optional<Pacing> pacing() {
      return pacing;
    }

    /** A {@link Severing}, a {@link Refusing} or a {@link LateDelivery} that ends the exchange. */
    Optional<Hit> end() {
      return end;
    }

    private boolean empty() {
      return delayMs == 0 && stalls.isEmpty() && pacing.isEmpty() && end.isEmpty();
    }
  }

  FaultPlan(List<Hit> hits) {
    hits.forEach(this::add);
  }

  private void add(Hit hit) {
    switch (hit.fault()) {
      case Latency latency -> way(latency.on()).delayMs += latency.drawMs(hit.random());
      case Stall(Side on) -> way(on).stalls.add(hit);
      case Pacing pacing -> {
        Way way = way(pacing.on());
        way.pacing = way.pacing.or(() -> Optional.of(pacing));
      }
      case Severing severing -> end(way(severing.on()), hit);
      case Refusing refusing -> end(way(refusing.on()), hit);
      case LateDelivery late -> end(request, hit);
      case Partial partial -> partials.add(hit);
      case Spoiling spoiling -> spoilings.add(hit);
      case Mutation mutation -> mutations.add(hit);
      case DoubleDelivery delivery -> twice = twice.or(() -> Optional.of(delivery));
      case dev.assay.fault.ConnectionFault fault -> throw misplaced(fault);
    }
  }

  private static AssertionError misplaced(Fault fault) {
    return new AssertionError(fault.kind() + " is judged before there is a request");
  }

  private static void end(Way way, Hit hit) {
    way.end = way.end.or(() -> Optional.of(hit));
  }

  private Way way(Side side) {
    return side == Side.REQUEST ? request : response;
  }

  Way request() {
    return request;
  }

  Way response() {
    return response;
  }

  List<Hit> partials() {
    return partials;
  }

  List<Hit> spoilings() {
    return spoilings;
  }

  List<Hit> mutations() {
    return mutations;
  }

  Optional<DoubleDelivery> twice() {
    return twice;
  }

  /** Whether the store's answer passes through untouched, piece by piece. */
  boolean sparesAnswer() {
    return response.empty()
        && partials.isEmpty()
        && spoilings.isEmpty()
        && mutations.isEmpty()
        && twice.isEmpty();
  }
}
