package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableDefinition;

/** DisableKinesisStreamingDestination. */
public final class DisableKinesisStreamingDestination implements Operation {
  @Override
  public String name() {
    return "DisableKinesisStreamingDestination";
  }

  @Override
  public void execute(Call call) {
    KinesisRequest request = new KinesisRequest(call.in(), "EnableKinesisStreamingConfiguration");
    call.authorize(() -> Access.toTable(call.region(), name(), request.tableName()));
    TableDefinition table =
        AttachedChange.make(
            call.region(),
            request.tableName(),
            current -> {
              KinesisDestination active =
                  KinesisChange.requireActive(
                      current.attachments(), request.streamArn(), "DISABLE");
              return KinesisChange.pass(
                  current.attachments(), active.withStatus(Status.DISABLING), Status.DISABLED);
            });
    request.respond(call.out(), table, Status.DISABLING);
  }
}
