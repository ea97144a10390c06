package dev.assay.features.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about a table but its name.
 *
 * @param request a CreateTable request without TableName
 */
public record TableSchema(ObjectNode request) {
  /** The request that creates such a table. */
  ObjectNode named(String table) {
    ObjectNode named = request.deepCopy();
    named.put("TableName", table);
    if (!named.has("BillingMode") && !named.has("ProvisionedThroughput")) {
      named.put("BillingMode", "PAY_PER_REQUEST");
    }
    return named;
  }

  List<String> keyAttributes() {
    return names(request.path("KeySchema"), "AttributeName");
  }

  List<String> globalIndexes() {
    return names(request.path("GlobalSecondaryIndexes"), "IndexName");
  }

  private static List<String> names(JsonNode array, String member) {
    List<String> names = new ArrayList<>();
    array.forEach(element -> names.add(element.path(member).asText()));
    return names;
  }
}
