package dev.assay.engine.disk;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items and attribute values as bytes. The tags are part of the format: they never change. */
final class ValueCodec {
  private static final int STRING = 1;
  private static final int SMALL_NUMBER = 2;
  private static final int LARGE_NUMBER = 3;
  private static final int BINARY = 4;
  private static final int FALSE = 5;
  private static final int TRUE = 6;
  private static final int NULL = 7;
  private static final int LIST = 8;
  private static final int MAP = 9;
  private static final int STRING_SET = 10;
  private static final int NUMBER_SET = 11;
  private static final int BINARY_SET = 12;

  private static final int LONG_BITS = 63;

  private ValueCodec() {}

  /** Writes an item, or that there is none. */
  static void writeImage(@Nullable AttributeMap image, Output out) {
    if (image == null) {
      out.number(0);
    } else {
      out.number(image.size() + 1L);
      writeAttributes(image, out);
    }
  }

  static @Nullable AttributeMap readImage(Input in) {
    int size = in.count();
    return size == 0 ? null : readAttributes(size - 1, in);
  }

  private static void writeAttributes(AttributeMap attributes, Output out) {
    for (int i = 0; i < attributes.size(); i++) {
      out.text(attributes.nameAt(i));
      write(attributes.valueAt(i), out);
    }
  }

  private static AttributeMap readAttributes(int size, Input in) {
    AttributeMap.Builder attributes = AttributeMap.builder();
    for (int i = 0; i < size; i++) {
      String name = in.name();
      attributes.put(name, read(in));
    }
    return attributes.build();
  }

  static void write(AttributeValue value, Output out) {
    switch (value) {
      case AttributeValue.S s -> out.u8(STRING).text(s.value());
      case AttributeValue.N n -> write(n.value(), out);
      case AttributeValue.B b -> out.u8(BINARY).block(b.value().array());
      case AttributeValue.Bool bool -> out.u8(bool.value() ? TRUE : FALSE);
      case AttributeValue.Null ignored -> out.u8(NULL);
      case AttributeValue.L list -> {
        out.u8(LIST).number(list.elements().size());
        list.elements().forEach(element -> write(element, out));
      }
      case AttributeValue.M map -> {
        out.u8(MAP).number(map.attributes().size());
        writeAttributes(map.attributes(), out);
      }
      case AttributeValue.SS set -> {
        out.u8(STRING_SET).number(set.members().size());
        set.members().forEach(out::text);
      }
      case AttributeValue.NS set -> {
        out.u8(NUMBER_SET).number(set.members().size());
        set.members().forEach(member -> write(member, out));
      }
      case AttributeValue.BS set -> {
        out.u8(BINARY_SET).number(set.members().size());
        set.members().forEach(member -> out.block(member.array()));
      }
    }
  }

  private static void write(DynamoNumber number, Output out) {
    BigDecimal decimal = number.value();
    BigInteger unscaled = decimal.unscaledValue();
    if (unscaled.bitLength() <= LONG_BITS) {
      out.u8(SMALL_NUMBER).signed(decimal.scale()).signed(unscaled.longValue());
    } else {
      out.u8(LARGE_NUMBER).signed(decimal.scale()).block(unscaled.toByteArray());
    }
  }

  static AttributeValue read(Input in) {
    int tag = in.u8();
    return switch (tag) {
      case STRING -> new AttributeValue.S(in.text());
      case SMALL_NUMBER, LARGE_NUMBER -> new AttributeValue.N(readNumber(tag, in));
      case BINARY -> new AttributeValue.B(Binary.wrap(in.block()));
      case FALSE -> AttributeValue.Bool.FALSE;
      case TRUE -> AttributeValue.Bool.TRUE;
      case NULL -> AttributeValue.Null.INSTANCE;
      case LIST -> {
        int size = in.count();
        List<AttributeValue> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          elements.add(read(in));
        }
        yield new AttributeValue.L(elements);
      }
      case MAP -> new AttributeValue.M(readAttributes(in.count(), in));
      case STRING_SET -> {
        int size = in.count();
        List<String> members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          members.add(in.text());
        }
        yield AttributeValue.SS.of(members);
      }
      case NUMBER_SET -> {
        int size = in.count();
        List<DynamoNumber> members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          members.add(readNumber(in.u8(), in));
        }
        yield AttributeValue.NS.of(members);
      }
      case BINARY_SET -> {
        int size = in.count();
        List<Binary> members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          members.add(Binary.wrap(in.block()));
        }
        yield AttributeValue.BS.of(members);
      }
      default -> throw new MalformedException("no value has the tag " + tag);
    };
  }

  private static DynamoNumber readNumber(int tag, Input in) {
    int scale = (int) in.signed();
    return switch (tag) {
      case SMALL_NUMBER -> DynamoNumber.of(BigDecimal.valueOf(in.signed(), scale));
      case LARGE_NUMBER -> DynamoNumber.of(new BigDecimal(new BigInteger(in.block()), scale));
      default -> throw new MalformedException("no number has the tag " + tag);
    };
  }
}
