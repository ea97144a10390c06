package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string of a policy: literal text, the wildcards {@code *} and {@code ?}, and policy variables
 * such as {@code ${aws:username}} or, with a value for when there is none, {@code ${aws:username,
 * 'nobody'}}. What a variable stands for is always taken literally.
 */
record Template(String written, List<Part> parts) {
  sealed interface Part {}

  record Literal(String text) implements Part {}

  record AnyRun() implements Part {}

  record AnyOne() implements Part {}

  record Variable(String key, @Nullable String fallback) implements Part {}

  /**
   * @param variables whether the policy's version knows variables
   */
  static Template of(String written, boolean variables) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      int end = variables && written.startsWith("${", i) ? written.indexOf('}', i) : -1;
      if (end > 0) {
        addLiteral(parts, literal);
        parts.add(variable(written.substring(i + 2, end)));
        i = end;
      } else if (c == '*' || c == '?') {
        addLiteral(parts, literal);
        parts.add(c == '*' ? new AnyRun() : new AnyOne());
      } else {
        literal.append(c);
      }
    }
    addLiteral(parts, literal);
    return new Template(written, List.copyOf(parts));
  }

  private static void addLiteral(List<Part> parts, StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private static Part variable(String inside) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return new Literal(inside);
    }
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return new Variable(inside.trim(), null);
    }
    String fallback = inside.substring(comma + 1).trim();
    boolean quoted = fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
    return new Variable(
        inside.substring(0, comma).trim(),
        quoted ? fallback.substring(1, fallback.length() - 1) : fallback);
  }

  boolean hasVariables() {
    return parts.stream().anyMatch(Variable.class::isInstance);
  }

  /** The text for this request with wildcards as plain characters; null if a variable has none. */
  @Nullable String text(ContextKeys keys) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> text.append(literal.text());
        case AnyRun ignored -> text.append('*');
        case AnyOne ignored -> text.append('?');
        case Variable variable -> {
          String value = value(variable, keys);
          if (value == null) {
            return null;
          }
          text.append(value);
        }
      }
    }
    return text.toString();
  }

  /** The pattern for this request; null if a variable has no value. */
  @Nullable Glob glob(ContextKeys keys) {
    List<Integer> symbols = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> literal.text().codePoints().forEach(symbols::add);
        case AnyRun ignored -> symbols.add(Glob.ANY_RUN);
        case AnyOne ignored -> symbols.add(Glob.ANY_ONE);
        case Variable variable -> {
          String value = value(variable, keys);
          if (value == null) {
            return null;
          }
          value.codePoints().forEach(symbols::add);
        }
      }
    }
    return new Glob(symbols.stream().mapToInt(Integer::intValue).toArray());
  }

  private static @Nullable String value(Variable variable, ContextKeys keys) {
    List<String> values = keys.all(variable.key());
    // Keys of several values cannot be variables.
    return values.size() == 1 ? values.getFirst() : variable.fallback();
  }
}
