package dev.assay.proxy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * An exchange as the control API and exports show it; the shape that is documented, unlike the one
 * on disk.
 */
public final class ExchangeJson {
  private ExchangeJson() {}

  /** All that is known; bodies as text when they are UTF-8 and in base64 when not. */
  public static ObjectNode write(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sequence", exchange.sequence());
    json.put("received_ns", exchange.times().receivedNanos());
    json.set("forwarded_ns", moment(exchange.times().forwardedNanos()));
    json.set("first_byte_back_ns", moment(exchange.times().firstByteBackNanos()));
    json.put("answered_ns", exchange.times().answeredNanos());
    json.put("client", exchange.client());
    json.put("upstream", exchange.upstream());
    json.put("scenario", exchange.scenario());
    json.put("method", exchange.method());
    json.put("operation", exchange.operation());
    ArrayNode tables = json.putArray("tables");
    exchange.tables().forEach(tables::add);
    json.put("status", exchange.status());
    json.put("error_type", exchange.errorType());
    json.put("outcome", exchange.outcome().name().toLowerCase(Locale.ROOT));
    json.put("detail", exchange.detail());
    ArrayNode touches = json.putArray("touched_by");
    for (Touch touch : exchange.touchedBy()) {
      touches.addObject().put("rule", touch.rule()).put("kind", touch.kind());
    }
    json.put("store_saw", exchange.storeSaw().name().toLowerCase(Locale.ROOT));
    json.put("store_applied", exchange.storeApplied().name().toLowerCase(Locale.ROOT));
    message(exchange.request(), json.putObject("request"));
    message(exchange.response(), json.putObject("response"));
    return json;
  }

  private static JsonNode moment(long nanos) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return nanos == 0 ? nodes.nullNode() : nodes.numberNode(nanos);
  }

  private static void message(Message message, ObjectNode json) {
    ArrayNode headers = json.putArray("headers");
    for (Map.Entry<String, String> header : message.headers()) {
      headers.addObject().put("name", header.getKey()).put("value", header.getValue());
    }
    json.put("body_bytes", message.bodyBytes());
    json.put("truncated", message.truncated());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(message.body());
      json.put("body", StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      json.put("body_base64", message.body());
    }
  }
}
