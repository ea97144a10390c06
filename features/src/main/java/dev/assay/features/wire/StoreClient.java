package dev.assay.features.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calls operations of the store under test on behalf of one scenario, with bodies sent exactly as
 * written.
 *
 * @param scenario the id that each request carries, unsigned, for the proxy's journal
 * @param evidence told of each exchange
 * @param gate passed before each request and after one without an answer; it throws when there
 *     shall be no more of them
 */
public record StoreClient(
    Wire wire,
    Endpoint endpoint,
    Signer signer,
    String scenario,
    Consumer<Exchange> evidence,
    Runnable gate) {
  /**
   * What stands for the scenario in the requests that the suite makes for itself. Semantic mutants
   * leave them alone, so that a table is empty when the next scenario gets it.
   */
  public static final String HOUSEKEEPING = "suite";

  private static final String SCENARIO_HEADER = "x-assay-scenario";

  /** A client that nothing holds back. */
  public StoreClient(
      Wire wire, Endpoint endpoint, Signer signer, String scenario, Consumer<Exchange> evidence) {
    this(wire, endpoint, signer, scenario, evidence, () -> {});
  }

  /** The request as the service's clients make it, not yet signed. */
  public HttpMessage.Request request(Operation operation, String body) {
    return new HttpMessage.Request(
        "POST",
        endpoint.forOperation(operation).resolve("/"),
        new Headers(
            Map.of(
                "Content-Type", List.of(operation.contentType()),
                "X-Amz-Target", List.of(operation.target()))),
        Body.of(body));
  }

  /** Sends a request as it is, marked with the scenario. */
  public HttpMessage.Response send(HttpMessage.Request request) throws TransportException {
    gate.run();
    try {
      return wire.send(
          request.with(request.headers().with(SCENARIO_HEADER, scenario)), evidence, gate);
    } catch (TransportException e) {
      // That it was given up because the run ends is nothing that a scenario may judge.
      gate.run();
      throw e;
    }
  }

  /** Signs and sends. */
  public HttpMessage.Response call(Operation operation, String body) throws TransportException {
    return send(signer.sign(request(operation, body)));
  }

  /** A client for clearing up: it leaves no evidence and is not held back. */
  public StoreClient quiet() {
    return new StoreClient(wire, endpoint, signer, HOUSEKEEPING, exchange -> {});
  }
}
