package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.Optional;

/** The fault proxy's rules, and what its journal says came of them. Needs {@code @needs:proxy}. */
public final class ProxySteps {
  private static final Duration JOURNAL_DEADLINE = Duration.ofSeconds(10);
  private static final long NANOS_PER_MS = 1_000_000;

  private final World world;

  public ProxySteps(World world) {
    this.world = world;
  }

  /** The doc-string is a rule without id. It should match the scenario's own table only. */
  @Given("the proxy rule:")
  public void theProxyRule(String json) throws TransportException {
    world.proxy().addRule(world.fill(json));
  }

  /**
   * The doc-string is an array: this scenario's exchanges with its table, each compared as by
   * "contains".
   */
  @Then("the journal's exchanges of {word} are:")
  public void theJournalShows(String operation, String json) throws TransportException {
    JsonNode expected = world.json(json);
    Optional<JsonNode> fitting =
        world
            .poll()
            .until(
                JOURNAL_DEADLINE,
                () ->
                    Optional.of(exchanges(operation))
                        .filter(found -> JsonMatch.subset(expected, found).isEmpty()));
    if (fitting.isEmpty()) {
      JsonNode found = exchanges(operation);
      JsonMatch.subset(expected, found)
          .ifPresent(
              difference -> {
                throw new Divergence(difference, Json.pretty(expected), Json.pretty(found));
              });
    }
  }

  /** Moments as the journal names them, such as {@code received_ns} and {@code forwarded_ns}. */
  @Then("in the journal the last {word} took at least {int} ms from {string} to {string}")
  public void tookAtLeast(String operation, int milliseconds, String from, String to)
      throws TransportException {
    JsonNode exchange =
        world
            .poll()
            .until(JOURNAL_DEADLINE, () -> last(operation))
            .orElseThrow(
                () ->
                    new Divergence(
                        "the journal shows no " + operation, "an exchange", "no exchange"));
    long tookNanos = exchange.path(to).asLong() - exchange.path(from).asLong();
    if (tookNanos < milliseconds * NANOS_PER_MS) {
      throw new Divergence(
          operation + " went through too fast",
          "at least " + milliseconds + " ms from " + from + " to " + to,
          tookNanos + " ns");
    }
  }

  private Optional<JsonNode> last(String operation) throws TransportException {
    JsonNode found = exchanges(operation);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private JsonNode exchanges(String operation) throws TransportException {
    return world.proxy().exchanges(operation, world.tables().named(""));
  }
}
