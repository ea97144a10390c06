package dev.assay.features.notation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a JSON document: names joined by full stops, indexes in brackets, as in {@code
 * Responses[0].Item.pk.S}. A name that holds a full stop is written in brackets and quotes: {@code
 * UnprocessedItems['a.b']}.
 */
public record JsonPath(String text) {
  private static final Pattern STEP =
      Pattern.compile("\\G\\.?(?:\\[(\\d+)]|\\['([^']*)']|([^.\\[\\]]+))");

  public Optional<JsonNode> in(JsonNode document) {
    JsonNode node = document;
    Matcher step = STEP.matcher(text);
    int end = 0;
    while (step.find()) {
      end = step.end();
      String name = step.group(2) == null ? step.group(3) : step.group(2);
      node = step.group(1) == null ? node.path(name) : node.path(Integer.parseInt(step.group(1)));
    }
    if (end != text.length()) {
      throw new IllegalArgumentException("no JSON path: " + text);
    }
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }
}
