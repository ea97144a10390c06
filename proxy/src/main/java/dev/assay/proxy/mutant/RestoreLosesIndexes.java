package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A restored table does not tell its indexes. */
final class RestoreLosesIndexes implements Behaviour {
  private final Set<String> restored = ConcurrentHashMap.newKeySet();

  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    if (!call.is("DescribeTable")) {
      if (reply.succeeded()) {
        restored.add(call.body().path("TargetTableName").asText());
      }
      return reply;
    }
    boolean meant = restored.contains(call.body().path("TableName").asText());
    if (meant && reply.body().path("Table") instanceof ObjectNode table) {
      table.remove("GlobalSecondaryIndexes");
      table.remove("LocalSecondaryIndexes");
    }
    return reply;
  }
}
