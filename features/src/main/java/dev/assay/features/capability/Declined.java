package dev.assay.features.capability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.notation.Json;
import dev.assay.features.wire.HttpMessage;
import java.util.Optional;

/** Tells an answer that declines a whole operation from one that merely refuses a request. */
public final class Declined {
  private Declined() {}

  /** The words in which the store declines the operation, when it does. */
  public static Optional<String> by(HttpMessage.Response response) {
    if (response.status() == 200) {
      return Optional.empty();
    }
    Optional<JsonNode> body = Json.read(response.body().bytes());
    String type = body.map(b -> b.path("__type").asText()).orElse("");
    String message =
        body.map(b -> b.path("message").asText(b.path("Message").asText(""))).orElse("");
    boolean declined =
        type.endsWith("UnknownOperationException")
            || type.endsWith("InvalidAction")
            || type.endsWith("NotImplementedException")
            || type.endsWith("NotImplemented")
            || type.endsWith("UnsupportedOperationException")
            || response.status() == 501
            || (response.status() == 404 && type.isEmpty());
    return declined
        ? Optional.of(("it answers " + response.status() + " " + type + " " + message).strip())
        : Optional.empty();
  }
}
