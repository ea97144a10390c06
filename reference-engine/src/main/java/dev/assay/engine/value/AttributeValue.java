package dev.assay.engine.value;

import java.util.List;

/**
 * One attribute value. Immutable; equality is DynamoDB's: numbers by value, sets without regard to
 * order, lists and maps deeply.
 *
 * <p>Set members are kept in the order in which the service returns them (bytewise for strings and
 * binaries, numerically for numbers: facts 44), so that equal sets are equal lists.
 */
public sealed interface AttributeValue {

  AttributeType type();

  /** Bytes that this value adds to an item, without its name (facts 9, 12 and 17). */
  int sizeBytes();

  record S(String value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.S;
    }

    @Override
    public int sizeBytes() {
      return Utf8.lengthBytes(value);
    }
  }

  record N(DynamoNumber value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.N;
    }

    @Override
    public int sizeBytes() {
      return value.sizeBytes();
    }
  }

  record B(Binary value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.B;
    }

    @Override
    public int sizeBytes() {
      return value.length();
    }
  }

  record Bool(boolean value) implements AttributeValue {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }

    @Override
    public AttributeType type() {
      return AttributeType.BOOL;
    }

    @Override
    public int sizeBytes() {
      return 1;
    }
  }

  record Null() implements AttributeValue {
    public static final Null INSTANCE = new Null();

    @Override
    public AttributeType type() {
      return AttributeType.NULL;
    }

    @Override
    public int sizeBytes() {
      return 1;
    }
  }

  record L(List<AttributeValue> elements) implements AttributeValue {
    public L {
      elements = List.copyOf(elements);
    }

    @Override
    public AttributeType type() {
      return AttributeType.L;
    }

    @Override
    public int sizeBytes() {
      int size = 3;
      for (AttributeValue element : elements) {
        size += 1 + element.sizeBytes();
      }
      return size;
    }
  }

  record M(AttributeMap attributes) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.M;
    }

    @Override
    public int sizeBytes() {
      return 3 + attributes.size() + attributes.sizeBytes();
    }
  }

  /** A string set; {@code members} must be distinct and in UTF-8 order: see {@link #of}. */
  record SS(List<String> members) implements AttributeValue {
    /** Orders the members; they must already be distinct. */
    public static SS of(Iterable<String> members) {
      return new SS(Sorted.copy(members, Utf8.ORDER));
    }

    @Override
    public AttributeType type() {
      return AttributeType.SS;
    }

    @Override
    public int sizeBytes() {
      int size = 0;
      for (String member : members) {
        size += Utf8.lengthBytes(member);
      }
      return size;
    }
  }

  /** A number set; {@code members} must be distinct and ascending: see {@link #of}. */
  record NS(List<DynamoNumber> members) implements AttributeValue {
    /** Orders the members; they must already be distinct. */
    public static NS of(Iterable<DynamoNumber> members) {
      return new NS(Sorted.copy(members, DynamoNumber::compareTo));
    }

    @Override
    public AttributeType type() {
      return AttributeType.NS;
    }

    @Override
    public int sizeBytes() {
      int size = 0;
      for (DynamoNumber member : members) {
        size += member.sizeBytes();
      }
      return size;
    }
  }

  /** A binary set; {@code members} must be distinct and in unsigned byte order: see {@link #of}. */
  record BS(List<Binary> members) implements AttributeValue {
    /** Orders the members; they must already be distinct. */
    public static BS of(Iterable<Binary> members) {
      return new BS(Sorted.copy(members, Binary::compareTo));
    }

    @Override
    public AttributeType type() {
      return AttributeType.BS;
    }

    @Override
    public int sizeBytes() {
      int size = 0;
      for (Binary member : members) {
        size += member.length();
      }
      return size;
    }
  }
}
