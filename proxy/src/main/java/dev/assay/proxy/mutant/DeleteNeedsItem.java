package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A delete of an item that is not there is refused. */
final class DeleteNeedsItem implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    List<Target> targets = Target.written(call, store);
    boolean absent = targets.stream().allMatch(target -> target.stored(store).isEmpty());
    Reply reply = store.send(call);
    if (!absent || !reply.succeeded()) {
      return reply;
    }
    ObjectNode refusal = reply.body().objectNode();
    refusal.put("__type", "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException");
    refusal.put("message", "Requested resource not found");
    return new Reply(400, refusal, Map.of());
  }
}
