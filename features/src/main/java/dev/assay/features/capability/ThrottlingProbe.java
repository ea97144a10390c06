package dev.assay.features.capability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.tables.TableSchema;
import dev.assay.features.tables.Tables;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.util.Optional;

/**
 * Finds out whether a store throttles, by trying: a table of one write unit is written far beyond
 * what it can have saved in 300 seconds.
 */
public final class ThrottlingProbe {
  private static final int PUTS = 8;
  private static final int UNITS_EACH = 390;
  private static final int UNIT_BYTES = 1_024;

  private final Tables tables;

  /**
   * @param tables makes the table, and deletes it when the run is over
   */
  public ThrottlingProbe(Tables tables) {
    this.tables = tables;
  }

  /** Why the store does not throttle; empty when it does. */
  Optional<String> ask(StoreClient client) throws TransportException {
    String table;
    try {
      table = tables.lease(client, schema()).table();
    } catch (Divergence refused) {
      return Optional.of("it makes no provisioned table: " + refused.getMessage());
    }
    ObjectNode put = JsonNodeFactory.instance.objectNode().put("TableName", table);
    ObjectNode item = put.putObject("Item");
    item.putObject("pk").put("S", "a");
    item.putObject("v").put("S", "x".repeat((UNITS_EACH - 1) * UNIT_BYTES));
    for (int i = 0; i < PUTS; i++) {
      HttpMessage.Response response = client.call(new Operation("PutItem"), put.toString());
      if (response.status() != 200) {
        return isThrottling(response)
            ? Optional.empty()
            : Optional.of("it answers " + response.status() + " to a write of 390 units");
      }
    }
    return Optional.of(
        "it takes " + PUTS * UNITS_EACH + " write units at once on a table of one unit a second");
  }

  private static boolean isThrottling(HttpMessage.Response response) {
    return Json.read(response.body().bytes())
        .map(body -> body.path("__type").asText())
        .filter(
            type ->
                type.endsWith("ProvisionedThroughputExceededException")
                    || type.endsWith("ThrottlingException"))
        .isPresent();
  }

  private static TableSchema schema() {
    return new TableSchema(
        (ObjectNode)
            Json.parse(
                """
                {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
                 "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
                """));
  }
}
