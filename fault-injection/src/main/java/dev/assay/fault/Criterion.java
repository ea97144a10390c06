package dev.assay.fault;

import java.util.Collections;
import java.util.Set;

/** One thing that a rule asks of a request. */
public sealed interface Criterion {

  /** Whether the request has it. */
  boolean matches(RequestFacts facts);

  /**
   * Whether only the body can tell: such a criterion costs every request that might match its
   * parsing.
   */
  boolean needsBody();

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
    public boolean needsBody() {
      return false;
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
    public boolean needsBody() {
      return true;
    }
  }
}
