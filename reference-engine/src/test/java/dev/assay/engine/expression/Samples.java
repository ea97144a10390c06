package dev.assay.engine.expression;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** An item with something of every type, and placeholders for values of every type. */
public final class Samples {
  private Samples() {}

  public static final AttributeMap ITEM =
      AttributeMap.builder()
          .put("pk", s("a"))
          .put("sk", s("b"))
          .put("n", n("5"))
          .put("s", s("str"))
          .put("e", s(""))
          .put("bin", b("abc"))
          .put("yes", AttributeValue.Bool.TRUE)
          .put("nul", AttributeValue.Null.INSTANCE)
          .put("ss", AttributeValue.SS.of(List.of("a", "b")))
          .put("ns", AttributeValue.NS.of(List.of(DynamoNumber.of(1), DynamoNumber.of(2))))
          .put("bs", AttributeValue.BS.of(List.of(bytes("x"))))
          .put("li", l(s("zero"), s("one"), n("2")))
          .put("m", m("a", s("x"), "l", l(n("1"), m("q", s("deep"), "r", n("9"))), "blank", m()))
          .build();

  /** The values behind the placeholders that the tests use. */
  private static final Map<String, AttributeValue> VALUES =
      Map.ofEntries(
          Map.entry(":a", s("a")),
          Map.entry(":b", s("b")),
          Map.entry(":str", s("str")),
          Map.entry(":st", s("st")),
          Map.entry(":x", s("X")),
          Map.entry(":zero", n("0")),
          Map.entry(":one", n("1")),
          Map.entry(":two", n("2")),
          Map.entry(":five", n("5")),
          Map.entry(":nine", n("9")),
          Map.entry(":yes", AttributeValue.Bool.TRUE),
          Map.entry(":nul", AttributeValue.Null.INSTANCE),
          Map.entry(":bin", b("ab")),
          Map.entry(":ss", AttributeValue.SS.of(List.of("b", "c"))),
          Map.entry(":sa", AttributeValue.SS.of(List.of("a", "b"))),
          Map.entry(":ns", AttributeValue.NS.of(List.of(DynamoNumber.of(2), DynamoNumber.of(3)))),
          Map.entry(":bs", AttributeValue.BS.of(List.of(bytes("y")))),
          Map.entry(":l", l(s("new"))),
          Map.entry(":m", m("q", s("deep"), "r", n("9"))));

  private static final Map<String, String> NAMES =
      Map.of("#n", "n", "#s", "s", "#li", "li", "#name", "name", "#dot", "a.b", "#m", "m");

  /** A table with the string keys {@code pk} and {@code sk}. */
  public static final KeySchema KEY =
      new KeySchema(
          List.of(new KeyAttribute("pk", AttributeType.S)),
          List.of(new KeyAttribute("sk", AttributeType.S)));

  /** The placeholders that {@code text} mentions, as far as they are known here. */
  static ExpressionScope scopeFor(String text) {
    Set<String> aliases = new TreeSet<>(List.of(text.split("[^A-Za-z0-9_#:]+")));
    AttributeMap.Builder values = AttributeMap.builder();
    Map<String, String> names = new HashMap<>();
    for (String alias : aliases) {
      AttributeValue value = VALUES.get(alias);
      if (value != null) {
        values.put(alias, value);
      }
      String name = NAMES.get(alias);
      if (name != null) {
        names.put(alias, name);
      }
    }
    return new ExpressionScope(
        names.isEmpty() ? null : names, values.isEmpty() ? null : values.build());
  }

  /** The value behind a placeholder. */
  static AttributeValue value(String alias) {
    return Objects.requireNonNull(VALUES.get(alias));
  }

  public static AttributeValue s(String text) {
    return new AttributeValue.S(text);
  }

  public static AttributeValue n(String number) {
    return new AttributeValue.N(DynamoNumber.parse(number));
  }

  static AttributeValue b(String text) {
    return new AttributeValue.B(bytes(text));
  }

  private static Binary bytes(String text) {
    return Binary.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  public static AttributeValue l(AttributeValue... elements) {
    return new AttributeValue.L(List.of(elements));
  }

  /** A map of the given names and values, in turns. */
  static AttributeValue m(Object... namesAndValues) {
    AttributeMap.Builder attributes = AttributeMap.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put((String) namesAndValues[i], (AttributeValue) namesAndValues[i + 1]);
    }
    return new AttributeValue.M(attributes.build());
  }
}
