package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;

/** One clause of an update. */
public sealed interface UpdateAction {
  DocumentPath path();

  /** Bytes that the statement-sized rule charges for it, value included (facts 20 to 26). */
  int costBytes();

  record Set(DocumentPath path, UpdateValue value) implements UpdateAction {
    @Override
    public int costBytes() {
      return 19 + targetBytes(path) + value.costBytes();
    }
  }

  record Remove(DocumentPath path) implements UpdateAction {
    @Override
    public int costBytes() {
      return 1 + targetBytes(path);
    }
  }

  /** Adds to a number, or members to a set. */
  record Add(DocumentPath path, AttributeValue value) implements UpdateAction {
    @Override
    public int costBytes() {
      return 19 + targetBytes(path) + value.sizeBytes();
    }
  }

  /** Takes members out of a set. */
  record Delete(DocumentPath path, AttributeValue value) implements UpdateAction {
    @Override
    public int costBytes() {
      return 1 + targetBytes(path);
    }
  }

  /** ADD as {@code AttributeUpdates} has it: also of elements to a list. */
  record LegacyAdd(DocumentPath path, AttributeValue value) implements UpdateAction {
    @Override
    public int costBytes() {
      return new Add(path, value).costBytes();
    }
  }

  /** DELETE of members as {@code AttributeUpdates} has it. */
  record LegacyDelete(DocumentPath path, AttributeValue value) implements UpdateAction {
    @Override
    public int costBytes() {
      return new Delete(path, value).costBytes();
    }
  }

  private static int targetBytes(DocumentPath path) {
    int bytes = path.elements().getFirst().costBytes();
    for (int i = 1; i < path.elements().size(); i++) {
      bytes += 4 + path.elements().get(i).costBytes();
    }
    return bytes;
  }
}
