package dev.assay.engine.item;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.List;

/** Attribute values as the service's own Java prints them in messages that echo a request. */
public final class JavaText {
  /** The service's own bound on an echo is not known; this one keeps a refusal small. */
  private static final int MAX_CHARS = 1 << 20;

  private static final List<AttributeType> ORDER =
      List.of(
          AttributeType.S,
          AttributeType.N,
          AttributeType.B,
          AttributeType.SS,
          AttributeType.NS,
          AttributeType.BS,
          AttributeType.M,
          AttributeType.L,
          AttributeType.NULL,
          AttributeType.BOOL);

  private JavaText() {}

  public static String of(AttributeMap attributes) {
    StringBuilder text = new StringBuilder();
    append(attributes, text);
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) + "..." : text.toString();
  }

  private static void append(AttributeMap attributes, StringBuilder text) {
    text.append('{');
    for (int i = 0; i < attributes.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(attributes.nameAt(i)).append('=');
      append(attributes.valueAt(i), text);
    }
    text.append('}');
  }

  private static void append(AttributeValue value, StringBuilder text) {
    text.append("AttributeValue(");
    for (AttributeType type : ORDER) {
      text.append(type == AttributeType.S ? "" : ", ").append(label(type)).append('=');
      if (type == value.type()) {
        content(value, text);
      } else {
        text.append("null");
      }
    }
    text.append(')');
  }

  private static String label(AttributeType type) {
    String name = type.name();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static void content(AttributeValue value, StringBuilder text) {
    switch (value) {
      case AttributeValue.S s -> text.append(s.value());
      case AttributeValue.N n -> text.append(n.value());
      case AttributeValue.B b -> text.append(b.value());
      case AttributeValue.Bool bool -> text.append(bool.value());
      case AttributeValue.Null ignored -> text.append(true);
      case AttributeValue.SS set -> text.append(set.members());
      case AttributeValue.NS set -> text.append(set.members());
      case AttributeValue.BS set -> text.append(set.members());
      case AttributeValue.M map -> append(map.attributes(), text);
      case AttributeValue.L list -> {
        text.append('[');
        for (int i = 0; i < list.elements().size(); i++) {
          text.append(i == 0 ? "" : ", ");
          append(list.elements().get(i), text);
        }
        text.append(']');
      }
    }
  }
}
