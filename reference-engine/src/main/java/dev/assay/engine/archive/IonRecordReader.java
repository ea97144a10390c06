package dev.assay.engine.archive;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ion, text or binary: top-level structs with a field {@code Item}. */
final class IonRecordReader implements RecordReader {
  private final IonReader ion;
  private long number;

  /** A value that DynamoDB does not have. */
  private static final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoValue(String problem) {
      super(problem, null, false, false);
    }
  }

  IonRecordReader(InputStream in) throws IOException {
    try {
      ion = IonReaderBuilder.standard().build(in);
    } catch (IonException e) {
      throw new IOException("malformed Ion: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Found next() throws IOException {
    try {
      IonType type = ion.next();
      if (type == null) {
        return null;
      }
      number++;
      if (type != IonType.STRUCT || ion.isNullValue()) {
        return new NoItem(number, "a struct with an Item is expected, not " + type);
      }
      return readStruct();
    } catch (IonException e) {
      throw new IOException("malformed Ion: " + e.getMessage(), e);
    }
  }

  private Found readStruct() {
    int depth = ion.getDepth();
    ion.stepIn();
    Found found = new NoItem(number, "there is no Item");
    try {
      while (ion.next() != null) {
        if ("Item".equals(ion.getFieldName())) {
          found = new Item(attributes());
        }
      }
    } catch (NoValue | NumberProblemException e) {
      found = new NoItem(number, String.valueOf(e.getMessage()));
    }
    while (ion.getDepth() > depth) {
      ion.stepOut();
    }
    return found;
  }

  private AttributeMap attributes() {
    if (ion.getType() != IonType.STRUCT || ion.isNullValue()) {
      throw new NoValue("an item must be a struct");
    }
    AttributeMap.Builder attributes = AttributeMap.builder();
    ion.stepIn();
    while (ion.next() != null) {
      String name = ion.getFieldName();
      attributes.put(name, value());
    }
    ion.stepOut();
    return attributes.build();
  }

  private AttributeValue value() {
    if (ion.isNullValue()) {
      return AttributeValue.Null.INSTANCE;
    }
    IonType type = ion.getType();
    return switch (type) {
      case BOOL -> AttributeValue.Bool.of(ion.booleanValue());
      case INT -> new AttributeValue.N(number(new BigDecimal(ion.bigIntegerValue())));
      case DECIMAL -> new AttributeValue.N(number(ion.bigDecimalValue()));
      case FLOAT -> new AttributeValue.N(number(BigDecimal.valueOf(ion.doubleValue())));
      case STRING, SYMBOL -> new AttributeValue.S(ion.stringValue());
      case BLOB, CLOB -> new AttributeValue.B(Binary.wrap(ion.newBytes()));
      case STRUCT -> new AttributeValue.M(attributes());
      case LIST, SEXP -> list(ion.getTypeAnnotations());
      case NULL, TIMESTAMP, DATAGRAM -> throw new NoValue("a " + type + " is no attribute value");
    };
  }

  private static DynamoNumber number(BigDecimal value) {
    return DynamoNumber.of(value);
  }

  private AttributeValue list(String[] annotations) {
    List<AttributeValue> elements = new ArrayList<>();
    ion.stepIn();
    while (ion.next() != null) {
      elements.add(value());
    }
    ion.stepOut();
    for (String annotation : annotations) {
      switch (annotation) {
        case "$dynamodb_SS" -> {
          return AttributeValue.SS.of(
              members(elements, value -> value instanceof AttributeValue.S s ? s.value() : null));
        }
        case "$dynamodb_NS" -> {
          return AttributeValue.NS.of(
              members(elements, value -> value instanceof AttributeValue.N n ? n.value() : null));
        }
        case "$dynamodb_BS" -> {
          return AttributeValue.BS.of(
              members(elements, value -> value instanceof AttributeValue.B b ? b.value() : null));
        }
        default -> {
          // An annotation that means nothing here.
        }
      }
    }
    return new AttributeValue.L(elements);
  }

  private interface Member<T> {
    @Nullable T of(AttributeValue value);
  }

  private static <T> List<T> members(List<AttributeValue> elements, Member<T> member) {
    List<T> members = new ArrayList<>();
    for (AttributeValue element : elements) {
      T value = member.of(element);
      if (value == null) {
        throw new NoValue("a set has a member of another type");
      }
      members.add(value);
    }
    if (members.isEmpty() || new HashSet<>(members).size() < members.size()) {
      throw new NoValue("a set may neither be empty nor have a member twice");
    }
    return members;
  }

  @Override
  public void close() throws IOException {
    ion.close();
  }
}
