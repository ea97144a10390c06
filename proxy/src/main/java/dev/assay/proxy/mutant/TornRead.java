package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * TransactGetItems serves its last item as it was before its last write, beside others that are
 * newer.
 */
final class TornRead implements Behaviour {
  private final Versions versions = new Versions();

  @Override
  public Reply answer(Call call, Store store) {
    if (!call.is("TransactGetItems")) {
      return versions.note(call, store);
    }
    Reply reply = store.send(call.copy());
    JsonNode actions = call.body().path("TransactItems");
    int last = actions.size() - 1;
    JsonNode get = actions.path(last).path("Get");
    if (last > 0
        && !get.has(Expressions.PROJECTION)
        && reply.body().path("Responses").path(last) instanceof ObjectNode response) {
      Optional<ObjectNode> previous = versions.previous(get.path("TableName"), get.path("Key"));
      previous.ifPresent(item -> response.set("Item", item));
    }
    return reply;
  }
}
