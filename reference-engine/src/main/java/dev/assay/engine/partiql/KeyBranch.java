package dev.assay.engine.partiql;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one alternative of a WHERE clause says of the key.
 *
 * @param partition its tests of the partition key, each once
 * @param sort its tests of the sort key, each once
 * @param looseSort whether it says something else of the sort key, such as {@code <>} or a negation
 * @param others whether it says anything that is no test of the key
 */
record KeyBranch(Set<SortRange> partition, Set<SortRange> sort, boolean looseSort, boolean others) {
  /** A clause with more alternatives than these is read as a whole. */
  private static final int MAX_BRANCHES = 1000;

  private static final KeyBranch OTHER = new KeyBranch(Set.of(), Set.of(), false, true);

  /** The alternatives of a clause in the order written; null if there are too many. */
  static @Nullable List<KeyBranch> of(Condition where, KeySchema key) {
    return new Finder(key).branches(where);
  }

  /** Whether it names exactly one partition. */
  boolean isKeyed() {
    return partition.size() == 1 && partition.iterator().next().upper() == null && equal();
  }

  private boolean equal() {
    return partition.iterator().next().operator() == KeyOperator.EQUAL;
  }

  AttributeValue partitionValue() {
    return partition.iterator().next().value();
  }

  /** The one range of the sort key that it names; null for the whole partition. */
  @Nullable SortRange range() {
    return sort.size() == 1 ? sort.iterator().next() : null;
  }

  /** Whether its sort key says more than one range can. */
  boolean isVague() {
    return looseSort || sort.size() > 1;
  }

  private boolean mentionsKey() {
    return !partition.isEmpty() || !sort.isEmpty() || looseSort;
  }

  private KeyBranch and(KeyBranch that) {
    return new KeyBranch(
        union(partition, that.partition),
        union(sort, that.sort),
        looseSort || that.looseSort,
        others || that.others);
  }

  private static Set<SortRange> union(Set<SortRange> a, Set<SortRange> b) {
    Set<SortRange> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return union;
  }

  /** Walks a condition. */
  private static final class Finder {
    private final String partitionName;
    private final @Nullable String sortName;

    Finder(KeySchema key) {
      this.partitionName = key.partition().get(0).name();
      this.sortName = key.sort().isEmpty() ? null : key.sort().get(0).name();
    }

    @Nullable List<KeyBranch> branches(Condition condition) {
      return switch (condition) {
        case Condition.And(Condition left, Condition right) -> and(branches(left), branches(right));
        case Condition.Or(Condition left, Condition right) -> or(branches(left), branches(right));
        case Condition.In in -> in(in);
        default -> List.of(leaf(condition));
      };
    }

    private @Nullable List<KeyBranch> and(
        @Nullable List<KeyBranch> left, @Nullable List<KeyBranch> right) {
      if (left == null || right == null || left.size() * right.size() > MAX_BRANCHES) {
        return null;
      }
      List<KeyBranch> product = new ArrayList<>(left.size() * right.size());
      for (KeyBranch a : left) {
        for (KeyBranch b : right) {
          product.add(a.and(b));
        }
      }
      return product;
    }

    /** Alternatives that do not mention the key are one. */
    private @Nullable List<KeyBranch> or(
        @Nullable List<KeyBranch> left, @Nullable List<KeyBranch> right) {
      if (left == null || right == null) {
        return null;
      }
      List<KeyBranch> both = new ArrayList<>(left);
      both.addAll(right);
      if (both.stream().noneMatch(KeyBranch::mentionsKey)) {
        return List.of(OTHER);
      }
      return both.size() > MAX_BRANCHES ? null : both;
    }

    /** The values of IN are read in their own order, each once. */
    private List<KeyBranch> in(Condition.In in) {
      String attribute = KeyTests.attribute(in.operand());
      Set<AttributeValue> values = new LinkedHashSet<>();
      for (Operand candidate : in.candidates()) {
        if (candidate instanceof Operand.Literal(AttributeValue value)) {
          values.add(value);
        } else {
          return List.of(leaf(in));
        }
      }
      if (attribute == null || !isKey(attribute)) {
        return List.of(OTHER);
      }
      return values.stream()
          .sorted(EntryKey::compare)
          .map(value -> branch(attribute, new SortRange(KeyOperator.EQUAL, value, null)))
          .toList();
    }

    private boolean isKey(String attribute) {
      return attribute.equals(partitionName) || attribute.equals(sortName);
    }

    private KeyBranch branch(String attribute, SortRange range) {
      return attribute.equals(partitionName)
          ? new KeyBranch(Set.of(range), Set.of(), false, false)
          : new KeyBranch(Set.of(), Set.of(range), false, false);
    }

    private KeyBranch leaf(Condition condition) {
      KeyTests.KeyTest test = KeyTests.of(condition);
      if (test != null && isKey(test.attribute())) {
        return branch(test.attribute(), test.range());
      }
      boolean loose = sortName != null && condition.attributes().contains(sortName);
      return new KeyBranch(Set.of(), Set.of(), loose, true);
    }
  }
}
