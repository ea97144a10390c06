package dev.assay.engine.insights;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one table or one index. */
final class TargetUsage {
  /** As many keys as CloudWatch keeps for a rule. */
  private static final int CAPACITY = 500;

  private final KeySchema key;
  private final boolean throttledOnly;
  private final Map<Rule, TopKeys> counts = new EnumMap<>(Rule.class);

  TargetUsage(KeySchema key, boolean throttledOnly) {
    this.key = key;
    this.throttledOnly = throttledOnly;
    for (Rule rule : Rule.of(!key.sort().isEmpty(), throttledOnly)) {
      counts.put(rule, new TopKeys(CAPACITY));
    }
  }

  boolean isThrottledOnly() {
    return throttledOnly;
  }

  KeySchema key() {
    return key;
  }

  /**
   * Counts one use.
   *
   * @param item an item, or as much of its key as is known; without partition key it does not count
   */
  void count(AttributeMap item, boolean throttled) {
    List<String> partition = values(key.partition(), item);
    if (partition == null) {
      return;
    }
    List<String> sort = values(key.sort(), item);
    counts.forEach(
        (rule, top) -> {
          if (rule.countsThrottled() != throttled) {
            return;
          }
          if (!rule.isBySortKey()) {
            top.count(partition);
          } else if (sort != null) {
            List<String> both = new ArrayList<>(partition);
            both.addAll(sort);
            top.count(List.copyOf(both));
          }
        });
  }

  private static @Nullable List<String> values(List<KeyAttribute> attributes, AttributeMap item) {
    List<String> values = new ArrayList<>(attributes.size());
    for (KeyAttribute attribute : attributes) {
      AttributeValue value = item.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        return null;
      }
      values.add(text(value));
    }
    return List.copyOf(values);
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value();
      case AttributeValue.N n -> n.value().text();
      case AttributeValue.B b -> b.value().base64();
      case AttributeValue.Bool ignored -> throw notAKey(value);
      case AttributeValue.Null ignored -> throw notAKey(value);
      case AttributeValue.L ignored -> throw notAKey(value);
      case AttributeValue.M ignored -> throw notAKey(value);
      case AttributeValue.SS ignored -> throw notAKey(value);
      case AttributeValue.NS ignored -> throw notAKey(value);
      case AttributeValue.BS ignored -> throw notAKey(value);
    };
  }

  private static IllegalArgumentException notAKey(AttributeValue value) {
    return new IllegalArgumentException("a key cannot have type " + value.type());
  }

  /** What every rule has counted so far. */
  Map<Rule, KeyRanking> rankings(int limit) {
    Map<Rule, KeyRanking> rankings = new EnumMap<>(Rule.class);
    counts.forEach((rule, top) -> rankings.put(rule, top.ranking(limit)));
    return rankings;
  }
}
