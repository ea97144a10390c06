package dev.assay.proxy.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.ActiveRule;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleBook;
import dev.assay.fault.RuleFormatException;
import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.metrics.ProxyMetrics;
import dev.assay.proxy.route.Router;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The control API's routes, each one method. An answer to a change of rules means that the change
 * is in force.
 */
final class ControlApi {
  private static final long MAX_TTL_MS = 24L * 60 * 60 * 1000;

  private final RuleBook rules;
  private final Journal journal;
  private final Router router;
  private final ProxyMetrics metrics;
  private final ObjectNode about;

  /**
   * @param about what GET / says about this proxy besides the routes
   */
  ControlApi(
      RuleBook rules, Journal journal, Router router, ProxyMetrics metrics, ObjectNode about) {
    this.rules = rules;
    this.journal = journal;
    this.router = router;
    this.metrics = metrics;
    this.about = about;
  }

  ControlReply handle(ControlRequest request) {
    try {
      return route(request);
    } catch (RuleFormatException e) {
      return ControlReply.error(400, e.field(), String.valueOf(e.getMessage()));
    } catch (JournalException e) {
      return ControlReply.error(500, "journal", String.valueOf(e.getMessage()));
    }
  }

  private ControlReply route(ControlRequest request) {
    List<String> path = request.path();
    String first = path.isEmpty() ? "" : path.getFirst();
    if (path.size() == 1 || path.isEmpty()) {
      switch (first) {
        case "" -> {
          return only("GET", request, this::help);
        }
        case "health" -> {
          return only("GET", request, this::health);
        }
        case "journal" -> {
          return only("GET", request, () -> journal(request));
        }
        case "metrics" -> {
          return only("GET", request, this::metrics);
        }
        case "upstreams" -> {
          return only("GET", request, () -> ControlReply.ok(UpstreamsJson.write(router)));
        }
        case "rules" -> {
          return switch (request.method()) {
            case "GET" -> listRules();
            case "POST" -> addRule(request.body());
            case "DELETE" -> clearRules();
            default -> notAllowed(request, "GET, POST, DELETE");
          };
        }
        case "limits" -> {
          return switch (request.method()) {
            case "GET" -> limits();
            case "PUT" -> putLimits(request.body());
            case "DELETE" -> {
              rules.maxActive(OptionalLong.empty());
              yield limits();
            }
            default -> notAllowed(request, "GET, PUT, DELETE");
          };
        }
        case "deadman" -> {
          return switch (request.method()) {
            case "GET" -> deadman();
            case "PUT" -> renew(request.body());
            case "DELETE" -> {
              rules.endLease();
              yield deadman();
            }
            default -> notAllowed(request, "GET, PUT, DELETE");
          };
        }
        default -> {
          // Falls to the answer for unknown paths.
        }
      }
    } else if (path.size() == 2 && first.equals("rules")) {
      RuleId id = new RuleId(path.get(1));
      return switch (request.method()) {
        case "GET" -> showRule(id);
        case "PUT" -> putRule(id, request.body());
        case "DELETE" -> removeRule(id);
        default -> notAllowed(request, "GET, PUT, DELETE");
      };
    }
    return ControlReply.error(
        404, "path", "/" + String.join("/", path) + " does not exist; GET / lists what does");
  }

  private static ControlReply only(
      String method, ControlRequest request, Supplier<ControlReply> handler) {
    return request.method().equals(method) ? handler.get() : notAllowed(request, method);
  }

  private static ControlReply notAllowed(ControlRequest request, String allowed) {
    return ControlReply.error(
        405,
        "method",
        request.method()
            + " is not allowed on /"
            + String.join("/", request.path())
            + ", only "
            + allowed);
  }

  private ControlReply help() {
    ObjectNode help = about.deepCopy();
    ArrayNode routes = help.putArray("routes");
    routes.add("GET /health");
    routes.add("GET /upstreams");
    routes.add("GET /metrics");
    routes.add("GET /rules");
    routes.add("POST /rules");
    routes.add("DELETE /rules");
    routes.add("GET /rules/{id}");
    routes.add("PUT /rules/{id}");
    routes.add("DELETE /rules/{id}");
    routes.add("GET /limits");
    routes.add("PUT /limits {\"max_active\": N}");
    routes.add("DELETE /limits");
    routes.add("GET /deadman");
    routes.add("PUT /deadman {\"ttl_ms\": N}");
    routes.add("DELETE /deadman");
    routes.add("GET /journal?" + JournalQuery.HELP);
    help.putObject("example_rule")
        .setAll(
            RuleJson.write(
                RuleJson.read(
                    """
                    {"id": "slow-puts", "match": {"operation": "PutItem", "table": "orders"},
                     "fault": {"kind": "latency", "latency_ms": 250},
                     "schedule": {"share": 0.5, "limit": 10}}
                    """)));
    return ControlReply.ok(help);
  }

  private ControlReply health() {
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    health.put("status", journal.failure().isPresent() ? "journal failed" : "ok");
    journal.failure().ifPresent(failure -> health.put("detail", failure.getMessage()));
    return new ControlReply(journal.failure().isPresent() ? 500 : 200, health);
  }

  /** Counts are made by the journal's writer, so what was answered before is waited for. */
  private ControlReply metrics() {
    journal.awaitSeen();
    return new ControlReply(200, ProxyMetrics.CONTENT_TYPE, metrics.text());
  }

  private ControlReply listRules() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode array = body.putArray("rules");
    rules.current().rules().forEach(active -> array.add(shown(active)));
    return ControlReply.ok(body);
  }

  private ControlReply showRule(RuleId id) {
    return rules.find(id).map(active -> ControlReply.ok(shown(active))).orElseGet(() -> noRule(id));
  }

  private ControlReply addRule(String body) {
    Rule rule = RuleJson.read(body);
    return rules
        .add(rule)
        .map(active -> new ControlReply(201, shown(active)))
        .orElseGet(
            () ->
                ControlReply.error(
                    409,
                    "id",
                    "id \"" + rule.id() + "\" is taken; PUT /rules/" + rule.id() + " replaces it"));
  }

  private ControlReply putRule(RuleId id, String body) {
    return ControlReply.ok(shown(rules.put(RuleJson.read(body, id))));
  }

  private ControlReply removeRule(RuleId id) {
    return rules.remove(id)
        ? ControlReply.ok(JsonNodeFactory.instance.objectNode().put("removed", 1))
        : noRule(id);
  }

  private ControlReply clearRules() {
    return ControlReply.ok(JsonNodeFactory.instance.objectNode().put("removed", rules.clear()));
  }

  private static ControlReply noRule(RuleId id) {
    return ControlReply.error(404, "id", "there is no rule \"" + id + "\"");
  }

  private static ObjectNode shown(ActiveRule active) {
    ObjectNode json =
        RuleJson.write(active.rule())
            .put("calls", active.calls())
            .put("fired", active.fired())
            .put("held_back", active.heldBack())
            .put("active", active.active());
    if (active.calls() == 0) {
      json.put("warning", "no request has matched this rule");
    }
    return json;
  }

  private ControlReply limits() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    rules
        .maxActive()
        .ifPresentOrElse(most -> body.put("max_active", most), () -> body.putNull("max_active"));
    return ControlReply.ok(body.put("active", rules.activeNow()));
  }

  private ControlReply putLimits(String body) {
    rules.maxActive(OptionalLong.of(RuleJson.number(body, "max_active", 0, Long.MAX_VALUE)));
    return limits();
  }

  private ControlReply deadman() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    rules
        .leaseLeftMs()
        .ifPresentOrElse(left -> body.put("left_ms", left), () -> body.putNull("left_ms"));
    return ControlReply.ok(body.put("expiries", rules.leaseExpiries()));
  }

  private ControlReply renew(String body) {
    rules.renewLease(RuleJson.number(body, "ttl_ms", 1, MAX_TTL_MS));
    return deadman();
  }

  private ControlReply journal(ControlRequest request) {
    request.onlyKnownParameters(JournalQuery.PARAMETERS);
    return ControlReply.ok(JournalQuery.answer(request, journal));
  }
}
