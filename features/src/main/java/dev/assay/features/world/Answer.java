package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.wire.Body;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import java.util.Optional;

/**
 * What came of the last call.
 *
 * @param raw the body as it arrived
 * @param json the body as JSON, or what the SDK made of it; empty when it is none
 */
public record Answer(
    String operation, int status, Headers headers, Body raw, Optional<JsonNode> json) {

  static Answer of(String operation, HttpMessage.Response response) {
    return new Answer(
        operation,
        response.status(),
        response.headers(),
        response.body(),
        Json.read(response.body().bytes()));
  }

  /** The same exchange as the SDK understood it. */
  public Answer readAs(JsonNode body) {
    return new Answer(operation, status, headers, raw, Optional.of(body));
  }

  /** The same content as that of a success: for an answer that stands for several calls. */
  public Answer succeeding() {
    return new Answer(operation, 200, headers, raw, json);
  }

  public boolean succeeded() {
    return status == 200;
  }

  public String text() {
    return raw.text();
  }

  /** The JSON body of a success. */
  public JsonNode body() {
    if (!succeeded()) {
      throw new Divergence(
          operation + " was refused: " + errorMessage().orElse(errorType()),
          operation + " succeeds",
          toString());
    }
    return json.orElseThrow(
        () -> new Divergence("the body of the response is not JSON", "JSON", toString()));
  }

  /** The JSON body whatever the status; an empty object when there is none. */
  public JsonNode anyBody() {
    return json.orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** The error type without its namespace; empty when there is none. */
  public String errorType() {
    String type = anyBody().path("__type").asText();
    return type.substring(type.lastIndexOf('#') + 1);
  }

  /** The message of an error, under either of the names that the service uses. */
  public Optional<String> errorMessage() {
    JsonNode body = anyBody();
    JsonNode message = body.has("message") ? body.path("message") : body.path("Message");
    return message.isTextual() ? Optional.of(message.textValue()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "HTTP " + status + "\n" + json.map(Json::pretty).orElseGet(this::text);
  }
}
