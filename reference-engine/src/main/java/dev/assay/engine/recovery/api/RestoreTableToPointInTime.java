package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableDescription;
import dev.assay.engine.control.TableName;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.RestoreSummary;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * RestoreTableToPointInTime: to a second, with everything that was written up to its beginning; or
 * to the latest moment.
 */
final class RestoreTableToPointInTime implements Operation {
  private static final class Request {
    private final RestoreOverrides overrides = new RestoreOverrides();
    private @Nullable String sourceName;
    private @Nullable String sourceArn;
    private @Nullable String target;
    private @Nullable Boolean useLatest;
    private @Nullable Double time;

    Request(JsonReader in) {
      in.request(name -> readMember(name, in));
    }

    private void readMember(String name, JsonReader in) {
      switch (name) {
        case "SourceTableName" -> sourceName = in.string();
        case "SourceTableArn" -> sourceArn = in.string();
        case "TargetTableName" -> target = in.string();
        case "UseLatestRestorableTime" -> useLatest = in.bool();
        case "RestoreDateTime" -> time = in.decimal();
        default -> {
          if (!overrides.read(name, in)) {
            in.skip();
          }
        }
      }
    }

    void check() {
      Constraints constraints = Constraints.echoing();
      TargetName.check(constraints, target);
      constraints
          .pattern("sourceTableName", sourceName, Constraints.NAME)
          .length("sourceTableName", sourceName, 3, 255);
      overrides.check(constraints);
      constraints.verify();
      if (sourceName != null && sourceArn != null) {
        throw ServiceException.validation(
            "Must provide exactly one of: sourceTableArn, sourceTableName");
      }
      if (sourceArn == null) {
        TableName.checkLength(sourceName);
      }
      if (time != null && Boolean.TRUE.equals(useLatest)) {
        throw ServiceException.validation(
            "Invalid Request: Both RestoreDateTime and UseLatestRestorableTime cannot be set for"
                + " point-in-time restore request. Please specify only one of them");
      }
      if (time == null && !Boolean.TRUE.equals(useLatest)) {
        throw ServiceException.validation(
            "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be"
                + " specified, but not both");
      }
    }

    /** The source as it was named, for messages. */
    String source() {
      return sourceArn == null ? Objects.requireNonNull(sourceName) : sourceArn;
    }
  }

  private final Recovery recovery;

  RestoreTableToPointInTime(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "RestoreTableToPointInTime";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    request.check();
    Region region = call.region();
    String target = Objects.requireNonNull(request.target);
    call.authorize(() -> Access.toTable(region, name(), request.source()));
    call.authorize(() -> Access.toTable(region, name(), target));
    Region sourceRegion = sourceRegion(region, request);
    Table source = BackupTables.require(sourceRegion, request.source());
    Instant moment = moment(sourceRegion, source.definition(), request);
    RestoreSummary summary = new RestoreSummary(null, source.definition().arn(), moment);
    TableDefinition definition =
        request.overrides.definition(region, source.definition(), target, summary);
    Table table = recovery.restore(sourceRegion, source, moment, region, definition);
    call.out().startObject();
    new TableDescription(region, table, definition, region.clock().instant())
        .write(call.out(), "TableDescription");
    call.out().endObject();
  }

  private Region sourceRegion(Region region, Request request) {
    if (request.sourceArn == null) {
      return region;
    }
    SourceTable source = SourceTable.parse("sourceTableArn", request.sourceArn);
    if (!source.account().equals(region.accountId())) {
      throw ServiceException.validation(
          "This action is only supported by accounts that match the resource owner's account");
    }
    request.overrides.checkRegions(source.region(), region);
    return recovery.region(source.region());
  }

  private Instant moment(Region region, TableDefinition table, Request request) {
    ContinuousBackups state = table.attachments().continuousBackups();
    Instant earliest = state.earliest(region.clock().instant());
    Instant latest = recovery.latest(region, table);
    if (earliest == null || latest == null) {
      throw BackupTables.noPointInTimeRecovery(table.name());
    }
    if (request.time == null) {
      return latest;
    }
    Instant asked = Seconds.instant(request.time).truncatedTo(ChronoUnit.SECONDS);
    Instant first = earliest.truncatedTo(ChronoUnit.SECONDS);
    Instant last = latest.truncatedTo(ChronoUnit.SECONDS);
    if (asked.isBefore(first) || asked.isAfter(last)) {
      throw new ServiceException(
          ErrorType.INVALID_RESTORE_TIME,
          "RestoreDateTime '"
              + asked
              + "' must be within EarliestRestorableDateTime '"
              + first
              + "' and LatestRestorableDateTime '"
              + last
              + "'");
    }
    // The second in which recovery was enabled stands for the moment in which it was.
    return asked.isBefore(earliest) ? earliest : asked;
  }
}
