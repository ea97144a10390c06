package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of one request, and which of them its expressions have used so far. Not
 * thread-safe; one request, one scope.
 */
public final class ExpressionScope {
  private static final int MAX_ALIAS_CHARS = 255;
  private static final int MAX_NAME_BYTES = 65_535;

  private final @Nullable Map<String, String> names;
  private final @Nullable AttributeMap values;
  private final Set<String> usedNames = new HashSet<>(4);
  private final Set<String> usedValues = new HashSet<>(4);

  /**
   * @param names {@code ExpressionAttributeNames}, keys with their {@code #}; null if not given
   * @param values {@code ExpressionAttributeValues}, keys with their colon; null if not given
   * @throws ServiceException if a map is empty or has an ill-formed key; names go first
   */
  public ExpressionScope(@Nullable Map<String, String> names, @Nullable AttributeMap values) {
    this.names = names;
    this.values = values;
    if (names != null) {
      checkNames(names);
    }
    if (values != null) {
      checkValues(values);
    }
  }

  /**
   * Refuses placeholders in a request that has no expression (facts 69 and 70).
   *
   * @param missing what the service adds about values, such as {@code ": FilterExpression is
   *     null"}; empty for nothing
   */
  public static void refuseWithoutExpressions(
      @Nullable Map<String, String> names, @Nullable AttributeMap values, String missing) {
    String rule = " can only be specified when using expressions";
    if (names != null) {
      throw ServiceException.validation("ExpressionAttributeNames" + rule);
    }
    if (values != null) {
      throw ServiceException.validation("ExpressionAttributeValues" + rule + missing);
    }
  }

  /** Refuses the placeholders that no expression of the request has used; names go first. */
  public void checkAllUsed() {
    if (names != null && usedNames.size() < names.size()) {
      throw unused("ExpressionAttributeNames", names.keySet(), usedNames);
    }
    if (values != null && usedValues.size() < values.size()) {
      List<String> aliases = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        aliases.add(values.nameAt(i));
      }
      throw unused("ExpressionAttributeValues", aliases, usedValues);
    }
  }

  /** The attribute name behind {@code alias}, which from now on counts as used. */
  String name(ExpressionKind expression, String alias) {
    String name = names == null ? null : names.get(alias);
    if (name == null) {
      throw expression.invalid(
          "An expression attribute name used in the document path is not defined; attribute name: "
              + alias);
    }
    usedNames.add(alias);
    return name;
  }

  /** The value behind {@code alias}, which from now on counts as used. */
  AttributeValue value(ExpressionKind expression, String alias) {
    AttributeValue value = values == null ? null : values.find(alias);
    if (value == null) {
      throw expression.invalid(
          "An expression attribute value used in expression is not defined; attribute value: "
              + alias);
    }
    usedValues.add(alias);
    return value;
  }

  /** The path with its placeholders replaced; too deep a path is refused before that. */
  DocumentPath path(ExpressionKind expression, DocumentPath written) {
    int depth = written.elements().size();
    if (depth > DocumentPath.MAX_ELEMENTS) {
      throw expression.invalid(
          "The document path has too many nesting levels; nesting levels: " + depth);
    }
    boolean resolved = true;
    for (PathElement element : written.elements()) {
      resolved &= !isAlias(element);
    }
    if (resolved) {
      return written;
    }
    List<PathElement> elements = new ArrayList<>(depth);
    for (PathElement element : written.elements()) {
      elements.add(
          isAlias(element) ? new PathElement.Name(name(expression, element.toString())) : element);
    }
    return new DocumentPath(elements);
  }

  private static boolean isAlias(PathElement element) {
    return element instanceof PathElement.Name(String name) && name.startsWith("#");
  }

  private static void checkNames(Map<String, String> names) {
    String map = "ExpressionAttributeNames";
    if (names.isEmpty()) {
      throw ServiceException.validation(map + " must not be empty");
    }
    names.forEach(
        (alias, name) -> {
          checkAlias(map, '#', alias);
          if (name.isEmpty()) {
            throw ServiceException.validation("Empty attribute name");
          }
          if (name.length() > MAX_NAME_BYTES / 3 && Utf8.lengthBytes(name) > MAX_NAME_BYTES) {
            throw ServiceException.validation(
                map
                    + " contains invalid value: Attribute name is too large, must be less than"
                    + " 65536 bytes for key "
                    + alias);
          }
        });
  }

  private static void checkValues(AttributeMap values) {
    String map = "ExpressionAttributeValues";
    if (values.isEmpty()) {
      throw ServiceException.validation(map + " must not be empty");
    }
    for (int i = 0; i < values.size(); i++) {
      checkAlias(map, ':', values.nameAt(i));
    }
  }

  private static void checkAlias(String map, char sign, String alias) {
    if (alias.length() > MAX_ALIAS_CHARS) {
      throw ServiceException.validation(
          map
              + " contains invalid key: The expression attribute map contains a key that is too"
              + " long; size of key: "
              + alias.length());
    }
    boolean valid = alias.length() > 1 && alias.charAt(0) == sign;
    for (int i = 1; i < alias.length() && valid; i++) {
      valid = Tokens.isWordCharacter(alias.charAt(i));
    }
    if (!valid) {
      throw ServiceException.validation(
          map + " contains invalid key: Syntax error; key: \"" + alias + "\"");
    }
  }

  /** The service lists keys in the order of a Java hash set. */
  private static ServiceException unused(String map, Iterable<String> aliases, Set<String> used) {
    Map<String, Boolean> unused = new HashMap<>();
    for (String alias : aliases) {
      unused.put(alias, true);
    }
    return ServiceException.validation(
        "Value provided in "
            + map
            + " unused in expressions: keys: {"
            + String.join(
                ", ", unused.keySet().stream().filter(Predicate.not(used::contains)).toList())
            + "}");
  }
}
