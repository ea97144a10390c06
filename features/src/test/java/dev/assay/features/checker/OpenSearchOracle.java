package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensearch.cluster.coordination.LinearizabilityChecker.History;
import org.opensearch.cluster.coordination.LinearizabilityChecker.SequentialSpec;

/** OpenSearch's own linearizability checker, told about one register. */
final class OpenSearchOracle {
  private static final Outcome NO_ANSWER = new Outcome.Unknown("never");

  static {
    // It logs through Log4j, of which only the interface is here.
    System.setProperty("log4j2.StatusLogger.level", "OFF");
  }

  private OpenSearchOracle() {}

  static boolean linearizable(dev.assay.features.history.History history) {
    History events = new History();
    record Event(long nanos, boolean begins, Op op) {}
    List<Event> moments = new ArrayList<>();
    for (Op op : history.ops()) {
      moments.add(new Event(op.invokedNanos(), true, op));
      if (!op.unknown()) {
        moments.add(new Event(op.completedNanos(), false, op));
      }
    }
    moments.sort(Comparator.comparingLong(Event::nanos).thenComparing(event -> !event.begins()));
    Map<Op, Integer> ids = new HashMap<>();
    for (Event event : moments) {
      if (event.begins()) {
        ids.put(event.op(), events.invoke(event.op().call()));
      } else {
        events.respond(ids.getOrDefault(event.op(), -1), event.op().outcome());
      }
    }
    events.complete(call -> NO_ANSWER);
    return new org.opensearch.cluster.coordination.LinearizabilityChecker()
        .isLinearizable(new RegisterSpec(), events);
  }

  private static final class RegisterSpec implements SequentialSpec {
    @Override
    public Object initialState() {
      return OptionalLong.empty();
    }

    @Override
    public Optional<Object> nextState(Object state, Object call, Object outcome) {
      boolean failed = outcome instanceof Outcome.Fail;
      boolean unknown = outcome.equals(NO_ANSWER);
      return switch ((Call) call) {
        case Call.Write write -> Optional.of(OptionalLong.of(write.value()));
        case Call.Cas cas when failed -> met(state, ((Outcome.Fail) outcome).seen());
        case Call.Cas cas when cas.expected().equals(state) ->
            Optional.of(OptionalLong.of(cas.value()));
        case Call.Cas cas -> unknown ? Optional.of(state) : Optional.empty();
        default -> unknown ? Optional.of(state) : met(state, ((Outcome.Ok) outcome).seen());
      };
    }

    private static Optional<Object> met(Object state, Seen seen) {
      return seen.equals(new Seen.Value((OptionalLong) state))
          ? Optional.of(state)
          : Optional.empty();
    }
  }
}
