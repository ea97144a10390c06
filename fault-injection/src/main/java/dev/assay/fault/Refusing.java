package dev.assay.fault;

/** The client gets an error of the service's in place of an answer. */
public sealed interface Refusing extends Fault permits Throttling, ErrorAnswer, Cancellation {

  /** Whether the store never sees the request, or carries it out before the client is refused. */
  Side on();
}
