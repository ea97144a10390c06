package dev.assay.proxy.mutant;

import java.util.List;
import java.util.Optional;

/** An update of an item that is not there does nothing. */
final class UpdateNeedsItem implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    List<Target> targets = Target.written(call, store);
    boolean absent =
        !call.body().has("ConditionExpression")
            && targets.stream().allMatch(target -> target.stored(store).isEmpty());
    // The store still refuses what is wrong with the request.
    Reply reply = store.send(call);
    if (absent && reply.succeeded()) {
      targets.forEach(target -> target.restore(Optional.empty(), store));
      return Reply.ok(call.body().objectNode());
    }
    return reply;
  }
}
