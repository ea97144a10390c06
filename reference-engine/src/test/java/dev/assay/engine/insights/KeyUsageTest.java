package dev.assay.engine.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.TestTables;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.ContributorInsights.Mode;
import dev.assay.engine.table.ContributorInsights.Status;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.WarmThroughput;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which uses of keys are counted, from when, and until when. */
final class KeyUsageTest {
  private static final String INDEX = "by-state";

  private final KeyUsage usage = new KeyUsage();
  private final Table table = TestTables.sorted("Orders", "customer", "order");
  private final Catalog catalog = new Catalog(List.of(usage));

  KeyUsageTest() {
    KeySchema key = new KeySchema(List.of(new KeyAttribute("state", AttributeType.S)), List.of());
    table.redefine(
        table
            .definition()
            .withIndexes(
                List.of(
                    new SecondaryIndex(
                        INDEX,
                        SecondaryIndex.Kind.GLOBAL,
                        key,
                        IndexProjection.ALL,
                        Throughput.NONE,
                        OnDemandThroughput.NONE,
                        WarmThroughput.ON_DEMAND,
                        TableStatus.ACTIVE,
                        false))));
    catalog.add(table);
  }

  private void set(String target, Status status, Mode mode) {
    TableDefinition before = table.definition();
    Map<String, ContributorInsights> insights = new HashMap<>(before.attachments().insights());
    insights.put(target, new ContributorInsights(status, mode, Instant.EPOCH, Instant.EPOCH));
    table.redefine(before.withAttachments(before.attachments().withInsights(insights)));
  }

  private void enable(String target) {
    set(target, Status.ENABLED, Mode.ACCESSED_AND_THROTTLED_KEYS);
  }

  private static AttributeMap order(String customer, String order, String... more) {
    AttributeMap.Builder item = TestTables.item("customer", customer, "order", order).toBuilder();
    return item.putAll(TestTables.item(more)).build();
  }

  private void write(AttributeMap keyed, @Nullable AttributeMap item) {
    EntryKey key = EntryKey.of(table.definition().key(), keyed);
    table.append(key, table.find(key), item, WriteMeta.ofClient(Instant.EPOCH));
  }

  private void put(AttributeMap item) {
    write(item, item);
  }

  /** The ranking of a rule as text: {@code a=3 b=1}. */
  private String ranking(@Nullable String index, Rule rule) {
    KeyRanking ranking = usage.rankings(table, index, 10).get(rule);
    if (ranking == null) {
      return "none";
    }
    return String.join(
        " ",
        ranking.contributors().stream()
            .map(each -> String.join("/", each.keys()) + '=' + each.count())
            .toList());
  }

  @Test
  void readsAndWritesAreCountedByPartitionKeyAndByItem() {
    enable("");
    put(order("ann", "1"));
    put(order("ann", "2"));
    write(order("ann", "2"), null);
    usage.read(table, null, order("ann", "1"));
    usage.read(table, null, order("bob", "1"));

    assertThat(ranking(null, Rule.PKC)).isEqualTo("ann=4 bob=1");
    assertThat(ranking(null, Rule.SKC)).isEqualTo("ann/1=2 ann/2=2 bob/1=1");
    assertThat(ranking(null, Rule.PKT)).isEmpty();
  }

  @Test
  void aReadOfAWholePartitionIsCountedByItsPartitionKeyOnly() {
    enable("");
    usage.read(table, null, TestTables.item("customer", "ann"));

    assertThat(ranking(null, Rule.PKC)).isEqualTo("ann=1");
    assertThat(ranking(null, Rule.SKC)).isEmpty();
  }

  @Test
  void throttledUsesAreCountedApart() {
    enable("");
    usage.throttled(table, null, order("ann", "1"));

    assertThat(ranking(null, Rule.PKT)).isEqualTo("ann=1");
    assertThat(ranking(null, Rule.SKT)).isEqualTo("ann/1=1");
    assertThat(ranking(null, Rule.PKC)).isEmpty();
  }

  @Test
  void whereOnlyThrottlingIsToBeCountedThereIsNoRuleForAccess() {
    set("", Status.ENABLED, Mode.THROTTLED_KEYS);
    put(order("ann", "1"));
    usage.throttled(table, null, order("ann", "1"));

    assertThat(ranking(null, Rule.PKC)).isEqualTo("none");
    assertThat(ranking(null, Rule.PKT)).isEqualTo("ann=1");
  }

  @Test
  void anIndexHasCountsOfItsOwn() {
    enable(INDEX);
    put(order("ann", "1", "state", "new"));
    put(order("bob", "1"));
    put(order("ann", "1", "state", "paid"));
    usage.read(table, INDEX, TestTables.item("state", "paid"));

    assertThat(ranking(INDEX, Rule.PKC)).isEqualTo("new=2 paid=2");
    assertThat(ranking(INDEX, Rule.SKC)).isEqualTo("none");
    assertThat(ranking(null, Rule.PKC)).isEqualTo("none");
  }

  @Test
  void nothingIsCountedBeforeItIsEnabledOrAfterItIsDisabled() {
    put(order("early", "1"));
    usage.read(table, null, order("early", "1"));
    enable("");
    put(order("ann", "1"));
    assertThat(ranking(null, Rule.PKC)).isEqualTo("ann=1");

    set("", Status.DISABLED, Mode.ACCESSED_AND_THROTTLED_KEYS);
    assertThat(ranking(null, Rule.PKC)).isEqualTo("none");
    put(order("late", "1"));
    enable("");
    assertThat(ranking(null, Rule.PKC)).isEmpty();
  }

  @Test
  void countsGoOnWhenAnythingElseOfTheTableChanges() {
    enable("");
    put(order("ann", "1"));
    table.redefine(table.definition().withStatus(TableStatus.UPDATING));
    enable(INDEX);
    put(order("ann", "1", "state", "new"));

    assertThat(ranking(null, Rule.PKC)).isEqualTo("ann=2");
  }

  @Test
  void aDeletedTableIsForgotten() {
    enable("");
    catalog.remove(table);

    assertThat(usage.rankings(table, null, 10)).isEmpty();
  }

  @Test
  void rulesAreNamedAsTheServiceNamesThem() {
    assertThat(Rule.of(true, false)).containsExactly(Rule.PKC, Rule.SKC, Rule.PKT, Rule.SKT);
    assertThat(Rule.of(false, false)).containsExactly(Rule.PKC, Rule.PKT);
    assertThat(Rule.of(false, true)).containsExactly(Rule.PKT);
    assertThat(Rule.PKC.cloudWatchName("Orders", null, 1791501766746L))
        .isEqualTo("DynamoDBContributorInsights-PKC-Orders-1791501766746");
    assertThat(Rule.SKT.cloudWatchName("Orders", "gsi1", 1791501766746L))
        .isEqualTo("DynamoDBContributorInsights-SKT-Orders-gsi1-1791501766746");
  }
}
