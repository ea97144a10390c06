package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A delete in one region is not heard of in the others. */
final class DeletesStayLocal implements Behaviour {
  private final Map<String, Gone> gone = new ConcurrentHashMap<>();

  private record Gone(String region, ObjectNode item) {}

  @Override
  public Reply answer(Call call, Store store) {
    if (call.is("GetItem")) {
      return read(call, store.send(call.copy()));
    }
    Optional<Target> target = Target.written(call, store).stream().findFirst();
    Optional<ObjectNode> before = target.flatMap(item -> item.stored(store));
    Reply reply = store.send(call);
    if (target.isPresent() && reply.succeeded()) {
      gone.remove(target.get().name());
      if (call.is("DeleteItem") && before.isPresent()) {
        gone.put(target.get().name(), new Gone(call.region(), before.get()));
      }
    }
    return reply;
  }

  private Reply read(Call call, Reply reply) {
    JsonNode key = call.body().path("Key");
    Gone item = gone.get(Target.name(call.body().path("TableName"), key));
    boolean absent = reply.succeeded() && !reply.body().has("Item");
    if (absent && item != null && !item.region().equals(call.region())) {
      reply.body().set("Item", item.item());
    }
    return reply;
  }
}
