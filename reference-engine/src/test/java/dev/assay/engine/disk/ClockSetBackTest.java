package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.QueuedScheduler;
import dev.assay.engine.objects.FolderStore;
import dev.assay.engine.recovery.RecoverySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An engine whose clock was set back while it was down")
class ClockSetBackTest {
  @TempDir Path base;
  private final ManualClock clock = ManualClock.atNoon();
  private final Instant noon = clock.instant();
  private final QueuedScheduler jobs = new QueuedScheduler();
  private DataFixture data;
  private EngineFixture engine;

  @BeforeEach
  void begin() {
    data = new DataFixture(base).withEngine(this::settings);
    engine = data.start();
    engine.ok(
        "CreateTable",
        "{'TableName': 'tab', 'BillingMode': 'PAY_PER_REQUEST',"
            + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}");
    enable();
  }

  @AfterEach
  void end() {
    data.close();
  }

  private EngineSettings settings(EngineSettings settings) {
    return settings
        .withClock(clock)
        .withBackground(BackgroundSettings.defaults().withScheduler(jobs))
        .withRecovery(
            RecoverySettings.defaults().withObjects(() -> new FolderStore(base.resolve("s3"))));
  }

  private void enable() {
    recovery(true);
  }

  private void recovery(boolean enabled) {
    engine.ok(
        "UpdateContinuousBackups",
        "{'TableName': 'tab', 'PointInTimeRecoverySpecification':"
            + " {'PointInTimeRecoveryEnabled': "
            + enabled
            + "}}");
  }

  private void at(int second) {
    clock.advance(Duration.between(clock.instant(), noon.plusSeconds(second)));
  }

  private void put(int second, String key, String value) {
    at(second);
    engine.ok(
        "PutItem",
        "{'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'v': {'S': '%s'}}}"
            .formatted(key, value));
  }

  private void again(boolean killed, int second) {
    at(second);
    engine = killed ? data.killAndStart() : data.closeAndStart();
  }

  private SortedSet<String> restored(int second) {
    return restored("at" + second, "'RestoreDateTime': " + (noon.getEpochSecond() + second));
  }

  private SortedSet<String> restored(String name, String moment) {
    String target = "tab-" + name;
    engine.ok(
        "RestoreTableToPointInTime",
        "{'SourceTableName': 'tab', 'TargetTableName': '" + target + "', " + moment + "}");
    jobs.work();
    TreeSet<String> pairs = new TreeSet<>();
    engine
        .ok("Scan", "{'TableName': '" + target + "'}")
        .get("Items")
        .forEach(item -> pairs.add(item.at("/pk/S").asText() + "=" + item.at("/v/S").asText()));
    engine.ok("DeleteTable", "{'TableName': '" + target + "'}");
    return pairs;
  }

  @ParameterizedTest(name = "after it was killed: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("restores every second of before, and what came later is later")
  void restoresEverySecond(boolean killed) {
    put(1, "a", "one");
    put(10, "a", "two");
    put(11, "gone", "soon");
    again(killed, 5);
    put(6, "b", "three");
    put(7, "a", "four");
    at(20);
    assertThat(restored(4)).containsExactly("a=one");
    assertThat(restored(6)).containsExactly("a=one");
    assertThat(restored(9)).containsExactly("a=one");
    assertThat(restored(10)).containsExactly("a=two");
    assertThat(restored(12)).containsExactly("a=four", "b=three", "gone=soon");
    // Again, from the log of two runs and a snapshot that was taken at a time of before.
    again(false, 8);
    put(9, "c", "five");
    again(killed, 20);
    assertThat(restored(4)).containsExactly("a=one");
    assertThat(restored(9)).containsExactly("a=one");
    assertThat(restored(10)).containsExactly("a=two");
    assertThat(restored(12)).containsExactly("a=four", "b=three", "c=five", "gone=soon");
    assertThat(engine.accidents()).isEmpty();
  }

  @ParameterizedTest(name = "after it was killed: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("restores all there is to the latest moment")
  void restoresAllToTheLatest(boolean killed) {
    put(1, "a", "one");
    put(60, "a", "two");
    again(killed, 5);
    assertThat(restored("latest", "'UseLatestRestorableTime': true")).containsExactly("a=two");
    put(6, "b", "three");
    assertThat(restored("later", "'UseLatestRestorableTime': true"))
        .containsExactly("a=two", "b=three");
    assertThat(
            engine
                .ok("DescribeContinuousBackups", "{'TableName': 'tab'}")
                .findValue("LatestRestorableDateTime")
                .asLong())
        .isEqualTo(noon.getEpochSecond() + 60);
  }

  @Test
  @DisplayName("keeps what was there before recovery was enabled")
  void keepsWhatWasThereBefore() {
    put(1, "a", "one");
    recovery(false);
    put(30, "a", "two");
    again(true, 5);
    enable();
    put(8, "a", "three");
    at(40);
    assertThat(restored(7)).containsExactly("a=two");
    again(true, 40);
    assertThat(restored(7)).containsExactly("a=two");
    assertThat(restored(9)).containsExactly("a=three");
  }
}
