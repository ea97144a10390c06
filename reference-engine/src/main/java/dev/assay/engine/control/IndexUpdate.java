package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change of a global secondary index as a request gives it: exactly one member is right. */
record IndexUpdate(
    @Nullable IndexRequest update, @Nullable IndexRequest create, @Nullable Deletion delete) {

  /** An index that is to be deleted. */
  record Deletion(@Nullable String indexName) {
    static @Nullable Deletion read(JsonReader in, String shape) {
      String[] values = new String[1];
      boolean present =
          in.structure(
              shape,
              name -> {
                if (name.equals("IndexName")) {
                  values[0] = in.string();
                } else {
                  in.skip();
                }
              });
      return present ? new Deletion(values[0]) : null;
    }

    /** The name, once the constraints have been verified. */
    String name() {
      return Objects.requireNonNull(indexName);
    }
  }

  private static final class Draft {
    private @Nullable IndexRequest update;
    private @Nullable IndexRequest create;
    private @Nullable Deletion delete;
  }

  static @Nullable List<IndexUpdate> readList(JsonReader in) {
    return in.list(position -> read(in, position));
  }

  private static @Nullable IndexUpdate read(JsonReader in, JsonReader.Position position) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            "GlobalSecondaryIndexUpdate",
            position,
            name -> {
              switch (name) {
                case "Update" -> draft.update = readIndex(in, "UpdateGlobalSecondaryIndexAction");
                case "Create" -> draft.create = readIndex(in, "CreateGlobalSecondaryIndexAction");
                case "Delete" ->
                    draft.delete = Deletion.read(in, "DeleteGlobalSecondaryIndexAction");
                default -> in.skip();
              }
            });
    return present ? new IndexUpdate(draft.update, draft.create, draft.delete) : null;
  }

  private static @Nullable IndexRequest readIndex(JsonReader in, String shape) {
    return IndexRequest.readGlobal(in, shape, JsonReader.Position.MEMBER);
  }

  void check(Constraints constraints, String path) {
    if (update != null) {
      IndexRequest.checkName(constraints, path + ".update.indexName", update.indexName());
      ThroughputRequest.check(
          constraints, path + ".update.provisionedThroughput", update.throughput());
    }
    if (create != null) {
      create.checkAdded(constraints, path + ".create");
    }
    if (delete != null) {
      IndexRequest.checkName(constraints, path + ".delete.indexName", delete.indexName());
    }
  }

  /** Refuses an update that does nothing. */
  void checkPresent() {
    if (update == null && create == null && delete == null) {
      throw InvalidParameter.because(
          "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
              + " GlobalSecondaryIndexUpdate.Delete must not be null");
    }
  }

  /** The names of the indexes that it changes, mostly one. */
  List<String> names() {
    return Stream.of(
            update == null ? null : update.indexName(),
            create == null ? null : create.indexName(),
            delete == null ? null : delete.indexName())
        .filter(Objects::nonNull)
        .toList();
  }

  boolean isOnline() {
    return create != null || delete != null;
  }
}
