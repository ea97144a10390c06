package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dot inside an attribute's name leads into a map. */
final class DottedNamesAsPaths implements RequestChange {
  private static final List<String> EXPRESSIONS =
      List.of(
          Expressions.CONDITION, Expressions.FILTER, Expressions.UPDATE, Expressions.PROJECTION);

  @Override
  public void change(Call call) {
    for (ObjectNode scope : Expressions.scopes(call)) {
      if (scope.path("ExpressionAttributeNames") instanceof ObjectNode names) {
        List<String> placeholders = new ArrayList<>();
        names.fieldNames().forEachRemaining(placeholders::add);
        for (String placeholder : placeholders) {
          String[] parts = names.path(placeholder).asText().split("\\.", 2);
          if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
            split(scope, names, placeholder, parts);
          }
        }
      }
    }
  }

  private static void split(ObjectNode scope, ObjectNode names, String whole, String[] parts) {
    names.remove(whole);
    names.put(whole + "_1", parts[0]);
    names.put(whole + "_2", parts[1]);
    Pattern written = Pattern.compile(Pattern.quote(whole) + "(?![A-Za-z0-9_])");
    String path = Matcher.quoteReplacement(whole + "_1." + whole + "_2");
    for (String expression : EXPRESSIONS) {
      if (scope.path(expression).isTextual()) {
        scope.put(expression, written.matcher(scope.get(expression).textValue()).replaceAll(path));
      }
    }
  }
}
