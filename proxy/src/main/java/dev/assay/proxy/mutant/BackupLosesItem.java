package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A table that was restored from a backup lacks an item of it. */
final class BackupLosesItem implements Behaviour {
  private final Set<String> restored = ConcurrentHashMap.newKeySet();

  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    if (call.is("RestoreTableFromBackup")) {
      if (reply.succeeded()) {
        restored.add(call.body().path("TargetTableName").asText());
      }
      return reply;
    }
    List<JsonNode> items = Items.page(reply);
    boolean last = !reply.body().has("LastEvaluatedKey");
    if (last && !items.isEmpty() && restored.contains(call.body().path("TableName").asText())) {
      items.removeLast();
      Items.setPage(reply, items);
    }
    return reply;
  }
}
