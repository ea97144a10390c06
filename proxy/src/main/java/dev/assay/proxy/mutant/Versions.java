package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What items were before their last write, for mutants that serve the past. */
final class Versions {
  private static final int MOST = 10_000;

  private final Map<String, Optional<ObjectNode>> previous =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ObjectNode>> eldest) {
          return size() > MOST;
        }
      };

  /** Sends a write and remembers what it wrote over, if it went through. */
  Reply note(Call call, Store store) {
    List<Target> targets = Target.written(call, store);
    Map<String, Optional<ObjectNode>> before = new LinkedHashMap<>();
    for (Target target : targets) {
      before.put(target.name(), target.stored(store));
    }
    Reply reply = store.send(call);
    if (reply.succeeded()) {
      synchronized (this) {
        previous.putAll(before);
      }
    }
    return reply;
  }

  /** What was there before the item's last write; empty when that is not known or was nothing. */
  synchronized Optional<ObjectNode> previous(JsonNode table, JsonNode key) {
    return previous
        .getOrDefault(Target.name(table, key), Optional.empty())
        .map(ObjectNode::deepCopy);
  }
}
