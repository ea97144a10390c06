package dev.assay.features.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.features.notation.Json;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;

/** The answer to a call that a fixture makes for itself. */
record StoreCall(String operation, int status, JsonNode body) {
  static StoreCall make(StoreClient client, String operation, JsonNode request)
      throws TransportException {
    HttpMessage.Response response = client.call(new Operation(operation), request.toString());
    JsonNode body =
        Json.read(response.body().bytes())
            .orElseGet(() -> JsonNodeFactory.instance.textNode(response.body().text()));
    return new StoreCall(operation, response.status(), body);
  }

  boolean ok() {
    return status == 200;
  }

  boolean refusedAs(String errorType) {
    return !ok() && body.path("__type").asText().endsWith(errorType);
  }

  /** Worth asking again later: the service limits how fast and how many tables may change. */
  boolean busy() {
    return refusedAs("LimitExceededException")
        || refusedAs("ThrottlingException")
        || refusedAs("ResourceInUseException")
        || refusedAs("ProvisionedThroughputExceededException");
  }
}
