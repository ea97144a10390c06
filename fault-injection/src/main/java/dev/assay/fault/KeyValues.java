package dev.assay.fault;

import java.util.Optional;
import java.util.Set;

/** The values of one key attribute that a rule is about. */
public sealed interface KeyValues {

  /** Whether this is one of them. */
  boolean contains(KeyValue value);

  /** Any of these. */
  record In(Set<KeyValue> values) implements KeyValues {
    /** Copies the set. */
    public In {
      values = Set.copyOf(values);
    }

    @Override
    public boolean contains(KeyValue value) {
      return values.contains(value);
    }
  }

  /** All from one value to another, both included; open at the end that is missing. */
  record Between(Optional<KeyValue> from, Optional<KeyValue> to) implements KeyValues {
    @Override
    public boolean contains(KeyValue value) {
      return from.map(low -> value.compareTo(low).filter(order -> order >= 0).isPresent())
              .orElse(true)
          && to.map(high -> value.compareTo(high).filter(order -> order <= 0).isPresent())
              .orElse(true);
    }
  }
}
