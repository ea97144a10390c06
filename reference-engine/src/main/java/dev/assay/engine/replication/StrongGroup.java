package dev.assay.engine.replication;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Replication;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.table.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replicas whose writes are acknowledged when two of three regions hold them: multi-region strong
 * consistency.
 *
 * <p>A region takes part while it and at least one other of the three reach each other. Any two
 * such pairs have a region in common, so that whoever takes part can learn of every acknowledged
 * write: what a region missed while it did not is kept for it, and brought in before its next write
 * or strong read.
 *
 * <p>Writes of all regions happen one after the other, under {@link #order}; it is taken before any
 * table's lock, and whoever holds it may take several of these.
 */
final class StrongGroup implements Group {
  private final String table;
  private final Links links;
  private final Function<String, Arrivals> arrivals;
  private final ReentrantLock order = new ReentrantLock();
  private final ConcurrentSkipListMap<String, Member> members = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<String, Deque<Shipment>> missed = new ConcurrentHashMap<>();
  private final Set<String> behind = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<EntryKey, Claim> claims = new ConcurrentHashMap<>();

  /** Writes of an item that are under way in a region. */
  private record Claim(String region, int writes) {}

  StrongGroup(String table, Links links, Function<String, Arrivals> arrivals) {
    this.table = table;
    this.links = links;
    this.arrivals = arrivals;
  }

  @Override
  public void join(Replica replica, List<OwedWrite> owed) {
    Member member = new Member(replica);
    Deque<Shipment> waiting = missedBy(member.region());
    owed.forEach(
        each ->
            waiting.add(
                new Shipment(each.key(), each.after(), each.stamp(), each.stamp().time(), 0)));
    arrivals.apply(member.region()).more(owed.size(), Duration.ZERO);
    if (!members.isEmpty()) {
      // A new replica lacks all; after a restart nothing but what is owed should be missing.
      fallBehind(member.region());
      members.keySet().forEach(this::fallBehind);
    }
    members.put(member.region(), member);
    replica.table().addReader(member.reader);
    replica.table().replicate(member);
  }

  @Override
  public void leave(Replica replica) {
    Member member = members.get(replica.region());
    if (member != null && member.replica == replica) {
      members.remove(replica.region());
      replica.table().removeReader(member.reader);
      replica.table().replicate(null);
      Deque<Shipment> waiting = missed.remove(replica.region());
      long forgotten = waiting == null ? 0 : waiting.size();
      arrivals.apply(replica.region()).fewer(forgotten + (behind.remove(replica.region()) ? 1 : 0));
    }
  }

  private void fallBehind(String region) {
    if (behind.add(region)) {
      arrivals.apply(region).more(1, Duration.ZERO);
    }
  }

  @Override
  public @Nullable Instant receive(String region) {
    Member member = members.get(region);
    if (member != null) {
      order.lock();
      try {
        if (member.takesPart()) {
          member.catchUp();
        }
      } catch (ServiceException notNow) {
        // The region's log does not take it, for want of room say: it stays to be brought in.
        return null;
      } finally {
        order.unlock();
      }
    }
    return null;
  }

  @Override
  public void trim() {
    // Each region holds the same deletions, and whoever was away is told of them one by one.
    order.lock();
    try {
      boolean allEqual = behind.isEmpty() && missed.values().stream().allMatch(Deque::isEmpty);
      if (allEqual) {
        members.values().forEach(Member::forgetDeletions);
      }
    } finally {
      order.unlock();
    }
  }

  @Override
  public boolean isEmpty() {
    return members.isEmpty();
  }

  private Deque<Shipment> missedBy(String region) {
    return missed.computeIfAbsent(region, name -> new ConcurrentLinkedDeque<>());
  }

  private final class Member implements Replication {
    private final Replica replica;
    private final LogReader reader;

    Member(Replica replica) {
      this.replica = replica;
      this.reader = Replica.ownWrites(this::share);
    }

    String region() {
      return replica.region();
    }

    private Stream<String> others() {
      Membership membership = replica.table().definition().settings().global().membership();
      return membership == null
          ? Stream.empty()
          : Stream.concat(membership.regions().stream(), membership.witnesses().stream())
              .filter(other -> !other.equals(region()));
    }

    /** Whether two of the three, this one among them, can agree. */
    boolean takesPart() {
      return !links.isDown(region()) && others().anyMatch(other -> links.reaches(region(), other));
    }

    private void requirePart() {
      if (!takesPart()) {
        throw new ServiceException(
            ErrorType.INTERNAL_SERVER_ERROR, "The request could not reach enough Regions.");
      }
    }

    /** Gives a write to the other replicas: at once to those in reach, later to the rest. */
    private void share(LogEntry entry, WriteStamp stamp) {
      Membership membership = replica.table().definition().settings().global().membership();
      if (membership == null) {
        return;
      }
      for (String other : membership.regions()) {
        if (other.equals(region())) {
          continue;
        }
        Shipment shipment = new Shipment(entry.key(), entry.after(), stamp, entry.time(), 0);
        if (!give(other, shipment)) {
          missedBy(other).add(shipment);
          arrivals.apply(other).more(1, Duration.ZERO);
        }
      }
    }

    private boolean give(String region, Shipment shipment) {
      Member member = members.get(region);
      if (member == null || !order.isHeldByCurrentThread() || !links.reaches(region(), region)) {
        return false;
      }
      try {
        member.catchUp();
        member.replica.apply(shipment.key(), shipment.after(), shipment.stamp());
        return true;
      } catch (ServiceException itsLogIsFull) {
        return false;
      }
    }

    /**
     * Brings in what the region missed, write by write before items as they are: its stream tells
     * of versions that have been overwritten since. The caller holds the order.
     */
    void catchUp() {
      Deque<Shipment> waiting = missedBy(region());
      for (Shipment first = waiting.peek(); first != null; first = waiting.peek()) {
        replica.apply(first.key(), first.after(), first.stamp());
        waiting.remove();
        arrivals.apply(region()).fewer(1);
      }
      if (behind.contains(region())) {
        members.values().stream()
            .filter(other -> other != this)
            .forEach(other -> other.replica.forEach(replica::apply));
        behind.remove(region());
        arrivals.apply(region()).fewer(1);
      }
    }

    void forgetDeletions() {
      replica.table().lock().lock();
      try {
        replica.table().stamps().keySet().stream()
            .filter(key -> replica.table().find(key) == null)
            .toList()
            .forEach(replica.table()::forgetDeletion);
      } finally {
        replica.table().lock().unlock();
      }
    }

    @Override
    public WriteStamp stamp(Instant time, @Nullable WriteStamp held) {
      return replica.stamp(time, held);
    }

    @Override
    public void enter(EntryKey key) {
      if (links.collides(region(), table)) {
        throw conflict();
      }
      claims.compute(
          key,
          (same, claim) -> {
            if (claim == null) {
              return new Claim(region(), 1);
            }
            if (!claim.region().equals(region())) {
              throw conflict();
            }
            return new Claim(region(), claim.writes() + 1);
          });
      order.lock();
    }

    private static ServiceException conflict() {
      return new ServiceException(
          ErrorType.REPLICATED_WRITE_CONFLICT,
          "The request was rejected because one or more items in the request are being modified by"
              + " a request in another Region.");
    }

    @Override
    public void leave(EntryKey key) {
      order.unlock();
      claims.computeIfPresent(
          key,
          (same, claim) ->
              claim.writes() == 1 ? null : new Claim(claim.region(), claim.writes() - 1));
    }

    @Override
    public void beforeWrite() {
      requirePart();
      catchUp();
    }

    @Override
    public void beforeStrongRead() {
      order.lock();
      try {
        requirePart();
        catchUp();
      } finally {
        order.unlock();
      }
    }

    @Override
    public void beforeTransaction() {
      // No document has the words.
      throw ServiceException.validation(
          "Transactional operations are not supported on a global table that is configured for"
              + " multi-Region strong consistency");
    }

    @Override
    public List<OwedWrite> owed() {
      return missedBy(region()).stream()
          .map(each -> new OwedWrite(each.key(), each.after(), each.stamp()))
          .toList();
    }

    @Override
    public boolean expiresHere(EntryKey key) {
      return true;
    }
  }
}
