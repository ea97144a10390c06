package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a request that carry expressions, and changes to them that leave the request as
 * valid as it was: the service refuses names and values that no expression uses.
 */
final class Expressions {
  static final String CONDITION = "ConditionExpression";
  static final String FILTER = "FilterExpression";
  static final String KEY_CONDITION = "KeyConditionExpression";
  static final String UPDATE = "UpdateExpression";
  static final String PROJECTION = "ProjectionExpression";

  private static final List<String> ALL =
      List.of(CONDITION, FILTER, KEY_CONDITION, UPDATE, PROJECTION);

  private Expressions() {}

  /** The objects that may hold expressions: the request itself, or its actions, or its tables. */
  static List<ObjectNode> scopes(Call call) {
    List<ObjectNode> scopes = new ArrayList<>();
    scopes.add(call.body());
    for (JsonNode action : call.body().path("TransactItems")) {
      action.forEach(inner -> add(inner, scopes));
    }
    call.body().path("RequestItems").forEach(table -> add(table, scopes));
    return scopes;
  }

  private static void add(JsonNode node, List<ObjectNode> scopes) {
    if (node instanceof ObjectNode object) {
      scopes.add(object);
    }
  }

  /** Takes the expression away wherever it stands. */
  static void strip(Call call, String expression) {
    for (ObjectNode scope : scopes(call)) {
      strip(scope, expression);
    }
  }

  static void strip(ObjectNode scope, String expression) {
    if (scope.remove(expression) != null) {
      prune(scope);
    }
  }

  /** Rewrites these expressions wherever they stand. */
  static void rewrite(Call call, UnaryOperator<String> change, String... expressions) {
    for (ObjectNode scope : scopes(call)) {
      for (String expression : expressions) {
        JsonNode text = scope.path(expression);
        if (text.isTextual()) {
          String changed = change.apply(text.textValue());
          if (!changed.equals(text.textValue())) {
            scope.put(expression, changed);
            prune(scope);
          }
        }
      }
    }
  }

  private static void prune(ObjectNode scope) {
    StringBuilder left = new StringBuilder();
    for (String expression : ALL) {
      left.append(scope.path(expression).asText()).append(' ');
    }
    prune(scope, "ExpressionAttributeNames", left.toString());
    prune(scope, "ExpressionAttributeValues", left.toString());
  }

  private static void prune(ObjectNode scope, String member, String text) {
    if (!(scope.path(member) instanceof ObjectNode placeholders)) {
      return;
    }
    for (Iterator<String> names = placeholders.fieldNames(); names.hasNext(); ) {
      if (!uses(text, names.next())) {
        names.remove();
      }
    }
    if (placeholders.isEmpty()) {
      scope.remove(member);
    }
  }

  /**
   * The text with what was found replaced by alternatives. They are put into parentheses unless
   * they are the whole: the service refuses redundant ones.
   */
  static String grouped(Matcher found, String alternatives) {
    String around = found.replaceFirst("");
    String group = around.isBlank() ? alternatives : "(" + alternatives + ")";
    return found.replaceFirst(Matcher.quoteReplacement(group));
  }

  /** Whether the placeholder stands in the text, and not only as the beginning of another. */
  static boolean uses(String text, String placeholder) {
    return Pattern.compile(Pattern.quote(placeholder) + "(?![A-Za-z0-9_])").matcher(text).find();
  }
}
