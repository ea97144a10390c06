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
import java.util.Set;
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
  private final StreamClock clock;
  private final StreamPolicy policy;
  private final RetentionBudget budget;
  private final StreamJournal journal;

  public Streams(Clock clock, StreamPolicy policy) {
    this(clock, policy, StreamJournal.NONE);
  }

  /**
   * @param journal told of the shape of streams where it does not follow from the tables' logs
   */
  public Streams(Clock clock, StreamPolicy policy, StreamJournal journal) {
    this.clock = new StreamClock(clock);
    this.journal = journal;
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
    Stream stream = byArn.get(name.arn());
    if (stream == null) {
      stream = new Stream(name, viewType, definition.key(), policy, clock, budget, journal);
      byArn.put(name.arn(), stream);
    } else if (stream.status() == StreamStatus.DISABLED) {
      // It was read back, and ends later in the log.
      return;
    }
    enabled.put(table, stream);
    table.addReader(stream);
  }

  /** Finds a stream again as it was; its table finds it when that is added. */
  public void restore(StreamState state) {
    byArn.put(state.name().arn(), new Stream(state, policy, clock, budget, journal));
  }

  /** A stream gets the shape that it had at this place of the log that is being read back. */
  public void reshape(StreamState shape) {
    Stream stream = byArn.get(shape.name().arn());
    if (stream != null) {
      stream.reshape(shape);
    }
  }

  /**
   * Stops the time of streams while a log is read back.
   *
   * @param time that of the entry that is being read; null when reading is over
   */
  public void holdTime(@Nullable Instant time) {
    clock.hold(time);
  }

  /** Every stream that a table of this ARN has or has had, with its records. */
  public List<StreamState> states(String tableArn) {
    return byArn.values().stream()
        .filter(stream -> stream.name().tableArn().equals(tableArn))
        .map(stream -> stream.state(true))
        .toList();
  }

  /** The streams that have been disabled, except those of tables with these ARNs. */
  public List<StreamState> statesOfOthers(Set<String> tableArns) {
    return byArn.values().stream()
        .filter(stream -> !tableArns.contains(stream.name().tableArn()))
        .filter(stream -> stream.status() == StreamStatus.DISABLED)
        .map(stream -> stream.state(true))
        .toList();
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
