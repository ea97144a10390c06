package dev.assay.features.world;

import dev.assay.features.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one running scenario leaves behind. Calls at the same time add to it from several threads.
 */
public final class ScenarioLog {
  private final List<Exchange> ofStep = new ArrayList<>();
  private Optional<Exchange> last = Optional.empty();
  private Optional<String> declined = Optional.empty();
  private boolean stopped;

  public synchronized void add(Exchange exchange) {
    ofStep.add(exchange);
    last = Optional.of(exchange);
  }

  /** The exchanges since the last time this was asked. */
  public synchronized List<Exchange> takeExchanges() {
    List<Exchange> taken = List.copyOf(ofStep);
    ofStep.clear();
    return taken;
  }

  public synchronized Optional<Exchange> lastExchange() {
    return last;
  }

  /** The store declines something that the scenario cannot do without. */
  public synchronized void decline(String reason) {
    declined = Optional.of(reason);
  }

  public synchronized Optional<String> declined() {
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
