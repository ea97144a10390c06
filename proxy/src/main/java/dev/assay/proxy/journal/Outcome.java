package dev.assay.proxy.journal;

/** How an exchange ended. */
public enum Outcome {
  /** The client got the store's answer, whatever its status. */
  ANSWERED,
  /** A rule answered in the store's place. */
  REFUSED_BY_RULE,
  /** A rule took the answer, or a part of it, from the client. */
  DROPPED_BY_RULE,
  /** Not an exchange with a client: a rule let the store have a request late. */
  DELIVERED_LATE,
  /** Not an exchange with a client: a rule let the store have a request a second time. */
  DELIVERED_TWICE,
  /** No upstream serves the region that the client signed for. */
  NO_UPSTREAM,
  /** The proxy could not sign the request anew. */
  NOT_SIGNED,
  /** The proxy could not connect to the store. */
  UPSTREAM_UNREACHABLE,
  /** The store took longer than the proxy waits. */
  UPSTREAM_TIMED_OUT,
  /** The store's connection ended before its answer did. */
  UPSTREAM_BROKE_OFF,
  /** The client disconnected before it had the answer. */
  CLIENT_GONE,
  /** The client stopped sending or reading half-way. */
  CLIENT_STALLED,
  /** The request's body was larger than the protocol allows. */
  BODY_TOO_LARGE,
  /** The client sent something that is not HTTP. */
  MALFORMED_REQUEST
}
