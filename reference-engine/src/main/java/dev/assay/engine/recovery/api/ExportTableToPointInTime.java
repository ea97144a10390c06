package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.recovery.Export;
import dev.assay.engine.recovery.ExportOrder;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ExportTableToPointInTime. What is wrong with the bucket shows only in the export's description.
 */
final class ExportTableToPointInTime implements Operation {
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Recovery recovery;

  ExportTableToPointInTime(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "ExportTableToPointInTime";
  }

  @Override
  public void execute(Call call) {
    ExportRequest request = ExportRequest.read(call.in());
    Region region = call.region();
    String arn = Objects.requireNonNull(request.tableArn);
    call.authorize(() -> AccessRequest.of(name(), arn));
    SourceTable source = SourceTable.parse("tableArn", arn);
    source.requireOwn(region);
    if (!source.region().equals(region.name())) {
      throw BackupTables.notFound(arn);
    }
    Table table = BackupTables.require(region, arn);
    String fingerprint = request.fingerprint();
    // Two requests with one token at once begin one export: whoever changes something waits.
    Export export =
        region
            .transitions()
            .change(
                region.clock(),
                () ->
                    recovery
                        .exports()
                        .begunBy(region, request.clientToken, fingerprint)
                        .orElseGet(
                            () ->
                                recovery.export(
                                    region,
                                    table,
                                    order(region, table.definition(), request),
                                    fingerprint)));
    ExportDescription.write(call.out(), export);
  }

  private ExportOrder order(Region region, TableDefinition table, ExportRequest request) {
    Instant now = recovery.now(region, table);
    Instant latest = recovery.latest(region, table);
    ExportOrder.Stretch stretch =
        request.isIncremental() ? stretch(table, request, now, latest) : null;
    Instant earliest = table.attachments().continuousBackups().earliest(now);
    if (earliest == null || latest == null) {
      throw BackupTables.noPointInTimeRecovery(table.name());
    }
    if (stretch != null && stretch.from().isBefore(earliest.truncatedTo(ChronoUnit.SECONDS))) {
      throw invalidTime("Export Time is invalid");
    }
    return new ExportOrder(
        table.arn(),
        table.id(),
        stretch == null ? moment(request.exportTime(), earliest, latest, now) : null,
        stretch,
        request.clientToken,
        Objects.requireNonNull(request.bucket),
        request.bucketOwner,
        request.prefix,
        request.sealing(),
        request.format());
  }

  private static Instant moment(
      @Nullable Instant asked, Instant earliest, Instant latest, Instant now) {
    if (asked == null) {
      return now;
    }
    if (asked.isAfter(now) || asked.isBefore(earliest.truncatedTo(ChronoUnit.SECONDS))) {
      throw invalidTime("Export Time is invalid");
    }
    if (asked.isAfter(latest)) {
      throw invalidTime("Point in Time Recovery is not available for specified export time");
    }
    return asked.isBefore(earliest) ? earliest : asked;
  }

  private static ExportOrder.Stretch stretch(
      TableDefinition table, ExportRequest request, Instant now, @Nullable Instant latest) {
    Instant from = request.from();
    Instant asked = request.to();
    if (from.isBefore(table.createdAt().truncatedTo(ChronoUnit.SECONDS))) {
      throw invalidTime(
          "Incremental export period from time cannot be less than the table creation time : "
              + from.truncatedTo(ChronoUnit.SECONDS));
    }
    if (asked != null && asked.isAfter(now)) {
      throw invalidTime(
          "Incremental export period to time cannot be greater than the current time : "
              + asked.truncatedTo(ChronoUnit.SECONDS));
    }
    Instant to = asked != null ? asked : latest != null ? latest : now;
    Duration length = Duration.between(from, to);
    if (length.compareTo(SHORTEST) < 0) {
      throw invalidTime(
          "Difference between export period from time and export period to time is less than 15"
              + " minutes");
    }
    if (length.compareTo(LONGEST) > 0) {
      throw invalidTime(
          "Difference between export period from time and export period to time is greater than"
              + " 24 hours");
    }
    return new ExportOrder.Stretch(from, to, request.oldImages());
  }

  private static ServiceException invalidTime(String why) {
    return new ServiceException(ErrorType.INVALID_EXPORT_TIME, why);
  }
}
