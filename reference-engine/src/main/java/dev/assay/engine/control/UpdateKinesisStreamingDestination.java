package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Access;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Precision;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableDefinition;

/** UpdateKinesisStreamingDestination. */
public final class UpdateKinesisStreamingDestination implements Operation {
  @Override
  public String name() {
    return "UpdateKinesisStreamingDestination";
  }

  @Override
  public void execute(Call call) {
    KinesisRequest request = new KinesisRequest(call.in(), "UpdateKinesisStreamingConfiguration");
    call.authorize(() -> Access.toTable(call.region(), name(), request.tableName()));
    Precision precision = request.precision();
    if (precision == null) {
      throw ServiceException.validation(
          "Streaming destination cannot be updated with given parameters:"
              + " UpdateKinesisStreamingConfiguration cannot be null or contain only null values");
    }
    TableDefinition table =
        AttachedChange.make(
            call.region(),
            request.tableName(),
            current -> {
              KinesisDestination active =
                  KinesisChange.requireUpdatable(current, request.streamArn());
              if (active.effectivePrecision() == precision) {
                throw ServiceException.validation(
                    "Invalid Request: Precision is already set to the desired value of "
                        + precision
                        + " for tableId: "
                        + current.id()
                        + ", kdsArn: "
                        + request.streamArn());
              }
              return KinesisChange.pass(
                  current.attachments(),
                  active.withPrecision(precision).withStatus(Status.UPDATING),
                  Status.ACTIVE);
            });
    request.respond(call.out(), table, Status.UPDATING, false);
  }
}
