package dev.assay.proxy.mutant;

/** A mutant that changes what the store is asked, and nothing of what it answers. */
@FunctionalInterface
interface RequestChange extends Behaviour {
  void change(Call call);

  @Override
  default Reply answer(Call call, Store store) {
    change(call);
    return store.send(call);
  }
}
