package dev.assay.engine.ttl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.ManualClock;
import dev.assay.engine.TestTables;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.TimeToLive;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which items a sweep deletes, and how. */
final class SweeperTest {
  private static final long YEAR_SECONDS = Duration.ofDays(365).toSeconds();

  private final ManualClock clock = ManualClock.atNoon();
  private final Catalog catalog = new Catalog();
  private final Table table = TestTables.stringKeyed("Sessions", "id");
  private final Sweeper sweeper = new Sweeper(catalog, clock);
  private final List<LogEntry> log = new ArrayList<>();

  @BeforeEach
  void addTable() {
    catalog.add(table);
    timeToLive(TimeToLive.Status.ENABLED);
  }

  private void timeToLive(TimeToLive.Status status) {
    TimeToLive setting = new TimeToLive(status, "expires", clock.instant());
    table.redefine(
        table
            .definition()
            .withAttachments(table.definition().attachments().withTimeToLive(setting)));
  }

  private void put(String id, AttributeValue expires) {
    write(id, TestTables.item("id", id).with("expires", expires));
  }

  private void put(String id, long secondsFromNow) {
    put(id, seconds(secondsFromNow));
  }

  private AttributeValue seconds(long fromNow) {
    return new AttributeValue.N(DynamoNumber.of(clock.instant().getEpochSecond() + fromNow));
  }

  private void write(String id, AttributeMap item) {
    EntryKey key = key(id);
    table.append(key, table.find(key), item, WriteMeta.ofClient(clock.instant()));
  }

  private EntryKey key(String id) {
    return EntryKey.of(table.definition().key(), TestTables.item("id", id));
  }

  private List<String> ids() {
    return table.items().values().stream()
        .map(item -> item.find("id") instanceof AttributeValue.S s ? s.value() : "?")
        .sorted()
        .toList();
  }

  @Test
  void anItemIsDeletedOnceItsTimeIsPast() {
    put("past", -1);
    put("present", 0);
    put("future", 1);

    assertThat(sweeper.sweep()).isEqualTo(1);
    assertThat(ids()).containsExactly("future", "present");

    clock.advance(Duration.ofSeconds(2));
    assertThat(sweeper.sweep()).isEqualTo(2);
    assertThat(ids()).isEmpty();
  }

  @Test
  void anExpiredItemCanBeReadUntilItIsSwept() {
    put("past", -100);

    assertThat(table.find(key("past"))).isNotNull();
  }

  @Test
  void theDeletionIsAnEntryOfTheServiceInTheLog() {
    put("past", -1);
    table.addReader(log::add);
    sweeper.sweep();

    assertThat(log).hasSize(1);
    assertThat(log.get(0).origin()).isEqualTo(WriteOrigin.TIME_TO_LIVE);
    assertThat(log.get(0).before()).isNotNull();
    assertThat(log.get(0).after()).isNull();
    assertThat(log.get(0).time()).isEqualTo(clock.instant());
  }

  @Test
  void anItemThatExpiredMoreThanFiveYearsAgoStays() {
    put("four years", -4 * YEAR_SECONDS);
    put("six years", -6 * YEAR_SECONDS);
    put("zero", new AttributeValue.N(DynamoNumber.ZERO));
    sweeper.sweep();

    assertThat(ids()).containsExactly("six years", "zero");
  }

  @Test
  void onlyANumberIsATime() {
    put("string", new AttributeValue.S("1"));
    put("list", new AttributeValue.L(List.of(seconds(-1))));
    put("null", AttributeValue.Null.INSTANCE);
    write("none", TestTables.item("id", "none"));

    assertThat(sweeper.sweep()).isZero();
  }

  @Test
  void aFractionOfASecondCounts() {
    put("half", new AttributeValue.N(DynamoNumber.parse(nowMinusHalfASecond())));

    assertThat(sweeper.sweep()).isEqualTo(1);
  }

  private String nowMinusHalfASecond() {
    return (clock.instant().getEpochSecond() - 1) + ".5";
  }

  @Test
  void aTableWhoseTimeToLiveIsNotEnabledIsLeftAlone() {
    put("past", -1);
    for (TimeToLive.Status status :
        List.of(
            TimeToLive.Status.DISABLED, TimeToLive.Status.ENABLING, TimeToLive.Status.DISABLING)) {
      timeToLive(status);
      assertThat(sweeper.sweep()).as(status.name()).isZero();
    }
  }

  @Test
  void aTableThatIsBeingDeletedIsLeftAlone() {
    put("past", -1);
    table.redefine(table.definition().withStatus(TableStatus.DELETING));

    assertThat(sweeper.sweep()).isZero();
  }
}
