package dev.assay.engine.stream;

import dev.assay.engine.store.Table;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The streams of one region: those that are enabled and those that were within the last day. */
public final class Streams {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final ConcurrentSkipListMap<String, Stream> byArn = new ConcurrentSkipListMap<>();
  private final Clock clock;
  private final StreamPolicy policy;
  private final RetentionBudget budget;

  public Streams(Clock clock, StreamPolicy policy) {
    this.clock = clock;
    this.policy = policy;
    this.budget = new RetentionBudget(policy.retainedBytes());
  }

  public StreamPolicy policy() {
    return policy;
  }

  public Clock clock() {
    return clock;
  }

  /** A label that no stream of this table has: the present time, or soon after it. */
  public String freshLabel(String tableArn) {
    Instant time = clock.instant();
    String label = LABEL.format(time);
    while (byArn.containsKey(StreamName.arn(tableArn, label))) {
      time = time.plusMillis(1);
      label = LABEL.format(time);
    }
    return label;
  }

  /** Gives a table a stream, which records every write from now on. */
  public Stream open(Table table, StreamViewType viewType, String label) {
    TableDefinition definition = table.definition();
    StreamName name = new StreamName(definition.arn(), definition.name(), label);
    Stream stream = new Stream(name, viewType, definition.key(), policy, clock, budget);
    byArn.put(name.arn(), stream);
    table.addReader(stream);
    return stream;
  }

  /**
   * Ends a table's stream, because it is disabled or because the table is deleted; it can be read
   * for another day. Does nothing if the table has none.
   */
  public void close(Table table) {
    for (Stream stream : ofTable(table.definition().name())) {
      if (table.removeReader(stream)) {
        stream.disable();
      }
    }
  }

  public Optional<Stream> find(String arn) {
    Stream stream = byArn.get(arn);
    return stream == null || forgetIfGone(stream) ? Optional.empty() : Optional.of(stream);
  }

  /** All streams in the order of their ARNs, after the one of this ARN if it is not null. */
  public List<Stream> after(@Nullable String arn) {
    return (arn == null ? byArn : byArn.tailMap(arn, false))
        .values().stream().filter(stream -> !forgetIfGone(stream)).toList();
  }

  /** A table's streams, the oldest first; earlier tables of the same name had theirs, too. */
  public List<Stream> ofTable(String tableName) {
    return after(null).stream()
        .filter(stream -> stream.name().tableName().equals(tableName))
        .toList();
  }

  /** Drops records and streams that are too old to be read. */
  public void trim() {
    after(null).forEach(Stream::trim);
  }

  /** What all records take in memory, roughly. */
  public long retainedBytes() {
    return budget.used();
  }

  private boolean forgetIfGone(Stream stream) {
    boolean gone = stream.isGone();
    if (gone && byArn.remove(stream.name().arn(), stream)) {
      stream.discard();
    }
    return gone;
  }
}
