package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.notation.Json;
import dev.assay.features.wire.Body;
import dev.assay.features.wire.Exchange;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What breaks the store on purpose. It breaks it for everybody: a scenario that pulls a lever runs
 * alone, and all levers are healed after it.
 */
public final class LeverControl {
  private final Wire wire;
  private final URI base;
  private final Consumer<Exchange> evidence;
  private final Runnable gate;

  /**
   * @param gate passed before whatever a scenario asks for; healing is not held back
   */
  LeverControl(Wire wire, URI base, Consumer<Exchange> evidence, Runnable gate) {
    this.gate = gate;
    this.wire = wire;
    this.base = base;
    this.evidence = evidence;
  }

  /**
   * What the levers answered.
   *
   * @param body the lever's state before and after, or the sentence of the refusal
   */
  public record Reply(int status, JsonNode body) {
    public boolean succeeded() {
      return status == 200;
    }
  }

  /**
   * Pulls a lever.
   *
   * @param arguments a JSON object
   */
  public Reply pull(String lever, String arguments) throws TransportException {
    gate.run();
    return send("PUT", "/levers/" + lever, arguments);
  }

  /**
   * Has the store throttle what goes beyond the capacity of tables, until it is healed.
   *
   * @return false if there is no such lever
   */
  boolean haveCapacityEnforced() throws TransportException {
    return pull("throttle", "{\"on\":true}").succeeded();
  }

  /** How a lever stands. */
  public Reply look(String lever) throws TransportException {
    gate.run();
    return send("GET", "/levers/" + lever, "");
  }

  /** All levers, with what they do and how they stand. */
  public Reply list() throws TransportException {
    gate.run();
    return send("GET", "/levers", "");
  }

  /** Undoes everything. */
  public Reply heal() throws TransportException {
    return send("POST", "/heal", "");
  }

  private Reply send(String method, String path, String body) throws TransportException {
    HttpMessage.Response response =
        wire.send(
            new HttpMessage.Request(
                method,
                base.resolve(path),
                new Headers(Map.of("Content-Type", List.of("application/json"))),
                Body.of(body)),
            evidence);
    return new Reply(response.status(), Json.parse(response.body().text()));
  }
}
