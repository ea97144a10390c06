package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request of the JSON protocol.
 *
 * @param operation as in X-Amz-Target
 * @param body whoever holds the call may change it
 * @param region that the client signed for; the empty string when it did not sign, and for a
 *     mutant's own calls
 */
record Call(String operation, ObjectNode body, String region) {

  /** A mutant's own call. */
  Call(String operation, ObjectNode body) {
    this(operation, body, "");
  }

  /** A call with a body of its own. */
  Call copy() {
    return new Call(operation, body.deepCopy(), region);
  }

  boolean is(String... operations) {
    for (String candidate : operations) {
      if (candidate.equals(operation)) {
        return true;
      }
    }
    return false;
  }
}
