package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
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
      throw InvalidParameter.because(
          "ApproximateCreationDateTimePrecision must be specified in"
              + " UpdateKinesisStreamingConfiguration");
    }
    TableDefinition table =
        AttachedChange.make(
            call.region(),
            request.tableName(),
            current -> {
              KinesisDestination active =
                  KinesisChange.requireActive(current.attachments(), request.streamArn(), "UPDATE");
              if (active.precision() == precision) {
                throw InvalidParameter.because(
                    "The requested ApproximateCreationDateTimePrecision equals the current value");
              }
              return KinesisChange.pass(
                  current.attachments(),
                  active.withPrecision(precision).withStatus(Status.UPDATING),
                  Status.ACTIVE);
            });
    request.respond(call.out(), table, Status.UPDATING);
  }
}
