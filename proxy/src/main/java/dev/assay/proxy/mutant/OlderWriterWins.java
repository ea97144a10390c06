package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Of two puts of an item from different regions the older one stays. */
final class OlderWriterWins implements Behaviour {
  private final Map<String, Put> last = new ConcurrentHashMap<>();

  private record Put(String region, ObjectNode body) {}

  @Override
  public Reply answer(Call call, Store store) {
    Optional<Target> target = Target.written(call, store).stream().findFirst();
    Reply reply = store.send(call);
    if (!reply.succeeded() || target.isEmpty()) {
      return reply;
    }
    String item = target.get().name();
    Put older = last.get(item);
    if (older == null || older.region().equals(call.region())) {
      last.put(item, new Put(call.region(), call.body()));
    } else {
      store.send(new Call("PutItem", older.body()));
    }
    return reply;
  }
}
