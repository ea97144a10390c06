package dev.assay.fault;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** One thing that a rule asks of a request. */
public sealed interface Criterion {

  /** Whether the request has it. */
  boolean matches(RequestFacts facts);

  /** How much of a request must be read to tell: each step costs more. */
  enum Depth {
    /** The connection alone. */
    CONNECTION,
    /** The head. */
    HEAD,
    /** The body, as far as it names tables. */
    TABLES,
    /** The whole body. */
    KEYS
  }

  /** How much of a request must be read to tell. */
  Depth depth();

  /** Whether only the body can tell. */
  default boolean needsBody() {
    return depth().compareTo(Depth.TABLES) >= 0;
  }

  /** The request is one of these API operations. */
  record OperationIn(Set<String> operations) implements Criterion {
    /** Copies the set. */
    public OperationIn {
      operations = Set.copyOf(operations);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return operations.contains(facts.operation());
    }

    @Override
    public Depth depth() {
      return Depth.HEAD;
    }
  }

  /** The request touches at least one of these tables. */
  record TableIn(Set<String> tables) implements Criterion {
    /** Copies the set. */
    public TableIn {
      tables = Set.copyOf(tables);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return !Collections.disjoint(tables, facts.tables());
    }

    @Override
    public Depth depth() {
      return Depth.TABLES;
    }
  }

  /** The request reads one of these indexes. */
  record IndexIn(Set<String> indexes) implements Criterion {
    /** Copies the set. */
    public IndexIn {
      indexes = Set.copyOf(indexes);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return !Collections.disjoint(indexes, facts.indexes());
    }

    @Override
    public Depth depth() {
      return Depth.KEYS;
    }
  }

  /**
   * The request touches an item whose attributes all have one of these values. An item counts as
   * touched when its whole key, or the item itself, stands in the request, and when a Query asks
   * for attributes equal to values.
   */
  record KeyWithin(Map<String, KeyValues> attributes) implements Criterion {
    /** Copies the map. */
    public KeyWithin {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return facts.keys().stream().anyMatch(this::holds);
    }

    private boolean holds(Map<String, KeyValue> item) {
      return attributes.entrySet().stream()
          .allMatch(
              wanted -> {
                KeyValue value = item.get(wanted.getKey());
                return value != null && wanted.getValue().contains(value);
              });
    }

    @Override
    public Depth depth() {
      return Depth.KEYS;
    }
  }

  /**
   * The request goes to a store in one of these regions; where the store's region is not known, it
   * was signed for one.
   */
  record RegionIn(Set<String> regions) implements Criterion {
    /** Copies the set. */
    public RegionIn {
      regions = Set.copyOf(regions);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      String known = facts.upstream().region();
      return regions.contains(known.isEmpty() ? facts.origin().region() : known);
    }

    @Override
    public Depth depth() {
      return Depth.HEAD;
    }
  }

  /** The request goes to one of these upstreams of the proxy, by name. */
  record UpstreamIn(Set<String> upstreams) implements Criterion {
    /** Copies the set. */
    public UpstreamIn {
      upstreams = Set.copyOf(upstreams);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return upstreams.contains(facts.upstream().name());
    }

    @Override
    public Depth depth() {
      return Depth.HEAD;
    }
  }

  /** The request goes to an upstream in one of these availability zones. */
  record AzIn(Set<String> zones) implements Criterion {
    /** Copies the set. */
    public AzIn {
      zones = Set.copyOf(zones);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return zones.contains(facts.upstream().az());
    }

    @Override
    public Depth depth() {
      return Depth.HEAD;
    }
  }

  /** One of these clients sent it: access key ids, addresses, or addresses with ports. */
  record ClientIn(Set<String> clients) implements Criterion {
    /** Copies the set. */
    public ClientIn {
      clients = Set.copyOf(clients);
    }

    @Override
    public boolean matches(RequestFacts facts) {
      return clients.stream().anyMatch(facts.origin()::isCalled);
    }

    @Override
    public Depth depth() {
      return Depth.CONNECTION;
    }
  }
}
