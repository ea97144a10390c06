package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of the replicas, or of the witnesses, of a global table: exactly one member is right.
 */
record ReplicaUpdate(
    @Nullable ReplicaAction create,
    @Nullable ReplicaAction update,
    @Nullable ReplicaAction delete) {

  private static final class Draft {
    private @Nullable ReplicaAction create;
    private @Nullable ReplicaAction update;
    private @Nullable ReplicaAction delete;
  }

  /**
   * @param shape ReplicationGroupUpdate, ReplicaUpdate or GlobalTableWitnessGroupUpdate
   */
  static @Nullable List<ReplicaUpdate> readList(JsonReader in, String shape) {
    return in.list(
        position -> {
          Draft draft = new Draft();
          boolean present =
              in.structure(
                  shape,
                  position,
                  name -> {
                    switch (name) {
                      case "Create" -> draft.create = ReplicaAction.read(in, name);
                      case "Update" -> draft.update = ReplicaAction.read(in, name);
                      case "Delete" -> draft.delete = ReplicaAction.read(in, name);
                      default -> in.skip();
                    }
                  });
          return present ? new ReplicaUpdate(draft.create, draft.update, draft.delete) : null;
        });
  }

  static void check(Constraints constraints, String member, @Nullable List<ReplicaUpdate> updates) {
    int i = 0;
    for (ReplicaUpdate each : updates == null ? List.<ReplicaUpdate>of() : updates) {
      String path = member + "." + ++i + ".member";
      if (each.create != null) {
        each.create.check(constraints, path + ".create");
      }
      if (each.update != null) {
        each.update.check(constraints, path + ".update");
      }
      if (each.delete != null) {
        each.delete.check(constraints, path + ".delete");
      }
    }
  }

  /** Refuses what asks for nothing, or for several things. */
  void checkParts() {
    // No document has the words.
    if (actions().count() != 1) {
      throw InvalidParameter.because(
          "Exactly one of Create, Update or Delete must be specified for each replica update");
    }
  }

  private Stream<ReplicaAction> actions() {
    return Stream.of(create, update, delete).filter(Objects::nonNull);
  }

  /** The region that it is about, once it has been checked. */
  String region() {
    return actions().findFirst().orElseThrow().regionName();
  }
}
