package dev.assay.engine.kinesis;

import dev.assay.engine.durable.Storage;
import dev.assay.engine.kinesis.KinesisClient.Probe;
import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends the changes of one region's tables to their Kinesis destinations. It follows the
 * definitions of the tables: a destination that is ENABLING is looked for and becomes ACTIVE or
 * ENABLE_FAILED; one that is ACTIVE gets every change.
 */
public final class KinesisDelivery implements TableObserver, AutoCloseable {
  private static final String NOT_ALLOWED = "User does not have a permission to use kinesis stream";
  private static final String OTHER_REGION =
      "The kinesis Arn used to enable kinesis replication belongs to a stream which is not in the"
          + " current region";

  private final String region;
  private final @Nullable KinesisClient client;
  private final @Nullable URI endpoint;
  private final Scheduler scheduler;
  private final DeliveryPolicy policy;
  private final BiConsumer<Table, UnaryOperator<TableDefinition>> redefine;
  private final Consumer<Throwable> accidents;
  private final ConcurrentMap<Destination, Channel> channels = new ConcurrentHashMap<>();

  /** Tables that were there before it was known where bookmarks are. */
  private final Queue<Table> early = new ConcurrentLinkedQueue<>();

  private volatile @Nullable Bookmarks bookmarks;

  private record Destination(Table table, String streamArn) {}

  /**
   * @param endpoint where data streams are; null if nowhere: then no destination can be enabled
   * @param redefine changes a table's definition when nobody else does
   * @param accidents told of destinations that cannot be reached
   */
  public KinesisDelivery(
      String region,
      @Nullable URI endpoint,
      DeliveryPolicy policy,
      Scheduler scheduler,
      Clock clock,
      BiConsumer<Table, UnaryOperator<TableDefinition>> redefine,
      Consumer<Throwable> accidents) {
    this.region = region;
    this.endpoint = endpoint;
    this.client = endpoint == null ? null : new KinesisClient(endpoint, clock, policy.timeout());
    this.policy = policy;
    this.scheduler = scheduler;
    this.redefine = redefine;
    this.accidents = accidents;
  }

  /** Begins to deliver, with what had not been delivered when the process ended. */
  public void open(Storage storage) {
    bookmarks = new Bookmarks(storage);
    for (Table table = early.poll(); table != null; table = early.poll()) {
      table.lock().lock();
      try {
        follow(table);
      } finally {
        table.lock().unlock();
      }
    }
  }

  @Override
  public void added(Table table) {
    if (bookmarks == null) {
      early.add(table);
    } else {
      follow(table);
    }
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    if (bookmarks != null) {
      follow(table);
    }
  }

  @Override
  public void removed(Table table) {
    early.remove(table);
    table
        .definition()
        .attachments()
        .kinesis()
        .forEach(entry -> finish(new Destination(table, entry.streamArn())));
  }

  private void follow(Table table) {
    TableDefinition definition = table.definition();
    if (definition.status() == TableStatus.DELETING) {
      return;
    }
    for (KinesisDestination entry : definition.attachments().kinesis()) {
      Destination destination = new Destination(table, entry.streamArn());
      switch (entry.status()) {
        case ENABLING -> enable(destination, entry);
        case ACTIVE, UPDATING -> serve(destination, entry);
        case DISABLING, DISABLED, ENABLE_FAILED -> finish(destination);
      }
    }
  }

  private void enable(Destination destination, KinesisDestination entry) {
    if (channels.containsKey(destination)) {
      return;
    }
    Optional<DataStream> stream = DataStream.of(entry.streamArn());
    if (stream.isPresent() && !stream.get().region().equals(region)) {
      scheduler.after(Duration.ZERO, () -> settle(destination, OTHER_REGION));
    } else if (stream.isEmpty() || client == null) {
      scheduler.after(Duration.ZERO, () -> settle(destination, NOT_ALLOWED));
    } else {
      open(destination, entry, stream.get(), client);
      scheduler.after(Duration.ZERO, () -> probe(destination, stream.get(), client, 1));
    }
  }

  private void serve(Destination destination, KinesisDestination entry) {
    Channel channel = channels.get(destination);
    Optional<DataStream> stream = DataStream.of(entry.streamArn());
    if (channel == null && stream.isPresent() && client != null) {
      channel = open(destination, entry, stream.get(), client);
    }
    if (channel != null) {
      channel.present(data(destination.table(), entry));
      channel.open();
    }
  }

  private Channel open(
      Destination destination,
      KinesisDestination entry,
      DataStream stream,
      KinesisClient connected) {
    Table table = destination.table();
    Channel channel =
        new Channel(
            stream, table.definition().key(), data(table, entry), connected, scheduler, policy);
    channels.put(destination, channel);
    Bookmarks kept = bookmarks;
    if (kept != null) {
      channel.keep(openBookmark(kept, destination, channel));
    }
    table.addReader(channel);
    return channel;
  }

  private Bookmarks.Bookmark openBookmark(
      Bookmarks kept, Destination destination, Channel channel) {
    try {
      return kept.open(destination.table(), destination.streamArn(), channel::accept);
    } catch (RuntimeException unreadable) {
      // The engine starts all the same, and delivers from now on.
      accidents.accept(unreadable);
      kept.remove(destination.table(), destination.streamArn());
      return kept.open(destination.table(), destination.streamArn(), missed -> {});
    }
  }

  private void finish(Destination destination) {
    Bookmarks kept = bookmarks;
    Channel channel = channels.remove(destination);
    if (channel != null) {
      destination.table().removeReader(channel);
      channel.finish();
    } else if (kept != null) {
      kept.remove(destination.table(), destination.streamArn());
    }
  }

  /** Delivers nothing more. */
  @Override
  public void close() {
    channels.values().forEach(Channel::shut);
  }

  private ChangeData data(Table table, KinesisDestination entry) {
    TableDefinition definition = table.definition();
    return new ChangeData(region, definition.name(), definition.id(), entry.precision());
  }

  private void probe(
      Destination destination, DataStream stream, KinesisClient connected, int attempt) {
    connected
        .probe(stream)
        .thenAccept(
            outcome -> {
              if (outcome == Probe.UNREACHABLE && attempt < policy.probes()) {
                scheduler.after(
                    policy.backoff(attempt),
                    () -> probe(destination, stream, connected, attempt + 1));
                return;
              }
              if (outcome == Probe.UNREACHABLE) {
                accidents.accept(
                    new ConnectException(
                        "the Kinesis endpoint " + endpoint + " did not answer: no destination"));
              }
              String problem = outcome == Probe.THERE ? null : NOT_ALLOWED;
              scheduler.after(Duration.ZERO, () -> settle(destination, problem));
            });
  }

  /** Ends the enabling of a destination, unless it has been ended otherwise meanwhile. */
  private void settle(Destination destination, @Nullable String problem) {
    redefine.accept(
        destination.table(),
        definition ->
            definition.withAttachments(
                definition
                    .attachments()
                    .withKinesis(
                        definition.attachments().kinesis().stream()
                            .map(entry -> settled(entry, destination.streamArn(), problem))
                            .toList())));
  }

  private static KinesisDestination settled(
      KinesisDestination entry, String streamArn, @Nullable String problem) {
    if (entry.status() != KinesisDestination.Status.ENABLING
        || !entry.streamArn().equals(streamArn)) {
      return entry;
    }
    return problem == null
        ? entry.withStatus(KinesisDestination.Status.ACTIVE)
        : entry.failed(problem);
  }
}
