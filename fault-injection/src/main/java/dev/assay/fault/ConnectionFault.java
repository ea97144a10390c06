package dev.assay.fault;

/**
 * What a new connection suffers before it carries a request. Only its client's address is known
 * then.
 */
public sealed interface ConnectionFault extends Fault permits RefusedConnection, FailedHandshake {}
