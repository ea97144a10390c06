package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.Vault;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.objects.ObjectStore;
import dev.assay.engine.objects.ObjectStoreException;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All imports, which outlive their tables.
 *
 * <pre>
 *   IN_PROGRESS ──► COMPLETED                      every item was taken
 *              └──► FAILED, ItemValidationError    some were not; the table has the others
 *              └──► FAILED, S3…                    the source cannot be read; there is no table
 * </pre>
 */
public final class Imports {
  private static final String KIND = "import";

  /**
   * How long a client token stands for the import that it began, from its end on (API reference,
   * ImportTable).
   */
  private static final Duration TOKEN_STANDS = Duration.ofHours(8);

  /** How many imports an account may have under way at once. */
  private static final int MOST = 50;

  private static final Import.Failure SOME_INVALID =
      new Import.Failure(
          "ItemValidationError",
          "Some of the items failed validation checks and were not imported. Please check"
              + " CloudWatch error logs for more details.");

  private final Ledger ledger;
  private final Vault vault;
  private final Jobs jobs;
  private final Duration least;
  private final Supplier<ObjectStore> objects;
  private final Consumer<Throwable> accidents;
  private final Set<String> interrupted = new HashSet<>();
  private final ConcurrentSkipListMap<String, Import> byArn = new ConcurrentSkipListMap<>();

  Imports(
      Ledger ledger,
      Vault vault,
      Jobs jobs,
      Duration least,
      Supplier<ObjectStore> objects,
      Consumer<Throwable> accidents) {
    this.ledger = ledger;
    this.vault = vault;
    this.jobs = jobs;
    this.least = least;
    this.objects = objects;
    this.accidents = accidents;
    ledger.all(KIND).values().forEach(document -> recall(ImportDocument.read(document)));
  }

  private void recall(Import made) {
    if (made.endedAt() == null) {
      interrupted.add(made.tableId());
      keep(
          made.ended(
              made.startedAt(),
              made.counts(),
              new Import.Failure("InternalServerError", "The import was interrupted")));
    } else {
      byArn.put(made.arn(), made);
    }
  }

  /** Whether a table was being imported when the process died. */
  boolean wasInterrupted(String tableId) {
    return interrupted.contains(tableId);
  }

  private void keep(Import made) {
    ledger.put(KIND, made.arn(), ImportDocument.write(made));
    byArn.put(made.arn(), made);
  }

  /** The import that a token has begun, which is not begun again, even if its table is gone. */
  private Optional<Import> begunBy(Region region, Import.Description asked) {
    String token = asked.clientToken();
    if (token == null) {
      return Optional.empty();
    }
    Instant since = region.clock().instant().minus(TOKEN_STANDS);
    Optional<Import> known =
        in(region).stream()
            .filter(made -> token.equals(made.description().clientToken()))
            .filter(made -> made.endedAt() == null || made.endedAt().isAfter(since))
            .findFirst();
    if (known.isPresent() && !known.get().description().equals(asked)) {
      throw new ServiceException(
          ErrorType.IMPORT_CONFLICT,
          "Import conflict: Duplicate request detected with conflicting parameters");
    }
    return known;
  }

  /**
   * Begins an import, and with it its table, unless its client token has begun it already.
   *
   * @throws ServiceException ImportConflictException if the token began another import;
   *     ResourceInUseException or LimitExceededException
   */
  public Import begin(Region region, ImportOrder order) {
    TableDefinition definition = order.table();
    Table table = new Table(definition);
    return region
        .transitions()
        .change(
            region.clock(),
            () -> {
              Optional<Import> known = begunBy(region, describe(order));
              if (known.isPresent()) {
                return known.get();
              }
              if (region.catalog().find(definition.name()).isPresent()) {
                throw new ServiceException(
                    ErrorType.RESOURCE_IN_USE, "Table already exists: " + definition.name());
              }
              if (byArn.values().stream().filter(each -> each.endedAt() == null).count() >= MOST) {
                throw new ServiceException(
                    ErrorType.LIMIT_EXCEEDED,
                    "Only " + MOST + " imports can be in progress at a time");
              }
              region.catalog().add(table);
              return start(region, table, order);
            });
  }

  private Import start(Region region, Table table, ImportOrder order) {
    Instant now = region.clock().instant();
    TableDefinition definition = table.definition();
    Import made =
        new Import(
            definition.arn() + "/import/" + JobId.next(region, now),
            definition.arn(),
            definition.id(),
            describe(order),
            now,
            null,
            Import.Counts.NONE,
            null);
    keep(made);
    ImportErrors errors = new ImportErrors();
    ImportWork work = new ImportWork(order, table, objects, region.clock(), errors);
    jobs.begin(region, least, work, problem -> end(region, table, made, work, errors, problem));
    return made;
  }

  private static Import.Description describe(ImportOrder order) {
    ImportOrder.Csv csv = order.csv();
    return new Import.Description(
        order.table().name(),
        order.parameters(),
        order.clientToken(),
        order.bucket(),
        order.bucketOwner(),
        order.prefix(),
        order.format().name(),
        order.effectiveCompression().name(),
        csv != null,
        csv == null ? null : csv.delimiter(),
        csv == null ? null : csv.header());
  }

  private void end(
      Region region,
      Table table,
      Import made,
      ImportWork work,
      ImportErrors errors,
      Optional<Throwable> problem) {
    Instant now = region.clock().instant();
    keepErrors(made, errors);
    if (problem.isPresent()) {
      region.catalog().remove(table);
      keep(made.ended(now, work.counts(), failure(problem.get())));
      return;
    }
    TableDefinition definition = table.definition();
    table.redefine(definition.activated(definition.createdAt()));
    keep(made.ended(now, work.counts(), errors.count() > 0 ? SOME_INVALID : null));
  }

  private Import.Failure failure(Throwable problem) {
    if (problem instanceof ObjectStoreException refused) {
      return new Import.Failure(refused.code(), String.valueOf(refused.getMessage()));
    }
    accidents.accept(problem);
    return new Import.Failure("InternalServerError", String.valueOf(problem.getMessage()));
  }

  private void keepErrors(Import made, ImportErrors errors) {
    if (errors.count() == 0) {
      return;
    }
    try (OutputStream out = vault.create(errorsOf(made))) {
      for (byte[] line : errors.lines()) {
        out.write(line);
        out.write('\n');
      }
    } catch (IOException e) {
      accidents.accept(e);
    }
  }

  private static String errorsOf(Import made) {
    return "imports/" + JobId.regionOf(made.arn()) + "/" + JobId.idOf(made.arn()) + ".errors";
  }

  /** What an import could not take: a JSON object a line; nothing if it took everything. */
  public Optional<byte[]> errors(Import made) {
    try (InputStream in = vault.open(errorsOf(made))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      accidents.accept(e);
      return Optional.empty();
    }
  }

  /** The import of this ARN, in its region. */
  public Optional<Import> find(Region region, String arn) {
    region.transitions().settle(region.clock());
    return Optional.ofNullable(byArn.get(arn))
        .filter(made -> JobId.regionOf(arn).equals(region.name()));
  }

  /** The imports of a region, newest first. */
  public List<Import> in(Region region) {
    region.transitions().settle(region.clock());
    return byArn.values().stream()
        .filter(made -> JobId.regionOf(made.arn()).equals(region.name()))
        .sorted(Comparator.comparing((Import made) -> JobId.idOf(made.arn())).reversed())
        .toList();
  }
}
