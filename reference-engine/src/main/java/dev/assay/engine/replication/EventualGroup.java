package dev.assay.engine.replication;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Replication;
import dev.assay.engine.store.WriteStamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replicas that take writes on their own and ship them to each other: multi-region eventual
 * consistency.
 *
 * <pre>
 *   client ─► table a ─► outbox a→b ─(lag, link)─► LWW by stamp ─► table b
 * </pre>
 *
 * A write is queued under the lock of the table that took it and brought in under the lock of the
 * table that gets it; nobody ever holds both, so that two regions cannot wait for each other.
 */
final class EventualGroup implements Group {
  private final String table;
  private final boolean legacy;
  private final Links links;
  private final java.util.function.Supplier<Instant> now;
  private final Function<String, Arrivals> arrivals;
  private final ConcurrentSkipListMap<String, Member> members = new ConcurrentSkipListMap<>();

  EventualGroup(
      String table,
      boolean legacy,
      Links links,
      java.util.function.Supplier<Instant> now,
      Function<String, Arrivals> arrivals) {
    this.table = table;
    this.legacy = legacy;
    this.links = links;
    this.now = now;
    this.arrivals = arrivals;
  }

  @Override
  public void join(Replica replica, List<OwedWrite> owed) {
    Member member = new Member(replica);
    replica.table().replicate(member);
    replica.table().addReader(member.reader);
    // What was written before is copied when it is brought in: that takes the other table's lock.
    if (legacy) {
      // The second write of its own, which an engine may not have come to before it ended.
      member.copyLater(member.region());
    }
    for (Member other : members.values()) {
      member.copyLater(other.region());
      other.copyLater(member.region());
    }
    members.put(member.region(), member);
  }

  @Override
  public void leave(Replica replica) {
    Member member = members.get(replica.region());
    if (member != null && member.replica == replica) {
      members.remove(replica.region());
      replica.table().removeReader(member.reader);
      replica.table().replicate(null);
      member.forget();
    }
  }

  @Override
  public @Nullable Instant receive(String region) {
    Member member = members.get(region);
    return member == null ? null : member.receive();
  }

  @Override
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /**
   * Forgets deletions when nothing is on its way and every clock is past them: no write can come
   * any more that would have to lose against them.
   */
  @Override
  public void trim() {
    List<Member> all = new ArrayList<>(members.values());
    all.forEach(member -> member.replica.table().lock().lock());
    try {
      if (all.stream().anyMatch(Member::isWaiting)) {
        return;
      }
      Instant past =
          all.stream().map(m -> m.replica.clock().instant()).min(Instant::compareTo).orElse(null);
      for (Member member : all) {
        List<EntryKey> gone = new ArrayList<>();
        member
            .replica
            .table()
            .stamps()
            .forEach(
                (key, stamp) -> {
                  if (past != null
                      && stamp.time().isBefore(past)
                      && all.stream().allMatch(m -> m.replica.table().find(key) == null)) {
                    gone.add(key);
                  }
                });
        gone.forEach(key -> all.forEach(m -> m.replica.table().forgetDeletion(key)));
      }
    } finally {
      all.forEach(member -> member.replica.table().lock().unlock());
    }
  }

  /** The writes of one region that are on their way to another, in their order. */
  private static final class Outbox {
    private final Deque<Shipment> shipments = new ArrayDeque<>();
    private long count;
    private boolean copies;

    synchronized void add(Function<Long, Shipment> make) {
      shipments.add(make.apply(count++));
    }

    synchronized @Nullable Shipment first() {
      return shipments.peek();
    }

    synchronized void removeFirst() {
      shipments.remove();
    }

    synchronized boolean isIdle() {
      return shipments.isEmpty() && !copies;
    }

    synchronized long size() {
      return (long) shipments.size() + (copies ? 1 : 0);
    }

    /** Whether everything is to be sent; says it once. */
    synchronized boolean copyWanted(boolean wanted) {
      boolean before = copies;
      copies = wanted;
      return before;
    }
  }

  private final class Member implements Replication {
    private final Replica replica;
    private final dev.assay.engine.store.LogReader reader;
    private final Map<String, Outbox> incoming = new ConcurrentSkipListMap<>();

    /** Held by whoever brings writes in, so that those of one region stay in order. */
    private final java.util.concurrent.locks.ReentrantLock receiving =
        new java.util.concurrent.locks.ReentrantLock();

    Member(Replica replica) {
      this.replica = replica;
      this.reader =
          Replica.ownWrites(
              (entry, stamp) -> {
                var after = entry.after();
                var shown = legacy && after != null ? LegacyMarks.put(after, stamp) : after;
                for (Member other : members.values()) {
                  if (other != this || !java.util.Objects.equals(shown, after)) {
                    other.send(region(), entry.key(), shown, stamp);
                  }
                }
              });
    }

    String region() {
      return replica.region();
    }

    private Outbox from(String region) {
      return incoming.computeIfAbsent(region, name -> new Outbox());
    }

    /** Takes a write of another region on its way to this one. */
    void send(
        String from,
        EntryKey key,
        dev.assay.engine.value.@Nullable AttributeMap after,
        WriteStamp stamp) {
      Shipment[] sent = new Shipment[1];
      from(from)
          .add(
              n -> {
                double share = links.shipping().share(table, from, region(), n);
                sent[0] = new Shipment(key, after, stamp, now.get(), share);
                return sent[0];
              });
      arrivals.apply(region()).more(1, delay(from, sent[0]));
    }

    private java.time.Duration delay(String from, Shipment shipment) {
      return from.equals(region())
          ? java.time.Duration.ZERO
          : links.delay(from, region(), shipment);
    }

    void copyLater(String from) {
      if (!from(from).copyWanted(true)) {
        arrivals.apply(region()).more(1, java.time.Duration.ZERO);
      }
    }

    boolean isWaiting() {
      return incoming.values().stream().anyMatch(outbox -> !outbox.isIdle());
    }

    void forget() {
      arrivals.apply(region()).fewer(incoming.values().stream().mapToLong(Outbox::size).sum());
      incoming.clear();
    }

    @Nullable Instant receive() {
      Instant next = null;
      receiving.lock();
      try {
        for (Map.Entry<String, Outbox> way : incoming.entrySet()) {
          Instant due = receive(way.getKey(), way.getValue());
          next = next == null || (due != null && due.isBefore(next)) ? due : next;
        }
      } finally {
        receiving.unlock();
      }
      return next;
    }

    private @Nullable Instant receive(String from, Outbox outbox) {
      if (!from.equals(region()) && !links.carries(from, region())) {
        return null;
      }
      if (outbox.copyWanted(false)) {
        copy(from);
        arrivals.apply(region()).fewer(1);
      }
      for (Shipment first = outbox.first(); first != null; first = outbox.first()) {
        Instant due = first.sentAt().plus(delay(from, first));
        if (due.isAfter(now.get())) {
          return due;
        }
        try {
          bring(from, first);
        } catch (dev.assay.engine.error.ServiceException notNow) {
          // The region's log does not take it, for want of room say: it stays on its way.
          return null;
        }
        outbox.removeFirst();
        arrivals.apply(region()).fewer(1);
      }
      return null;
    }

    private void copy(String from) {
      Member source = members.get(from);
      if (source != null) {
        source.replica.forEach(
            (key, item, stamp) -> {
              var shown = legacy && item != null ? LegacyMarks.ofCopy(item, stamp) : item;
              if (source != this || !java.util.Objects.equals(shown, item)) {
                send(from, key, shown, stamp);
              }
            });
      }
    }

    private void bring(String from, Shipment shipment) {
      if (from.equals(region())) {
        LegacyMarks.apply(replica, shipment);
      } else {
        replica.apply(shipment.key(), shipment.after(), shipment.stamp());
      }
    }

    @Override
    public WriteStamp stamp(Instant time, @Nullable WriteStamp held) {
      return replica.stamp(time, held);
    }

    @Override
    public void enter(EntryKey key) {
      // Each region writes on its own.
    }

    @Override
    public void leave(EntryKey key) {
      // As above.
    }

    @Override
    public void beforeWrite() {
      // As above.
    }

    @Override
    public void beforeStrongRead() {
      // It is strong within the region only.
    }

    @Override
    public void beforeTransaction() {
      // It is one within the region only: its writes are shipped one by one.
    }

    /** Whoever orders by stamps gets items as they are, and needs none in between. */
    @Override
    public List<OwedWrite> owed() {
      return List.of();
    }

    /** The region that wrote the item last, or else the first that is up. */
    @Override
    public boolean expiresHere(EntryKey key) {
      if (links.isDown(region())) {
        return false;
      }
      WriteStamp stamp = replica.table().stampOf(key);
      String writer = stamp == null ? "" : stamp.region();
      if (members.containsKey(writer) && !links.isDown(writer)) {
        return writer.equals(region());
      }
      return members.keySet().stream()
          .filter(member -> !links.isDown(member))
          .findFirst()
          .orElse(region())
          .equals(region());
    }
  }
}
