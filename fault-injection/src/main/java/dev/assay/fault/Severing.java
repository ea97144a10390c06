package dev.assay.fault;

/** The client does not get the store's answer. */
public sealed interface Severing extends Fault
    permits Reset, HalfClose, LostRequest, LostAnswer, Partition {

  /** Whether the store never sees the request, or carries it out and is not heard. */
  Side on();

  /** What the client gets instead. */
  Ending ending();
}
