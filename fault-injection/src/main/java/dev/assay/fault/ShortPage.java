package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Query or Scan evaluates at most so many items before it gives its page, whatever Limit the
 * client asked for.
 *
 * @param limit 1 or more
 */
public record ShortPage(int limit) implements Partial {
  static final String KIND = "short_page";

  static ShortPage read(JsonFields fields) {
    fields.onlyKnown("kind", "limit");
    return new ShortPage((int) fields.whole("limit", 1, Integer.MAX_VALUE).orElse(1));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("limit", limit);
  }

  @Override
  public boolean appliesTo(String operation) {
    return operation.equals("Query") || operation.equals("Scan");
  }

  @Override
  public String kind() {
    return KIND;
  }
}
