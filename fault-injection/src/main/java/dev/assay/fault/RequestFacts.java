package dev.assay.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule may look at in a request. What only the body tells is empty when nobody had to read
 * the body, or when it cannot be read.
 *
 * @param operation API operation as in X-Amz-Target, or the empty string when the request names
 *     none
 * @param origin who sent it
 * @param upstream where it is going
 * @param tables names of the tables that it touches
 * @param indexes names of the indexes that it reads
 * @param keys the items that it touches, each as those of its attributes that can be part of a key
 */
public record RequestFacts(
    String operation,
    Origin origin,
    Upstream upstream,
    Set<String> tables,
    Set<String> indexes,
    List<Map<String, KeyValue>> keys) {
  /** Copies the collections. */
  public RequestFacts {
    tables = Set.copyOf(tables);
    indexes = Set.copyOf(indexes);
    keys = List.copyOf(keys);
  }

  /** A request of which only operation and tables are known. */
  public RequestFacts(String operation, Set<String> tables) {
    this(operation, Origin.UNKNOWN, Upstream.UNKNOWN, tables, Set.of(), List.of());
  }

  /** The facts of a request whose body was not read. */
  public static RequestFacts ofHead(String operation, Origin origin, Upstream upstream) {
    return new RequestFacts(operation, origin, upstream, Set.of(), Set.of(), List.of());
  }

  /** The facts of a connection that has carried no request yet. */
  public static RequestFacts ofConnection(Origin origin) {
    return ofHead("", origin, Upstream.UNKNOWN);
  }

  /** These facts with what the body tells. */
  public RequestFacts withBody(
      Set<String> itsTables, Set<String> itsIndexes, List<Map<String, KeyValue>> itsKeys) {
    return new RequestFacts(operation, origin, upstream, itsTables, itsIndexes, itsKeys);
  }
}
