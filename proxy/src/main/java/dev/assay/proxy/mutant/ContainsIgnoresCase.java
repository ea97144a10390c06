package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** contains finds the text in small and in capital letters too. */
final class ContainsIgnoresCase implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("contains\\s*\\(([^,()]+),\\s*(:\\w+)\\s*\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    for (ObjectNode scope : Expressions.scopes(call)) {
      change(scope, Expressions.CONDITION);
      change(scope, Expressions.FILTER);
    }
  }

  private static void change(ObjectNode scope, String expression) {
    Matcher found = WRITTEN.matcher(scope.path(expression).asText());
    if (!found.find() || !(scope.path("ExpressionAttributeValues") instanceof ObjectNode values)) {
      return;
    }
    JsonNode text = values.path(found.group(2)).path("S");
    String small = text.asText().toLowerCase(Locale.ROOT);
    String capital = text.asText().toUpperCase(Locale.ROOT);
    if (small.equals(capital)) {
      return;
    }
    values.putObject(":mutantSmall").put("S", small);
    values.putObject(":mutantCapital").put("S", capital);
    String path = found.group(1);
    String any =
        "%s OR contains(%s, :mutantSmall) OR contains(%s, :mutantCapital)"
            .formatted(found.group(), path, path);
    scope.put(expression, Expressions.grouped(found, any));
  }
}
