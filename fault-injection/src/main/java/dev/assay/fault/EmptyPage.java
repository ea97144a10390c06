package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Query or Scan that continues gets an empty page whose LastEvaluatedKey is where it stood, so
 * that nothing is lost to a client that goes on. One that begins stands nowhere yet: it gets a page
 * of one item, so that there is something to continue. A rule that always fires holds a client up
 * for ever: give it a limit or a share.
 */
public record EmptyPage() implements Partial {
  static final String KIND = "empty_page";

  static EmptyPage read(JsonFields fields) {
    fields.onlyKnown("kind");
    return new EmptyPage();
  }

  @Override
  public void write(ObjectNode into) {}

  @Override
  public boolean appliesTo(String operation) {
    return operation.equals("Query") || operation.equals("Scan");
  }

  @Override
  public String kind() {
    return KIND;
  }
}
