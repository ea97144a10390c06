package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.item.Keys;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ranges that a WHERE clause names by the key of what it reads.
 *
 * @param ranges in the order in which they are read; null if everything has to be
 * @param partitions how many partitions they are in
 */
record KeyReads(@Nullable List<KeyRange> ranges, int partitions) {
  private static final KeyReads EVERYTHING = new KeyReads(null, 0);

  static KeyReads of(@Nullable Condition where, KeySchema key) {
    List<KeyBranch> branches = where == null ? null : KeyBranch.of(where, key);
    if (branches == null) {
      return EVERYTHING;
    }
    for (KeyBranch branch : branches) {
      if (!branch.isKeyed()) {
        return EVERYTHING;
      }
      checkValues(branch, key);
    }
    Map<AttributeValue, List<KeyBranch>> byPartition = new LinkedHashMap<>();
    for (KeyBranch branch : branches) {
      byPartition.computeIfAbsent(branch.partitionValue(), p -> new ArrayList<>()).add(branch);
    }
    if (byPartition.size() == 1) {
      checkSizes(branches, key);
    }
    boolean vague = branches.stream().anyMatch(KeyBranch::isVague);
    List<KeyRange> ranges = new ArrayList<>();
    byPartition.forEach(
        (partition, ofPartition) -> ranges.addAll(ranges(partition, ofPartition, vague)));
    return new KeyReads(ranges, byPartition.size());
  }

  boolean isScan() {
    return ranges == null;
  }

  /**
   * The ranges of one partition, which may not overlap. Where a clause says more of the sort key
   * than ranges can, the service does not look for overlaps, and each item is still read once.
   */
  private static List<KeyRange> ranges(
      AttributeValue partition, List<KeyBranch> branches, boolean vague) {
    List<AttributeValue> key = List.of(partition);
    if (branches.size() == 1) {
      return List.of(new KeyRange(key, List.of(), branches.getFirst().range()));
    }
    if (vague) {
      return List.of(new KeyRange(key, List.of(), null));
    }
    List<SortInterval> intervals = new ArrayList<>();
    for (KeyBranch branch : branches) {
      SortInterval interval = SortInterval.of(branch.range());
      for (SortInterval earlier : intervals) {
        if (interval.meets(earlier)) {
          throw ServiceException.validation(
              "Overlapping conditions with range keys are not supported in where clause");
        }
      }
      intervals.add(interval);
    }
    return intervals.stream()
        .sorted(SortInterval.ORDER)
        .map(interval -> new KeyRange(key, List.of(), interval.range()))
        .toList();
  }

  private static void checkValues(KeyBranch branch, KeySchema key) {
    checkValue(key.partition().get(0), branch.partitionValue());
    for (SortRange range : branch.sort()) {
      KeyAttribute sort = key.sort().get(0);
      checkValue(sort, range.value());
      if (range.upper() != null) {
        checkValue(sort, range.upper());
      }
    }
  }

  /** Checks that a value is one that this key attribute can have. */
  static void checkValue(KeyAttribute attribute, AttributeValue value) {
    checkScalar(attribute, value);
    if (value.type() != attribute.type()) {
      throw ServiceException.validation(
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
  }

  /** Checks that a value is one that some key attribute can have. */
  static void checkScalar(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().isScalarKey()) {
      throw ServiceException.validation(
          "Key value must be of type S, N, or B. Key name: "
              + attribute.name()
              + ", Key type: "
              + value.type());
    }
  }

  private static void checkSizes(List<KeyBranch> branches, KeySchema key) {
    AttributeMap.Builder probe = AttributeMap.builder();
    probe.put(key.partition().get(0).name(), branches.getFirst().partitionValue());
    Keys.checkEmptyAndSize(key, probe.build());
    for (KeyBranch branch : branches) {
      for (SortRange range : branch.sort()) {
        // An empty bound is no key to be read and is left alone.
        boolean names = range.operator() == KeyOperator.EQUAL;
        if (names || range.value().sizeBytes() > Keys.MAX_SORT_BYTES) {
          Keys.checkEmptyAndSize(key, AttributeMap.of(key.sort().get(0).name(), range.value()));
        }
        if (range.upper() != null) {
          Keys.checkEmptyAndSize(key, AttributeMap.of(key.sort().get(0).name(), range.upper()));
        }
      }
    }
  }

  /**
   * The same ranges in the order that ORDER BY asks for.
   *
   * @param partitionsDescending the order of the partitions, by their key
   * @param sortDescending the order within each
   */
  List<KeyRange> ordered(boolean partitionsDescending, boolean sortDescending) {
    Map<AttributeValue, List<KeyRange>> byPartition = new LinkedHashMap<>();
    for (KeyRange range : ranges == null ? List.<KeyRange>of() : ranges) {
      byPartition.computeIfAbsent(range.partition().get(0), p -> new ArrayList<>()).add(range);
    }
    List<KeyRange> ordered = new ArrayList<>();
    byPartition.entrySet().stream()
        .sorted(
            (a, b) ->
                partitionsDescending
                    ? EntryKey.compare(b.getKey(), a.getKey())
                    : EntryKey.compare(a.getKey(), b.getKey()))
        .forEach(
            partition -> {
              List<KeyRange> within = partition.getValue();
              ordered.addAll(sortDescending ? within.reversed() : within);
            });
    return ordered;
  }
}
