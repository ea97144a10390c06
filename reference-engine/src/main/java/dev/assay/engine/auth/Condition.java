package dev.assay.engine.auth;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement's condition: one operator, one context key and the values of which one
 * has to fit.
 */
record Condition(Operator operator, String key, List<Template> values) {
  /** How the several values that a key may have in one request count. */
  enum Quantifier {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  /**
   * An operator in all its parts, such as {@code ForAllValues:StringNotLikeIfExists}.
   *
   * @param negated whether the comparison must not hold for any value of the policy
   * @param ifExists whether a request that lacks the key passes
   */
  record Operator(Quantifier quantifier, Comparison comparison, boolean negated, boolean ifExists) {
    private static final Map<String, Comparison> POSITIVE =
        Map.ofEntries(
            Map.entry("StringEquals", Comparison.STRING_EQUALS),
            Map.entry("StringEqualsIgnoreCase", Comparison.STRING_EQUALS_IGNORE_CASE),
            Map.entry("StringLike", Comparison.STRING_LIKE),
            Map.entry("NumericEquals", Comparison.NUMERIC_EQUALS),
            Map.entry("NumericLessThan", Comparison.NUMERIC_LESS_THAN),
            Map.entry("NumericLessThanEquals", Comparison.NUMERIC_LESS_THAN_EQUALS),
            Map.entry("NumericGreaterThan", Comparison.NUMERIC_GREATER_THAN),
            Map.entry("NumericGreaterThanEquals", Comparison.NUMERIC_GREATER_THAN_EQUALS),
            Map.entry("DateEquals", Comparison.DATE_EQUALS),
            Map.entry("DateLessThan", Comparison.DATE_LESS_THAN),
            Map.entry("DateLessThanEquals", Comparison.DATE_LESS_THAN_EQUALS),
            Map.entry("DateGreaterThan", Comparison.DATE_GREATER_THAN),
            Map.entry("DateGreaterThanEquals", Comparison.DATE_GREATER_THAN_EQUALS),
            Map.entry("Bool", Comparison.BOOL),
            Map.entry("BinaryEquals", Comparison.BINARY_EQUALS),
            Map.entry("IpAddress", Comparison.IP_ADDRESS),
            Map.entry("ArnEquals", Comparison.ARN_LIKE),
            Map.entry("ArnLike", Comparison.ARN_LIKE),
            Map.entry("Null", Comparison.NULL));
    private static final Map<String, Comparison> NEGATED =
        Map.of(
            "StringNotEquals", Comparison.STRING_EQUALS,
            "StringNotEqualsIgnoreCase", Comparison.STRING_EQUALS_IGNORE_CASE,
            "StringNotLike", Comparison.STRING_LIKE,
            "NumericNotEquals", Comparison.NUMERIC_EQUALS,
            "DateNotEquals", Comparison.DATE_EQUALS,
            "NotIpAddress", Comparison.IP_ADDRESS,
            "ArnNotEquals", Comparison.ARN_LIKE,
            "ArnNotLike", Comparison.ARN_LIKE);
    private static final Map<String, Quantifier> PREFIXES =
        Map.of(
            "ForAllValues:", Quantifier.FOR_ALL_VALUES, "ForAnyValue:", Quantifier.FOR_ANY_VALUE);
    private static final String IF_EXISTS = "IfExists";

    /** Reads an operator's name; null if there is no such operator. */
    static @Nullable Operator parse(String name) {
      Quantifier quantifier = Quantifier.NONE;
      String rest = name;
      for (Map.Entry<String, Quantifier> prefix : PREFIXES.entrySet()) {
        if (name.startsWith(prefix.getKey())) {
          quantifier = prefix.getValue();
          rest = name.substring(prefix.getKey().length());
        }
      }
      boolean ifExists = rest.endsWith(IF_EXISTS);
      if (ifExists) {
        rest = rest.substring(0, rest.length() - IF_EXISTS.length());
      }
      boolean negated = NEGATED.containsKey(rest);
      Comparison comparison = negated ? NEGATED.get(rest) : POSITIVE.get(rest);
      if (comparison == null || (comparison == Comparison.NULL && ifExists)) {
        return null;
      }
      return new Operator(quantifier, comparison, negated, ifExists);
    }
  }

  boolean holds(ContextKeys keys) {
    List<String> actual = keys.all(key);
    if (operator.comparison() == Comparison.NULL) {
      String expected = String.valueOf(actual.isEmpty());
      return values.stream().anyMatch(value -> value.written().equalsIgnoreCase(expected));
    }
    return switch (operator.quantifier()) {
      // Of a key with several values that is asked without a quantifier, one has to fit, or none.
      case NONE ->
          actual.isEmpty()
              ? operator.ifExists() || operator.negated()
              : operator.negated()
                  ? actual.stream().allMatch(value -> fits(value, keys))
                  : actual.stream().anyMatch(value -> fits(value, keys));
      case FOR_ALL_VALUES -> actual.stream().allMatch(value -> fits(value, keys));
      case FOR_ANY_VALUE ->
          actual.isEmpty()
              ? operator.ifExists()
              : actual.stream().anyMatch(value -> fits(value, keys));
    };
  }

  private boolean fits(String actual, ContextKeys keys) {
    boolean any =
        values.stream().anyMatch(value -> operator.comparison().holds(actual, value, keys));
    return any != operator.negated();
  }
}
