package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** GetItem serves what an item was before its last write, strong reads included. */
final class ServePrevious implements Behaviour {
  private final Versions versions = new Versions();

  @Override
  public Reply answer(Call call, Store store) {
    if (!call.is("GetItem")) {
      return versions.note(call, store);
    }
    Reply reply = store.send(call.copy());
    JsonNode key = call.body().path("Key");
    boolean whole = !call.body().has(Expressions.PROJECTION) && !call.body().has("AttributesToGet");
    if (reply.succeeded() && whole && reply.body().has("Item")) {
      Optional<ObjectNode> previous = versions.previous(call.body().path("TableName"), key);
      previous.ifPresent(item -> reply.body().set("Item", item));
    }
    return reply;
  }
}
