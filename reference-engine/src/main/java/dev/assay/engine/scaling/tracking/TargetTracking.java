package dev.assay.engine.scaling.tracking;

import dev.assay.engine.api.Region;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.ScalingPolicy;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Looks once a minute of the engine's time at the use of every capacity that has a policy.
 *
 * <pre>
 *   consumed since the last look ──► Course (above, below, cooldown) ──► Adjustment ──► UpdateTable
 * </pre>
 *
 * <p>When several minutes have passed at once, all that was consumed counts in the first of them.
 */
public final class TargetTracking {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** More minutes without use change nothing that fewer would not. */
  private static final int MOST_EMPTY_MINUTES = 16;

  private record Place(String region, Subject subject) {}

  private final Clock clock;
  private final Supplier<Collection<Region>> regions;
  private final Map<Place, Course> courses = new HashMap<>();
  private Instant lookedAt;

  /**
   * @param regions all regions with tables, as they are at each look
   */
  public TargetTracking(Clock clock, Supplier<Collection<Region>> regions) {
    this.clock = clock;
    this.regions = regions;
    this.lookedAt = clock.instant();
  }

  /** Looks, if a minute is over since it last did. */
  public synchronized void look() {
    Instant now = clock.instant();
    long minutes = Duration.between(lookedAt, now).dividedBy(MINUTE);
    if (minutes <= 0) {
      // A clock that was set back begins its minutes anew.
      lookedAt = now.isBefore(lookedAt) ? now : lookedAt;
      return;
    }
    lookedAt = lookedAt.plus(MINUTE.multipliedBy(minutes));
    Map<Place, Double> consumed = take();
    courses.keySet().retainAll(consumed.keySet());
    consumed.forEach((place, units) -> follow(place, together(place, units, consumed)));
    Map<Place, Double> nothing = new HashMap<>(consumed);
    nothing.replaceAll((place, units) -> 0.0);
    for (long i = 1; i < Math.min(minutes, MOST_EMPTY_MINUTES); i++) {
      nothing.forEach(this::follow);
    }
  }

  private Map<Place, Double> take() {
    Map<Place, Double> consumed = new HashMap<>();
    for (Region region : regions.get()) {
      if (region.network().isDown()) {
        continue;
      }
      for (ScalableTarget target : region.scaling().targets()) {
        Subject subject = target.subject();
        region
            .catalog()
            .find(subject.table())
            .ifPresent(
                table ->
                    consumed.put(
                        new Place(region.name(), subject),
                        region.admission().takeConsumed(table, subject.index(), subject.writes())));
      }
    }
    return consumed;
  }

  /** Every replica of a global table writes what any of them writes. */
  private double together(Place place, double units, Map<Place, Double> consumed) {
    Membership membership =
        table(place).map(table -> table.definition().settings().global().membership()).orElse(null);
    if (!place.subject().writes() || membership == null) {
      return units;
    }
    return membership.regions().stream()
        .mapToDouble(name -> consumed.getOrDefault(new Place(name, place.subject()), 0.0))
        .sum();
  }

  private Optional<Region> region(Place place) {
    return regions.get().stream().filter(each -> each.name().equals(place.region())).findFirst();
  }

  private Optional<Table> table(Place place) {
    return region(place).flatMap(region -> region.catalog().find(place.subject().table()));
  }

  private void follow(Place place, double units) {
    region(place).ifPresent(region -> follow(region, place, units));
  }

  private void follow(Region region, Place place, double units) {
    Optional<ScalableTarget> target = region.scaling().target(place.subject());
    if (target.isEmpty()) {
      return;
    }
    Optional<ScalingPolicy> policy = region.scaling().policy(place.subject());
    if (policy.isEmpty()) {
      return;
    }
    // What somebody has set by hand is brought back within the bounds.
    Adjustment adjustment = new Adjustment(region, place.subject());
    adjustment.keepWithin(target.get());
    OptionalLong provisioned = adjustment.provisioned();
    if (provisioned.isEmpty()) {
      return;
    }
    Instant now = region.clock().instant();
    Course course = courses.computeIfAbsent(place, each -> new Course());
    long before = provisioned.getAsLong();
    OptionalLong wanted = course.minute(units, before, target.get(), policy.get().tracking(), now);
    if (wanted.isPresent()) {
      boolean out = wanted.getAsLong() > before;
      String cause =
          "monitor alarm "
              + policy.get().alarm(out)
              + " in state ALARM triggered policy "
              + policy.get().name();
      if (adjustment.set(wanted.getAsLong(), cause)) {
        course.scaled(out, now);
      }
    }
  }
}
