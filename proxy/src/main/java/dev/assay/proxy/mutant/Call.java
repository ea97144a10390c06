package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request of the JSON protocol.
 *
 * @param operation as in X-Amz-Target
 * @param body whoever holds the call may change it
 */
record Call(String operation, ObjectNode body) {

  /** A call with a body of its own. */
  Call copy() {
    return new Call(operation, body.deepCopy());
  }

  /** A request about the same table and nothing else. */
  Call onSameTable(String otherOperation) {
    ObjectNode other = body.objectNode();
    other.set("TableName", body.get("TableName"));
    return new Call(otherOperation, other);
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
