package dev.assay.engine.stream;

import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one region: those that are enabled and those that were within the last day. It
 * follows the definitions of the tables: what they say of a stream is all there is to do to have
 * it.
 */
public final class Streams implements TableObserver {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final ConcurrentSkipListMap<String, Stream> byArn = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<Table, Stream> enabled = new ConcurrentHashMap<>();
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

  /** A label that no stream of a table has had: the present time, or soon after it. */
  public String freshLabel(String tableArn) {
    Instant time = clock.instant();
    String label = LABEL.format(time);
    while (byArn.containsKey(StreamName.arn(tableArn, label))) {
      time = time.plusMillis(1);
      label = LABEL.format(time);
    }
    return label;
  }

  @Override
  public void added(Table table) {
    follow(table);
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    follow(table);
  }

  @Override
  public void removed(Table table) {
    close(table);
  }

  private void follow(Table table) {
    TableDefinition definition = table.definition();
    StreamSettings settings = definition.settings().stream();
    boolean wanted = settings.enabled() && definition.status() != TableStatus.DELETING;
    String label = wanted ? settings.label() : null;
    Stream current = enabled.get(table);
    if (current != null && current.name().label().equals(label)) {
      return;
    }
    close(table);
    if (label != null) {
      open(table, settings.viewType(), label);
    }
  }

  private void open(Table table, StreamViewType viewType, String label) {
    TableDefinition definition = table.definition();
    StreamName name = new StreamName(definition.arn(), definition.name(), label);
    Stream stream = new Stream(name, viewType, definition.key(), policy, clock, budget);
    Stream sameName = byArn.put(name.arn(), stream);
    if (sameName != null) {
      sameName.discard();
    }
    enabled.put(table, stream);
    table.addReader(stream);
  }

  /** Ends the stream that a table has, if it has one; it can be read for another day. */
  private void close(Table table) {
    Stream stream = enabled.remove(table);
    if (stream != null) {
      table.removeReader(stream);
      stream.disable();
    }
  }

  /** The stream that a table has now. */
  public Optional<Stream> enabledOn(Table table) {
    return Optional.ofNullable(enabled.get(table));
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
