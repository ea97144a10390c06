package dev.assay.proxy.mutant;

/** A mutant that changes what the store answers, and nothing of what it is asked. */
@FunctionalInterface
interface ReplyChange extends Behaviour {
  Reply change(Call call, Reply reply);

  @Override
  default Reply answer(Call call, Store store) {
    return change(call, store.send(call.copy()));
  }
}
