package dev.assay.proxy.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.RuleFormatException;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.ExchangeFilter;
import dev.assay.proxy.journal.ExchangeJson;
import dev.assay.proxy.journal.Journal;
import java.util.List;

/** GET /journal: which exchanges are asked for, and as many of them as fit an answer. */
final class JournalQuery {
  static final List<String> PARAMETERS =
      List.of(
          "after",
          "limit",
          "scenario",
          "operation",
          "table",
          "upstream",
          "touched_by",
          "status",
          "since_ns",
          "until_ns");
  static final String HELP =
      "after=SEQUENCE&limit=N&scenario=ID&operation=NAME&table=NAME&upstream=NAME&touched_by=RULE"
          + "&status=400|4xx&since_ns=N&until_ns=N";

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 10_000;

  /** An answer ends after so many bytes of bodies; {@code next_after} says where to go on. */
  private static final long MAX_BODY_BYTES = 32L << 20;

  private JournalQuery() {}

  static ObjectNode answer(ControlRequest request, Journal journal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode array = body.putArray("exchanges");
    long[] bytes = {0};
    journal.visit(
        filter(request),
        exchange -> {
          array.add(ExchangeJson.write(exchange));
          bytes[0] += size(exchange);
          if (bytes[0] > MAX_BODY_BYTES) {
            body.put("next_after", exchange.sequence());
          }
          return bytes[0] <= MAX_BODY_BYTES;
        });
    return body;
  }

  private static long size(Exchange exchange) {
    return (long) exchange.request().body().length + exchange.response().body().length;
  }

  private static ExchangeFilter filter(ControlRequest request) {
    ExchangeFilter filter =
        ExchangeFilter.all()
            .after(request.number("after", 0, 0, Long.MAX_VALUE))
            .limitedTo((int) request.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT))
            .between(
                request.number("since_ns", 0, 0, Long.MAX_VALUE),
                request.number("until_ns", Long.MAX_VALUE, 0, Long.MAX_VALUE));
    filter = request.parameter("scenario").map(filter::ofScenario).orElse(filter);
    filter = request.parameter("operation").map(filter::ofOperation).orElse(filter);
    filter = request.parameter("table").map(filter::onTable).orElse(filter);
    filter = request.parameter("upstream").map(filter::throughUpstream).orElse(filter);
    filter = request.parameter("touched_by").map(filter::touchedBy).orElse(filter);
    try {
      return request.parameter("status").map(filter::withStatus).orElse(filter);
    } catch (IllegalArgumentException e) {
      throw new RuleFormatException("status", String.valueOf(e.getMessage()));
    }
  }
}
