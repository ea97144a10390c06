package dev.assay.proxy.mutant;

/** ALL_OLD brings the item as it is after the write. */
final class OldReturnsNew implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    if (!call.body().path("ReturnValues").asText().equals("ALL_OLD")) {
      return store.send(call);
    }
    if (call.is("UpdateItem")) {
      call.body().put("ReturnValues", "ALL_NEW");
      return store.send(call);
    }
    Reply reply = store.send(call.copy());
    if (reply.body().has("Attributes")) {
      reply.body().set("Attributes", call.body().path("Item"));
    }
    return reply;
  }
}
