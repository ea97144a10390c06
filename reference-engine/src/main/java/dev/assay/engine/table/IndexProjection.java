package dev.assay.engine.table;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import java.util.List;

/** Which attributes an index holds beside the keys. */
public record IndexProjection(Type type, List<String> nonKeyAttributes) {
  /** The three kinds of projection. */
  public enum Type {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  public static final IndexProjection ALL = new IndexProjection(Type.ALL, List.of());

  public IndexProjection {
    nonKeyAttributes = List.copyOf(nonKeyAttributes);
  }

  /** Whether the index holds the attribute of this name. */
  public boolean holds(String attribute, KeySchema tableKey, KeySchema indexKey) {
    return switch (type) {
      case ALL -> true;
      case KEYS_ONLY -> tableKey.names(attribute) || indexKey.names(attribute);
      case INCLUDE ->
          tableKey.names(attribute)
              || indexKey.names(attribute)
              || nonKeyAttributes.contains(attribute);
    };
  }

  /** The part of an item that the index holds. */
  public AttributeMap of(AttributeMap item, KeySchema tableKey, KeySchema indexKey) {
    if (type == Type.ALL) {
      return item;
    }
    AttributeMap.Builder held = AttributeMap.builder();
    for (int i = 0; i < item.size(); i++) {
      if (holds(item.nameAt(i), tableKey, indexKey)) {
        held.put(item.nameAt(i), item.valueAt(i));
      }
    }
    return held.build();
  }
}
