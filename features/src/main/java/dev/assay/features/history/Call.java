package dev.assay.features.history;

import java.util.List;
import java.util.OptionalLong;

/** What a client asked for. An item holds one number, or is absent; a list item holds a list. */
public sealed interface Call {
  /** The word for it in histories. */
  String f();

  /** Whether it could change anything. A read that got no answer did nothing. */
  default boolean changes() {
    return true;
  }

  /** Reads one item. */
  record Read(String key, Reading how) implements Call {
    @Override
    public String f() {
      return "read";
    }

    @Override
    public boolean changes() {
      return false;
    }
  }

  /** Overwrites one item, whatever it held. */
  record Write(String key, long value) implements Call {
    @Override
    public String f() {
      return "write";
    }
  }

  /** Writes if the item holds exactly that, or is absent when that is empty. */
  record Cas(String key, OptionalLong expected, long value) implements Call {
    @Override
    public String f() {
      return "cas";
    }
  }

  /** Adds to a counter and is told the sum. */
  record Add(String key, long amount) implements Call {
    @Override
    public String f() {
      return "add";
    }
  }

  /** Writes if the item is absent; the value says whose insert it was. */
  record Insert(String key, long value) implements Call {
    @Override
    public String f() {
      return "insert";
    }
  }

  /** Appends to lists and reads lists, all at once or not at all. */
  record Transaction(List<Step> steps, Reading how) implements Call {
    @Override
    public String f() {
      return "txn";
    }

    @Override
    public boolean changes() {
      return steps.stream().anyMatch(Step.Append.class::isInstance);
    }
  }

  /** Moves an amount from one account to another that stays above zero, all at once. */
  record Transfer(String from, String to, long amount) implements Call {
    @Override
    public String f() {
      return "transfer";
    }
  }

  /** Reads several items at one instant. */
  record Snapshot(List<String> keys) implements Call {
    @Override
    public String f() {
      return "snapshot";
    }

    @Override
    public boolean changes() {
      return false;
    }
  }

  /** Takes what is next in one shard of a stream. */
  record TakeRecords(String shard) implements Call {
    @Override
    public String f() {
      return "take";
    }

    @Override
    public boolean changes() {
      return false;
    }
  }

  /** A part of a transaction. */
  sealed interface Step {
    String key();

    /** Appends a value that nobody else appends. */
    record Append(String key, long value) implements Step {}

    /** Reads a list as it was before the transaction's own appends. */
    record ReadList(String key) implements Step {}
  }
}
