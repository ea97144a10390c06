package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Time to live can be switched on when it is on already. */
final class TimeToLiveTwice implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    boolean refused =
        reply.errorName().equals("ValidationException")
            && reply.body().path("message").asText().startsWith("TimeToLive is already");
    if (!refused) {
      return reply;
    }
    ObjectNode answer = call.body().objectNode();
    answer.set("TimeToLiveSpecification", call.body().path("TimeToLiveSpecification"));
    return Reply.ok(answer);
  }
}
