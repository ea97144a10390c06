package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Precision;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import java.util.Objects;

/** EnableKinesisStreamingDestination. */
public final class EnableKinesisStreamingDestination implements Operation {
  @Override
  public String name() {
    return "EnableKinesisStreamingDestination";
  }

  @Override
  public void execute(Call call) {
    KinesisRequest request =
        new KinesisRequest(call.in(), "EnableKinesisStreamingConfiguration");
    call.authorize(() -> Access.toTable(call.region(), name(), request.tableName()));
    Precision precision =
        Objects.requireNonNullElse(request.precision(), Precision.MILLISECOND);
    TableDefinition table =
        AttachedChange.make(
            call.region(),
            request.tableName(),
            current -> {
              TableAttachments attachments = current.attachments();
              KinesisChange.find(attachments, request.streamArn())
                  .filter(known -> !KinesisChange.canBeEnabled(known.status()))
                  .ifPresent(
                      known -> {
                        throw KinesisChange.cannotEnable();
                      });
              return KinesisChange.pass(
                  attachments,
                  new KinesisDestination(request.streamArn(), Status.ENABLING, precision),
                  Status.ACTIVE);
            });
    request.respond(call.out(), table, Status.ENABLING);
  }
}
