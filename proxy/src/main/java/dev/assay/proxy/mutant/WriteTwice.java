package dev.assay.proxy.mutant;

/** A write is delivered twice; the client gets the first answer. */
final class WriteTwice implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply first = store.send(call);
    if (first.succeeded()) {
      store.send(call);
    }
    return first;
  }
}
