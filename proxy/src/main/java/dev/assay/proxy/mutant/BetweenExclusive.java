package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BETWEEN leaves out its bounds, in key conditions as in filters and conditions. */
final class BetweenExclusive implements Behaviour {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([#:\\w.\\[\\]]+)\\s+BETWEEN\\s+(:\\w+)\\s+AND\\s+(:\\w+)", Pattern.CASE_INSENSITIVE);

  @Override
  public Reply answer(Call call, Store store) {
    Matcher key = WRITTEN.matcher(call.body().path(Expressions.KEY_CONDITION).asText());
    JsonNode names = call.body().path("ExpressionAttributeNames");
    JsonNode values = call.body().path("ExpressionAttributeValues");
    String attribute = "";
    List<JsonNode> bounds = List.of();
    if (key.find()) {
      attribute = names.path(key.group(1)).asText(key.group(1));
      bounds = List.of(values.path(key.group(2)).deepCopy(), values.path(key.group(3)).deepCopy());
    }
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("$1 > $2 AND $1 < $3"),
        Expressions.CONDITION,
        Expressions.FILTER);
    Reply reply = store.send(call);
    if (!bounds.isEmpty()) {
      leaveOut(attribute, bounds, reply);
    }
    return reply;
  }

  private static void leaveOut(String attribute, List<JsonNode> bounds, Reply reply) {
    List<JsonNode> items = Items.page(reply);
    if (items.removeIf(item -> bounds.contains(item.path(attribute)))) {
      Items.setPage(reply, items);
    }
  }
}
