package dev.assay.engine.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from attribute name to value: an item, a key, or the inside of a map attribute.
 *
 * <p>Two parallel arrays in name order: an item costs no more than its names and values, which is
 * what lets a million of them fit, and lookup is a binary search.
 */
public final class AttributeMap implements Iterable<AttributeMap.Entry> {
  public static final AttributeMap EMPTY = new AttributeMap(new String[0], new AttributeValue[0]);

  private final String[] names;
  private final AttributeValue[] values;
  private int sizeBytes = -1;

  /** One attribute. */
  public record Entry(String name, AttributeValue value) {}

  private AttributeMap(String[] names, AttributeValue[] values) {
    this.names = names;
    this.values = values;
  }

  public static AttributeMap of(String name, AttributeValue value) {
    return new AttributeMap(new String[] {name}, new AttributeValue[] {value});
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.names = names.clone();
    builder.values = values.clone();
    builder.size = names.length;
    return builder;
  }

  public int size() {
    return names.length;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public @Nullable AttributeValue find(String name) {
    int index = Arrays.binarySearch(names, name);
    return index < 0 ? null : values[index];
  }

  public boolean has(String name) {
    return Arrays.binarySearch(names, name) >= 0;
  }

  public String nameAt(int index) {
    return names[index];
  }

  public AttributeValue valueAt(int index) {
    return values[index];
  }

  /** A copy in which {@code name} has {@code value}. */
  public AttributeMap with(String name, AttributeValue value) {
    return toBuilder().put(name, value).build();
  }

  /** A copy without {@code name}; this map itself if it has no such attribute. */
  public AttributeMap without(String name) {
    int index = Arrays.binarySearch(names, name);
    if (index < 0) {
      return this;
    }
    String[] fewerNames = new String[names.length - 1];
    AttributeValue[] fewerValues = new AttributeValue[names.length - 1];
    System.arraycopy(names, 0, fewerNames, 0, index);
    System.arraycopy(names, index + 1, fewerNames, index, names.length - index - 1);
    System.arraycopy(values, 0, fewerValues, 0, index);
    System.arraycopy(values, index + 1, fewerValues, index, names.length - index - 1);
    return new AttributeMap(fewerNames, fewerValues);
  }

  /** Bytes of all names and values: an item's size as its limit counts it (facts 8 and 9). */
  public int sizeBytes() {
    int size = sizeBytes;
    if (size < 0) {
      size = 0;
      for (int i = 0; i < names.length; i++) {
        size += Utf8.lengthBytes(names[i]) + values[i].sizeBytes();
      }
      sizeBytes = size;
    }
    return size;
  }

  @Override
  public Iterator<Entry> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < names.length;
      }

      @Override
      public Entry next() {
        if (next >= names.length) {
          throw new NoSuchElementException();
        }
        return new Entry(names[next], values[next++]);
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeMap that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < names.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(values[i]);
    }
    return text.append('}').toString();
  }

  /** Collects attributes in any order; a name put twice keeps the last value. */
  public static final class Builder {
    private String[] names = new String[8];
    private AttributeValue[] values = new AttributeValue[8];
    private int size;

    public Builder put(String name, AttributeValue value) {
      int index;
      if (size == 0 || names[size - 1].compareTo(name) < 0) {
        index = size;
      } else {
        index = Arrays.binarySearch(names, 0, size, name);
        if (index >= 0) {
          values[index] = value;
          return this;
        }
        index = -index - 1;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, Math.max(8, size * 2));
        values = Arrays.copyOf(values, Math.max(8, size * 2));
      }
      System.arraycopy(names, index, names, index + 1, size - index);
      System.arraycopy(values, index, values, index + 1, size - index);
      names[index] = name;
      values[index] = value;
      size++;
      return this;
    }

    public Builder putAll(AttributeMap attributes) {
      for (int i = 0; i < attributes.names.length; i++) {
        put(attributes.names[i], attributes.values[i]);
      }
      return this;
    }

    public boolean isEmpty() {
      return size == 0;
    }

    public boolean has(String name) {
      return Arrays.binarySearch(names, 0, size, name) >= 0;
    }

    public AttributeMap build() {
      if (size == 0) {
        return EMPTY;
      }
      return new AttributeMap(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }
}
