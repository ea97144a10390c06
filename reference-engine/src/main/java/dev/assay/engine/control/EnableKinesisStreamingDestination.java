package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;

/** EnableKinesisStreamingDestination. */
public final class EnableKinesisStreamingDestination implements Operation {
  @Override
  public String name() {
    return "EnableKinesisStreamingDestination";
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
              TableAttachments attachments = current.attachments();
              if (!KinesisChange.canEnable(attachments)) {
                throw KinesisChange.cannotEnable();
              }
              return KinesisChange.enable(
                  attachments,
                  KinesisDestination.enabling(request.streamArn(), request.precision()));
            });
    request.respond(call.out(), table, Status.ENABLING, true);
  }
}
