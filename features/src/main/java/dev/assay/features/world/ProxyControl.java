package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.notation.Json;
import dev.assay.features.wire.Body;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fault proxy's control API, on behalf of one scenario. Its rules are named after the scenario,
 * so that scenarios at the same time do not meet.
 */
public final class ProxyControl {
  private final Wire wire;
  private final URI base;
  private final String scenario;
  private final Runnable gate;
  private final String rulePrefix;
  private int rules;

  /**
   * @param gate passed before whatever a scenario asks for; clearing up is not held back
   */
  ProxyControl(Wire wire, URI base, String scenario, Runnable gate) {
    this.gate = gate;
    this.wire = wire;
    this.base = base;
    this.scenario = scenario;
    this.rulePrefix = scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Adds a rule; it is in force when this returns. */
  public void addRule(String json) throws TransportException {
    gate.run();
    send("PUT", "/rules/" + rulePrefix + "-" + (rules + 1), json);
    rules++;
  }

  /** The scenario's first rule as the control API shows it, with its counters. */
  public JsonNode rule() throws TransportException {
    gate.run();
    return send("GET", "/rules/" + rulePrefix + "-1", "");
  }

  /** Takes the scenario's rules out of force. */
  public void removeRules() throws TransportException {
    for (; rules > 0; rules--) {
      send("DELETE", "/rules/" + rulePrefix + "-" + rules, "");
    }
  }

  /**
   * The journal's exchanges of this scenario with that operation on that table, the earliest first.
   */
  public JsonNode exchanges(String operation, String table) throws TransportException {
    gate.run();
    String query =
        "?scenario="
            + encoded(scenario)
            + "&operation="
            + encoded(operation)
            + "&table="
            + encoded(table);
    return send("GET", "/journal" + query, "").path("exchanges");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode send(String method, String path, String body) throws TransportException {
    HttpMessage.Response response =
        wire.send(
            new HttpMessage.Request(
                method,
                base.resolve(path),
                new Headers(Map.of("Content-Type", List.of("application/json"))),
                Body.of(body)),
            exchange -> {});
    if (response.status() >= 300) {
      throw new IllegalStateException(
          "the proxy refuses " + method + " " + path + ": " + response.body().text());
    }
    return Json.parse(response.body().text());
  }
}
