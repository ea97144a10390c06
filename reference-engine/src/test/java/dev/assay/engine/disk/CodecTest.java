package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is written to disk is read again")
class CodecTest {
  private static final int ROUNDS = 300;

  @Test
  void asTheSameItem() {
    Random random = new Random(11);
    Output out = new Output();
    Input in = new Input(new byte[0]);
    for (int i = 0; i < ROUNDS; i++) {
      AttributeMap item = attributes(random, 3);
      out.clear();
      ValueCodec.writeImage(item, out);
      in = in.with(out.toByteArray());
      assertThat(ValueCodec.readImage(in)).isEqualTo(item);
      assertThat(in.hasMore()).isFalse();
    }
  }

  private static AttributeMap attributes(Random random, int depth) {
    AttributeMap.Builder item = AttributeMap.builder();
    for (int size = random.nextInt(6); size >= 0; size--) {
      item.put(text(random), value(random, depth));
    }
    return item.build();
  }

  private static AttributeValue value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 10)) {
      case 0 -> new AttributeValue.S(text(random));
      case 1 -> new AttributeValue.N(number(random));
      case 2 -> new AttributeValue.B(binary(random));
      case 3 -> AttributeValue.Bool.of(random.nextBoolean());
      case 4 -> AttributeValue.Null.INSTANCE;
      case 5 -> AttributeValue.SS.of(Set.of(text(random) + "a", text(random) + "b"));
      case 6 ->
          AttributeValue.NS.of(
              new HashSet<>(List.of(number(random), number(random), DynamoNumber.ZERO)));
      case 7 -> AttributeValue.BS.of(new HashSet<>(List.of(binary(random), binary(random))));
      case 8 -> new AttributeValue.L(List.of(value(random, depth - 1), value(random, depth - 1)));
      default -> new AttributeValue.M(attributes(random, depth - 1));
    };
  }

  /** Of every kind of char, unpaired surrogates too. */
  private static String text(Random random) {
    int[] limits = {0x7F, 0xFF, 0xFFFF};
    int limit = limits[random.nextInt(limits.length)];
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(20); length >= 0; length--) {
      text.append((char) random.nextInt(limit + 1));
    }
    return text.toString();
  }

  private static DynamoNumber number(Random random) {
    BigInteger digits = new BigInteger(random.nextInt(126), random);
    int scale = random.nextInt(120) - 80;
    BigDecimal number = new BigDecimal(digits, scale);
    return DynamoNumber.of(random.nextBoolean() ? number : number.negate());
  }

  private static Binary binary(Random random) {
    byte[] bytes = new byte[random.nextInt(30)];
    random.nextBytes(bytes);
    return Binary.wrap(bytes);
  }

  @Test
  void asTheSameDefinitionWhateverItsPartsAre() throws ReflectiveOperationException {
    Random random = new Random(12);
    for (int i = 0; i < ROUNDS; i++) {
      TableDefinition definition = (TableDefinition) any(TableDefinition.class, random);
      assertThat(DefinitionCodec.read(DefinitionCodec.write(definition))).isEqualTo(definition);
    }
  }

  /** A value of any type that definitions are made of; a part that may be null sometimes is. */
  private static Object any(Type type, Random random) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      int size = random.nextInt(3);
      if (generic.getRawType() == List.class) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          list.add(any(arguments[0], random));
        }
        return list;
      }
      assertThat(generic.getRawType()).isEqualTo(Map.class);
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(any(arguments[0], random), any(arguments[1], random));
      }
      return map;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (plain.isRecord()) {
      return record(plain, random);
    }
    if (plain == String.class) {
      return "text" + random.nextInt(1000) + (char) random.nextInt(0xD800);
    }
    if (plain == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return random.nextBoolean();
    }
    if (plain == int.class || plain == Integer.class) {
      return random.nextInt();
    }
    if (plain == double.class || plain == Double.class) {
      return random.nextDouble();
    }
    assertThat(plain).isIn(long.class, Long.class);
    return random.nextLong();
  }

  private static Object record(Class<?> type, Random random) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      values[i] =
          mayBeNull && random.nextBoolean() ? null : any(components[i].getGenericType(), random);
    }
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    return constructor.newInstance(values);
  }
}
