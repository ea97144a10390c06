package dev.assay.features.world;

import dev.assay.features.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one running scenario leaves behind. Used by the scenario's own thread only. */
public final class ScenarioLog {
  private final List<Exchange> ofStep = new ArrayList<>();
  private Optional<Exchange> last = Optional.empty();
  private Optional<String> declined = Optional.empty();
  private boolean stopped;

  public void add(Exchange exchange) {
    ofStep.add(exchange);
    last = Optional.of(exchange);
  }

  /** The exchanges since the last time this was asked. */
  public List<Exchange> takeExchanges() {
    List<Exchange> taken = List.copyOf(ofStep);
    ofStep.clear();
    return taken;
  }

  public Optional<Exchange> lastExchange() {
    return last;
  }

  /** The store declines something that the scenario cannot do without. */
  public void decline(String reason) {
    declined = Optional.of(reason);
  }

  public Optional<String> declined() {
    return declined;
  }

  /** The run ended before the scenario began. */
  public void stop() {
    stopped = true;
  }

  public boolean stopped() {
    return stopped;
  }
}
