package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.json.ValueProblem;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A BatchWriteItem request: for each table its puts and deletes. */
final class BatchWriteRequest {
  private static final int MAX_WRITES = 25;

  private @Nullable Map<String, List<Wire>> tables;
  private @Nullable String returnConsumedCapacity;
  private @Nullable String returnItemCollectionMetrics;

  /** One write of the batch. */
  sealed interface Write {
    /** The item to be put, or the key of the one to be deleted. */
    default AttributeMap subject() {
      return switch (this) {
        case Put put -> put.item().attributes();
        case Delete delete -> delete.key().attributes();
      };
    }

    /** Writes it as it was asked for. */
    default void writeTo(JsonWriter out) {
      out.startObject();
      switch (this) {
        case Put put ->
            out.startObject("PutRequest").attributes("Item", put.item().attributes()).endObject();
        case Delete delete ->
            out.startObject("DeleteRequest")
                .attributes("Key", delete.key().attributes())
                .endObject();
      }
      out.endObject();
    }
  }

  record Put(WireAttributes item) implements Write {}

  record Delete(WireAttributes key) implements Write {}

  /** A write as decoded: perhaps with neither side, or with both. */
  private static final class Wire {
    private @Nullable Side put;
    private @Nullable Side delete;

    @Override
    public String toString() {
      return "WriteRequest(putRequest="
          + (put == null ? null : "PutRequest(item=" + put + ")")
          + ", deleteRequest="
          + (delete == null ? null : "DeleteRequest(key=" + delete + ")")
          + ")";
    }
  }

  private static final class Side {
    private @Nullable WireAttributes attributes;

    @Override
    public String toString() {
      return attributes == null ? "null" : JavaText.of(attributes.attributes());
    }
  }

  static BatchWriteRequest read(JsonReader in) {
    BatchWriteRequest request = new BatchWriteRequest();
    in.request(
        name -> {
          switch (name) {
            case "RequestItems" ->
                request.tables =
                    in.map(
                        "java.util.List<" + JsonReader.model("WriteRequest") + ">",
                        Position.MEMBER,
                        position -> in.list(position, element -> readWrite(in, element)));
            case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
            case "ReturnItemCollectionMetrics" -> request.returnItemCollectionMetrics = in.string();
            default -> in.skip();
          }
        });
    return request;
  }

  private static @Nullable Wire readWrite(JsonReader in, Position position) {
    Wire write = new Wire();
    boolean present =
        in.structure(
            "WriteRequest",
            position,
            name -> {
              switch (name) {
                case "PutRequest" -> write.put = readSide(in, "PutRequest", "Item");
                case "DeleteRequest" -> write.delete = readSide(in, "DeleteRequest", "Key");
                default -> in.skip();
              }
            });
    return present ? write : null;
  }

  private static @Nullable Side readSide(JsonReader in, String shape, String member) {
    Side side = new Side();
    boolean present =
        in.structure(
            shape,
            name -> {
              if (name.equals(member)) {
                side.attributes = in.attributes();
              } else {
                in.skip();
              }
            });
    return present ? side : null;
  }

  @Nullable String returnConsumedCapacity() {
    return returnConsumedCapacity;
  }

  @Nullable String returnItemCollectionMetrics() {
    return returnItemCollectionMetrics;
  }

  /** The writes, after {@link #check}. */
  Map<String, List<Write>> tables() {
    Map<String, List<Write>> writes = new java.util.LinkedHashMap<>();
    Objects.requireNonNull(tables)
        .forEach((table, list) -> writes.put(table, list.stream().map(this::write).toList()));
    return writes;
  }

  private Write write(Wire wire) {
    return wire.put != null
        ? new Put(Objects.requireNonNull(wire.put.attributes))
        : new Delete(Objects.requireNonNull(Objects.requireNonNull(wire.delete).attributes));
  }

  /** Checks everything that can be checked without the tables. */
  void check() {
    checkMembers();
    int count = 0;
    for (List<Wire> writes : Objects.requireNonNull(tables).values()) {
      count += writes.size();
    }
    if (count > MAX_WRITES) {
      throw ServiceException.validation("Too many items requested for the BatchWriteItem call");
    }
    for (List<Wire> writes : Objects.requireNonNull(tables).values()) {
      for (Wire write : writes) {
        // The service says this of a write with two sides, and also of one with none.
        if ((write.put == null) == (write.delete == null)) {
          throw ServiceException.validation(new ValueProblem.SeveralTypes().text());
        }
        switch (write(write)) {
          case Put put -> {
            Layer.OLDER.check(put.item());
            Putting.checkSize(put.item().attributes());
          }
          case Delete delete -> Layer.OLDER.check(delete.key());
        }
      }
    }
  }

  private void checkMembers() {
    if (tables != null && tables.isEmpty()) {
      Constraints.naming().size("requestItems", tables.keySet(), 1, Integer.MAX_VALUE).verify();
    }
    Constraints enums = Constraints.echoing();
    enums.oneOf("returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
    enums.oneOf(
        "returnItemCollectionMetrics",
        returnItemCollectionMetrics,
        Choices.RETURN_ITEM_COLLECTION_METRICS);
    enums.required("requestItems", tables).verify();
    Constraints constraints = Constraints.echoing();
    Map<String, List<Wire>> requested = Objects.requireNonNull(tables);
    if (!requested.keySet().stream().allMatch(BatchNames::isTableName)) {
      constraints.broken("requestItems", requested, BatchNames.CONSTRAINT);
    }
    if (requested.values().stream()
        .anyMatch(writes -> writes.isEmpty() || writes.size() > MAX_WRITES)) {
      constraints.broken(
          "requestItems",
          requested,
          "Map value must satisfy constraint: [Member must have length less than or equal to 25,"
              + " Member must have length greater than or equal to 1]");
    }
    requested.forEach((table, writes) -> requireSides(constraints, table, writes));
    constraints.verify();
  }

  private static void requireSides(Constraints constraints, String table, List<Wire> writes) {
    List<Wire> all = new ArrayList<>(writes);
    for (int i = 0; i < all.size(); i++) {
      String path = "requestItems." + table + ".member." + (i + 1) + ".member.";
      Side put = all.get(i).put;
      if (put != null) {
        constraints.required(path + "putRequest.item", put.attributes);
      }
      Side delete = all.get(i).delete;
      if (delete != null) {
        constraints.required(path + "deleteRequest.key", delete.attributes);
      }
    }
  }
}
