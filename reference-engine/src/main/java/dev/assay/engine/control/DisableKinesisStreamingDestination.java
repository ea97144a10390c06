package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.error.ServiceException;
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
    if (request.precision() != null) {
      throw ServiceException.validation(
          "Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters");
    }
    TableDefinition table =
        AttachedChange.make(
            call.region(),
            request.tableName(),
            current -> {
              KinesisDestination active =
                  KinesisChange.requireDisableable(current.attachments(), request.streamArn());
              return KinesisChange.pass(
                  current.attachments(), active.withStatus(Status.DISABLING), Status.DISABLED);
            });
    request.respond(call.out(), table, Status.DISABLING, false);
  }
}
