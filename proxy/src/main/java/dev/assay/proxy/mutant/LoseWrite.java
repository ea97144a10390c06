package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A write is acknowledged and then undone, so that it is as if it had never been. For single
 * writes, batches and transactions alike; the mutants differ in the operation that they meet.
 */
final class LoseWrite implements Behaviour {
  private record Before(Target target, Optional<ObjectNode> item) {}

  @Override
  public Reply answer(Call call, Store store) {
    List<Before> before =
        Target.written(call, store).stream()
            .map(target -> new Before(target, target.stored(store)))
            .toList();
    Reply reply = store.send(call);
    if (reply.succeeded()) {
      before.forEach(was -> was.target().restore(was.item(), store));
    }
    return reply;
  }
}
