package dev.assay.engine.vector;

import dev.assay.engine.store.VectorEntry;
import dev.assay.engine.table.VectorIndex.Distance;
import dev.assay.engine.value.FloatVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The nearest of the entries that are offered to it, found by comparing with every one of them:
 * exact, where the service approximates. Ties go by the items' keys.
 */
final class Nearest {
  private final FloatVector to;
  private final double lengthOfTo;
  private final Distance distance;
  private final int most;
  private final Comparator<Scored> nearestFirst;
  private final PriorityQueue<Scored> farthestFirst;

  /**
   * An entry and how near it is.
   *
   * @param score cosine: 0 (same direction) to 2 (opposite); Euclidean: the distance; dot product:
   *     the higher the nearer (fact 178)
   */
  record Scored(VectorEntry entry, double score) {}

  Nearest(FloatVector to, Distance distance, int most) {
    this.to = to;
    this.lengthOfTo = to.length();
    this.distance = distance;
    this.most = most;
    Comparator<Scored> byScore = Comparator.comparingDouble(Scored::score);
    this.nearestFirst =
        switch (distance) {
          case COSINE, EUCLIDEAN -> byScore;
          case DOT_PRODUCT -> byScore.reversed();
        };
    this.farthestFirst = new PriorityQueue<>(most, order().reversed());
  }

  private Comparator<Scored> order() {
    return nearestFirst.thenComparing(scored -> scored.entry().key());
  }

  void offer(VectorEntry entry) {
    Scored scored = new Scored(entry, score(entry.vector()));
    if (farthestFirst.size() < most) {
      farthestFirst.add(scored);
    } else if (order().compare(scored, farthestFirst.element()) < 0) {
      farthestFirst.remove();
      farthestFirst.add(scored);
    }
  }

  /** The nearest entries, the nearest of all first. */
  List<Scored> found() {
    List<Scored> found = new ArrayList<>(farthestFirst);
    found.sort(order());
    return found;
  }

  private double score(FloatVector vector) {
    return switch (distance) {
      case COSINE -> cosineDistance(vector);
      case EUCLIDEAN -> to.distance(vector);
      case DOT_PRODUCT -> to.dot(vector);
    };
  }

  /** A vector of length zero has no direction: the service takes it as at a right angle to all. */
  private double cosineDistance(FloatVector vector) {
    double lengths = lengthOfTo * vector.length();
    if (lengths == 0) {
      return 1;
    }
    return Math.clamp(1 - to.dot(vector) / lengths, 0, 2);
  }
}
