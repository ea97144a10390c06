package dev.assay.proxy.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Selection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Takes entries out of a batch, and puts them into its answer as not processed. */
final class BatchCut {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BatchCut() {}

  static Cut writes(ObjectNode request, Selection chosen, RandomGenerator random) {
    Parts parts = Parts.of(request, requests -> requests, chosen, random);
    if (parts.cut.isEmpty() || parts.left.isEmpty()) {
      return parts.cut.isEmpty() ? new Cut.Nothing() : new Cut.Everything();
    }
    request.set("RequestItems", parts.left);
    return new Cut.Shortened(
        request,
        answer -> {
          ObjectNode unprocessed = objectIn(answer, "UnprocessedItems");
          for (Map.Entry<String, JsonNode> table : parts.cut.properties()) {
            unprocessed
                .withArray("/" + escaped(table.getKey()))
                .addAll((ArrayNode) table.getValue());
          }
        });
  }

  static Cut reads(ObjectNode request, Selection chosen, RandomGenerator random) {
    Parts parts = Parts.of(request, table -> table.path("Keys"), chosen, random);
    if (parts.cut.isEmpty() || parts.left.isEmpty()) {
      return parts.cut.isEmpty() ? new Cut.Nothing() : new Cut.Everything();
    }
    JsonNode asked = request.path("RequestItems");
    request.set("RequestItems", wrapped(asked, parts.left));
    ObjectNode cut = wrapped(asked, parts.cut);
    return new Cut.Shortened(request, putBack(cut));
  }

  private static Consumer<ObjectNode> putBack(ObjectNode cut) {
    return answer -> {
      ObjectNode unprocessed = objectIn(answer, "UnprocessedKeys");
      for (Map.Entry<String, JsonNode> table : cut.properties()) {
        if (unprocessed.get(table.getKey()) instanceof ObjectNode already
            && already.get("Keys") instanceof ArrayNode keys) {
          keys.addAll((ArrayNode) table.getValue().path("Keys"));
        } else {
          unprocessed.set(table.getKey(), table.getValue());
        }
      }
    };
  }

  /** Each table's own parameters around the keys that are given for it. */
  private static ObjectNode wrapped(JsonNode asked, ObjectNode keys) {
    ObjectNode wrapped = NODES.objectNode();
    for (Map.Entry<String, JsonNode> table : keys.properties()) {
      ObjectNode parameters = asked.path(table.getKey()).deepCopy();
      parameters.set("Keys", table.getValue());
      wrapped.set(table.getKey(), parameters);
    }
    return wrapped;
  }

  private static ObjectNode objectIn(ObjectNode answer, String name) {
    return answer.get(name) instanceof ObjectNode present ? present : answer.putObject(name);
  }

  /** Jackson takes a JSON pointer. */
  private static String escaped(String table) {
    return table.replace("~", "~0").replace("/", "~1");
  }

  /** The entries of a batch by table, those that stay and those that go. */
  private record Parts(ObjectNode left, ObjectNode cut) {
    private record Entry(String table, JsonNode entry) {}

    /** The JSON of one table's part of a batch, as the array of its entries. */
    interface Entries {
      JsonNode of(JsonNode table);
    }

    static Parts of(
        ObjectNode request, Entries entriesOf, Selection chosen, RandomGenerator random) {
      List<Entry> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> table : request.path("RequestItems").properties()) {
        entriesOf
            .of(table.getValue())
            .forEach(entry -> entries.add(new Entry(table.getKey(), entry)));
      }
      BitSet out = chosen.of(entries.size(), random);
      Parts parts = new Parts(NODES.objectNode(), NODES.objectNode());
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        ObjectNode side = out.get(i) ? parts.cut : parts.left;
        side.withArray("/" + escaped(entry.table)).add(entry.entry);
      }
      return parts;
    }
  }
}
