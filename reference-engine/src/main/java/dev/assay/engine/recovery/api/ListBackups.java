package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableName;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Backup;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ListBackups: those of all tables or one, also of one that is gone; oldest first. */
final class ListBackups implements Operation {
  private static final int MOST = 100;
  private static final Choices TYPES = Choices.of("USER", "SYSTEM", "AWS_BACKUP", "ALL");
  private static final Comparator<String> OLDEST_FIRST =
      Comparator.comparing((String arn) -> arn.substring(arn.lastIndexOf('/') + 1))
          .thenComparing(Comparator.naturalOrder());

  private static final class Request {
    private @Nullable String tableName;
    private @Nullable Integer limit;
    private @Nullable Double from;
    private @Nullable Double to;
    private @Nullable String start;
    private @Nullable String type;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "Limit" -> limit = in.integer();
              case "TimeRangeLowerBound" -> from = in.decimal();
              case "TimeRangeUpperBound" -> to = in.decimal();
              case "ExclusiveStartBackupArn" -> start = in.string();
              case "BackupType" -> type = in.string();
              default -> in.skip();
            }
          });
    }

    void check(Region region) {
      if (tableName != null) {
        TableName.check(tableName);
      }
      Constraints.echoing()
          .range("limit", limit, 1, MOST)
          .length("exclusiveStartBackupArn", start, 37, 1024)
          .oneOf("backupType", type, TYPES)
          .verify();
      if (start != null) {
        BackupName.requireOwn(region, start);
        if (!BackupName.regionOf(start).equals(region.name())) {
          throw ServiceException.validation(
              "Invalid Request: ExclusiveStartBackupArn does not match the region");
        }
      }
      if (from != null && to != null && from > to) {
        throw ServiceException.validation(
            "Invalid Request: Time range lower bound must be less than or equal to upper bound");
      }
    }

    boolean takes(Backup backup) {
      boolean ofType =
          type == null
              ? backup.type() == Backup.Type.USER
              : type.equals("ALL") || type.equals(backup.type().name());
      Instant createdAt = backup.createdAt();
      return ofType
          && (from == null || !createdAt.isBefore(Seconds.instant(from)))
          && (to == null || createdAt.isBefore(Seconds.instant(to)))
          && (start == null || OLDEST_FIRST.compare(backup.arn(), start) > 0);
    }
  }

  private final Recovery recovery;

  ListBackups(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "ListBackups";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    request.check(region);
    call.authorize(() -> Access.toAccount(name()));
    String table = request.tableName == null ? null : Tables.name(region, request.tableName);
    int limit = request.limit == null ? MOST : request.limit;
    List<Backup> found =
        recovery.backups().in(region).stream()
            .filter(backup -> table == null || backup.table().name().equals(table))
            .filter(request::takes)
            .sorted(Comparator.comparing(Backup::arn, OLDEST_FIRST))
            .toList();
    List<Backup> page = found.subList(0, Math.min(limit, found.size()));
    JsonWriter out = call.out().startObject().startArray("BackupSummaries");
    page.forEach(backup -> new BackupDescription(backup).writeSummary(out));
    out.endArray();
    if (page.size() < found.size()) {
      out.member("LastEvaluatedBackupArn", page.getLast().arn());
    }
    out.endObject();
  }
}
