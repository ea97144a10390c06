package dev.assay.proxy.mutant;

/** A write is delivered twice; the client gets the second answer. */
final class AnswerOfRepeat implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply first = store.send(call);
    return first.succeeded() ? store.send(call) : first;
  }
}
