package dev.assay.fault;

import java.util.Set;

/**
 * What a rule may look at in a request.
 *
 * @param operation API operation as in X-Amz-Target, or the empty string when the request names
 *     none
 * @param tables names of the tables that the request touches; empty when nobody had to read the
 *     body
 */
public record RequestFacts(String operation, Set<String> tables) {
  /** Copies the set. */
  public RequestFacts {
    tables = Set.copyOf(tables);
  }

  /** The facts of a request whose body was not read. */
  public static RequestFacts ofOperation(String operation) {
    return new RequestFacts(operation, Set.of());
  }
}
