package dev.assay.features.steps;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.ItemNotation;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table of a feature file whose columns are attributes and whose rows are items. */
final class Rows {
  private Rows() {}

  /** The items in DynamoDB JSON; an attribute whose cell is blank is absent. */
  static List<ObjectNode> items(DataTable table, World world) {
    List<ObjectNode> items = new ArrayList<>();
    for (Map<String, String> row : table.asMaps()) {
      items.add(item(row, world));
    }
    return items;
  }

  /** The one item of a table with one row. */
  static ObjectNode item(DataTable table, World world) {
    List<ObjectNode> items = items(table, world);
    if (items.size() != 1) {
      throw new IllegalArgumentException("expected one row, not " + items.size());
    }
    return items.getFirst();
  }

  private static ObjectNode item(Map<String, String> row, World world) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    row.forEach(
        (name, cell) -> {
          if (cell != null && !cell.isBlank()) {
            item.set(name, ItemNotation.value(world.fill(cell)));
          }
        });
    return item;
  }
}
