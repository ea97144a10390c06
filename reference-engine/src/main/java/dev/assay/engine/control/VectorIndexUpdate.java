package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a vector index as a request gives it: exactly one member is right. */
record VectorIndexUpdate(
    @Nullable VectorIndexRequest create, IndexUpdate.@Nullable Deletion delete) {

  private static final class Draft {
    private @Nullable VectorIndexRequest create;
    private IndexUpdate.@Nullable Deletion delete;
  }

  static @Nullable List<VectorIndexUpdate> readList(JsonReader in) {
    return in.list(position -> read(in, position));
  }

  private static @Nullable VectorIndexUpdate read(JsonReader in, JsonReader.Position position) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            "VectorIndexUpdate",
            position,
            name -> {
              switch (name) {
                case "Create" ->
                    draft.create =
                        VectorIndexRequest.read(
                            in, "CreateVectorIndexAction", JsonReader.Position.MEMBER);
                case "Delete" ->
                    draft.delete = IndexUpdate.Deletion.read(in, "DeleteVectorIndexAction");
                default -> in.skip();
              }
            });
    return present ? new VectorIndexUpdate(draft.create, draft.delete) : null;
  }

  void check(Constraints constraints, String path) {
    if (create != null) {
      create.check(constraints, path + ".create");
    }
    if (delete != null) {
      IndexRequest.checkName(constraints, path + ".delete.indexName", delete.indexName());
    }
  }

  /** Refuses an update that does nothing. */
  void checkPresent() {
    if (create == null && delete == null) {
      throw InvalidParameter.because(
          "One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
    }
  }

  List<String> names() {
    if (create != null) {
      return List.of(create.name());
    }
    return delete == null ? List.of() : List.of(delete.name());
  }
}
