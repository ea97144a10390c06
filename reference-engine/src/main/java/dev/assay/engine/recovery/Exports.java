package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.objects.ObjectStore;
import dev.assay.engine.objects.ObjectStoreException;
import dev.assay.engine.store.Table;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All exports. They cannot be deleted, and outlive their tables. */
public final class Exports {
  private static final String KIND = "export";

  /** How long a client token stands for the export that it began. */
  private static final Duration TOKEN_STANDS = Duration.ofHours(8);

  /** How many exports an account may have under way at once. */
  private static final int MOST = 300;

  private final Ledger ledger;
  private final Jobs jobs;
  private final Duration least;
  private final Supplier<ObjectStore> objects;
  private final Consumer<Throwable> accidents;
  private final ConcurrentSkipListMap<String, Export> byArn = new ConcurrentSkipListMap<>();

  Exports(
      Ledger ledger,
      Jobs jobs,
      Duration least,
      Supplier<ObjectStore> objects,
      Consumer<Throwable> accidents) {
    this.ledger = ledger;
    this.jobs = jobs;
    this.least = least;
    this.objects = objects;
    this.accidents = accidents;
    ledger.all(KIND).values().forEach(document -> recall(ExportDocument.read(document)));
  }

  private void recall(Export export) {
    if (export.outcome() == null) {
      keep(
          export.ended(
              new Export.Failed(
                  export.startedAt(), "InternalServerError", "The export was interrupted")));
    } else {
      byArn.put(export.arn(), export);
    }
  }

  private void keep(Export export) {
    ledger.put(KIND, export.arn(), ExportDocument.write(export));
    byArn.put(export.arn(), export);
  }

  /**
   * The export that a token has begun, which is not begun again.
   *
   * @param fingerprint equal for requests that ask for the same
   * @throws ServiceException ExportConflictException if it was begun by another request
   */
  public Optional<Export> begunBy(Region region, @Nullable String token, String fingerprint) {
    if (token == null) {
      return Optional.empty();
    }
    Instant since = region.clock().instant().minus(TOKEN_STANDS);
    Optional<Export> known =
        in(region).stream()
            .filter(export -> token.equals(export.order().clientToken()))
            .filter(export -> export.outcome() == null || export.outcome().endedAt().isAfter(since))
            .findFirst();
    if (known.isPresent() && !known.get().fingerprint().equals(fingerprint)) {
      throw new ServiceException(
          ErrorType.EXPORT_CONFLICT,
          "Export conflict: Duplicate request detected with conflicting parameters");
    }
    return known;
  }

  /** Begins an export. */
  Export begin(
      Region region, Table table, ExportOrder order, String fingerprint, ExportRecords records) {
    long underWay = byArn.values().stream().filter(export -> export.outcome() == null).count();
    if (underWay >= MOST) {
      records.close();
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED, "Only " + MOST + " exports can be in progress at a time");
    }
    Instant now = region.clock().instant();
    Export export =
        new Export(
            table.definition().arn() + "/export/" + JobId.next(region, now),
            order,
            fingerprint,
            now,
            null);
    keep(export);
    ExportWork work = new ExportWork(export, objects, records, region.uuids(), region.clock());
    Complete complete = new Complete(work);
    jobs.begin(
        region,
        least,
        complete,
        problem -> keep(export.ended(complete.end(region.clock().instant(), problem))));
    return export;
  }

  /** The data and, as the last part, the manifests. */
  private final class Complete implements Jobs.Work {
    private final ExportWork work;
    private boolean written;
    private Export.@Nullable Completed completed;

    Complete(ExportWork work) {
      this.work = work;
    }

    @Override
    public boolean step() throws IOException {
      if (!written) {
        written = !work.step();
        return true;
      }
      completed = work.complete();
      return false;
    }

    @Override
    public void release() {
      work.release();
    }

    Export.Outcome end(Instant endedAt, Optional<Throwable> problem) {
      if (completed != null) {
        return completed;
      }
      return problem.orElse(null) instanceof ObjectStoreException refused
          ? new Export.Failed(endedAt, refused.code(), String.valueOf(refused.getMessage()))
          : internal(endedAt, problem);
    }

    private Export.Outcome internal(Instant endedAt, Optional<Throwable> problem) {
      problem.ifPresent(accidents);
      return new Export.Failed(
          endedAt,
          "InternalServerError",
          problem.map(Throwable::getMessage).orElse("The export was interrupted"));
    }
  }

  /** The export of this ARN, in its region. */
  public Optional<Export> find(Region region, String arn) {
    region.transitions().settle(region.clock());
    return Optional.ofNullable(byArn.get(arn))
        .filter(export -> JobId.regionOf(arn).equals(region.name()));
  }

  /** The exports of a region, newest first. */
  public List<Export> in(Region region) {
    region.transitions().settle(region.clock());
    return byArn.values().stream()
        .filter(export -> JobId.regionOf(export.arn()).equals(region.name()))
        .sorted(Comparator.comparing((Export export) -> JobId.idOf(export.arn())).reversed())
        .toList();
  }
}
