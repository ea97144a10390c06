package dev.assay.engine.expression;

import dev.assay.engine.value.Utf8;

/** One step of a document path. Printed as error messages print it. */
public sealed interface PathElement {

  /** Bytes that the statement-sized rule charges for this step (fact 22). */
  int costBytes();

  /** A step into a map, or the attribute that a path starts from. */
  record Name(String name) implements PathElement {
    @Override
    public int costBytes() {
      return Utf8.lengthBytes(name);
    }

    /** The name's own: the order of {@link PathTree} hangs on it. */
    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A step into a list, counted from zero. */
  record Index(int index) implements PathElement {
    @Override
    public int costBytes() {
      return Integer.toString(index).length();
    }

    @Override
    public int hashCode() {
      return index;
    }

    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
