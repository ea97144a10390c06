package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The last page leads on to an empty one, and that one to itself, without end. */
final class EndlessPages implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    if (!reply.succeeded()
        || reply.body().has("LastEvaluatedKey")
        || call.body().has("IndexName")) {
      return reply;
    }
    JsonNode again = call.body().path("ExclusiveStartKey");
    List<JsonNode> items = Items.page(reply);
    Optional<ObjectNode> last =
        items.isEmpty()
            ? Optional.empty()
            : Tables.keyOf(items.getLast(), Tables.keys(call.body().path("TableName"), store));
    if (last.isPresent()) {
      reply.body().set("LastEvaluatedKey", last.get());
    } else if (again.isObject()) {
      reply.body().set("LastEvaluatedKey", again);
    }
    return reply;
  }
}
