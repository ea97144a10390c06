package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.EngineFixture;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Data on disk that is damaged")
class DamageTest {
  private static final String TABLE =
      "{'TableName':'tab','KeySchema':[{'AttributeName':'k','KeyType':'HASH'}],"
          + "'AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'}],"
          + "'BillingMode':'PAY_PER_REQUEST'}";

  @TempDir Path base;
  private DataFixture data;

  @BeforeEach
  void begin() {
    data = new DataFixture(base);
  }

  @AfterEach
  void end() {
    data.close();
  }

  private static void put(EngineFixture engine, String key) {
    put(engine, key, "");
  }

  private static void put(EngineFixture engine, String key, String value) {
    engine.ok(
        "PutItem",
        "{'TableName':'tab','Item':{'k':{'S':'" + key + "'},'v':{'S':'" + value + "'}}}");
  }

  private static int count(EngineFixture engine) {
    return engine.ok("Scan", "{'TableName':'tab','ConsistentRead':true}").path("Count").asInt();
  }

  private void writeAndKill(int items) {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", TABLE);
    for (int i = 0; i < items; i++) {
      put(engine, "key" + i);
    }
    data.kill();
  }

  private void refusesWith(String... parts) {
    assertThatThrownBy(() -> data.start())
        .isInstanceOf(DataRefusedException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void losesNothingButTheEntryThatWasBeingWritten() throws IOException {
    writeAndKill(5);
    Path segment = data.segments().getLast();
    long[] last = DataFixture.lastFrame(segment);
    DataFixture.garble(segment, last[0] + last[1] - 8, 8);

    EngineFixture again = data.start();
    assertThat(count(again)).isEqualTo(4);
    put(again, "more");
    assertThat(data.notices()).anyMatch(notice -> notice.contains("unfinished entry"));

    assertThat(count(data.killAndStart())).as("what was found stays").isEqualTo(5);
  }

  @Test
  void isCutOffAfterTheLastWholeEntry() throws IOException {
    writeAndKill(5);
    Path segment = data.segments().getLast();
    long[] last = DataFixture.lastFrame(segment);
    DataFixture.cut(segment, last[0] + last[1] / 2);

    assertThat(count(data.start())).isEqualTo(4);
  }

  @Test
  void hasAllWritesOfATransactionOrNone() throws IOException {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", TABLE);
    engine.ok(
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'tab','Item':{'k':{'S':'x'}}}},"
            + "{'Put':{'TableName':'tab','Item':{'k':{'S':'y'}}}}]}");
    data.kill();
    Path segment = data.segments().getLast();
    long[] last = DataFixture.lastFrame(segment);
    DataFixture.cut(segment, last[0] + last[1] - 4);

    assertThat(count(data.start())).isZero();
  }

  @Test
  void isRefusedWhereAcknowledgedWritesStandBehindTheDamage() throws IOException {
    writeAndKill(5);
    Path segment = data.segments().getLast();
    long[] last = DataFixture.lastFrame(segment);
    DataFixture.garble(segment, last[0] - 20, 4);

    refusesWith("the log is damaged in", segment.getFileName().toString(), "acknowledged writes");
  }

  @Test
  void isRefusedWithAFileOfTheLogMissing() throws IOException {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", TABLE);
    String large = "x".repeat(300_000);
    for (int i = 0; i < 12; i++) {
      put(engine, "key" + i, large);
    }
    data.kill();
    List<Path> segments = data.segments();
    assertThat(segments).hasSizeGreaterThan(3);
    Path copy = base.resolve("copy");

    Files.move(segments.get(1), copy);
    refusesWith("of the log are missing before", segments.get(2).getFileName().toString());
    Files.move(copy, segments.get(1));

    Files.move(segments.getLast(), copy);
    refusesWith("the last file of the log is missing");
    Files.move(copy, segments.getLast());

    Files.move(segments.getFirst(), copy);
    refusesWith("of the log are missing before");
    Files.move(copy, segments.getFirst());

    assertThat(engine.ok("Scan", "{'TableName':'tab','Select':'COUNT'}").path("Count").asInt())
        .isPositive();
    assertThat(
            data.start().ok("DescribeTable", "{'TableName':'tab'}").at("/Table/ItemCount").asInt())
        .isEqualTo(12);
  }

  @Test
  void isRefusedWhereANewerVersionWroteIt() throws IOException {
    writeAndKill(1);
    Path format = data.folder().resolve("format");
    Files.writeString(format, Files.readString(format).replace("format=1", "format=9"));

    refusesWith("has format '9'", "use the version that wrote it");
  }

  @Test
  void isRefusedWhileAnotherEngineUsesIt() {
    data.start();
    refusesWith("in use by another engine");
  }

  @Test
  void isRefusedForAnotherAccountAndInAFolderOfOtherThings() throws IOException {
    writeAndKill(1);
    data.withEngine(each -> each.withAccountId("111111111111"));
    refusesWith("belongs to account 000000000000");

    Path other = Files.createDirectories(base.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "precious");
    assertThatThrownBy(() -> new DataFixture(base).with(each -> DataSettings.in(other)).start())
        .hasMessageContaining("holds other things");
    assertThatThrownBy(
            () ->
                new DataFixture(base)
                    .with(each -> DataSettings.in(other.resolve("thesis.txt")))
                    .start())
        .hasMessageContaining("is a file");
  }

  @Test
  void isRefusedInAFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(base.resolve("file"), "");
    assertThatThrownBy(
            () -> new DataFixture(base).with(each -> DataSettings.in(file.resolve("data"))).start())
        .isInstanceOf(DataRefusedException.class)
        .hasMessageContainingAll("cannot be used for data", "or name another");
  }

  @Test
  void isRefusedWhereTheDiskIsFullAndUntouchedByThat() {
    writeAndKill(5);
    DiskRoom none =
        new DiskRoom() {
          @Override
          public void take(FileChannel file, long from, long to) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public long free(Path folder) {
            return 4_095;
          }
        };
    data.with(each -> each.withRoom(none));
    refusesWith("has 4,095 bytes free", "make room there");

    data.with(each -> each.withRoom(DiskRoom.REAL));
    assertThat(count(data.start())).isEqualTo(5);
  }

  @ParameterizedTest(name = "bytes from its end: {0}")
  @ValueSource(longs = {0, 60})
  void isReadFromTheSnapshotBeforeADamagedOne(long fromEnd) throws IOException {
    data.with(each -> each.withSegmentBytes(1 << 20));
    EngineFixture engine = data.start();
    engine.ok("CreateTable", TABLE);
    put(engine, "first");
    EngineFixture second = data.closeAndStart();
    put(second, "second");
    EngineFixture third = data.closeAndStart();
    put(third, "third");
    data.kill();
    List<Path> snapshots = data.snapshots();
    assertThat(snapshots).hasSize(2);

    Path newest = snapshots.getLast();
    DataFixture.garble(newest, fromEnd == 0 ? 30 : Files.size(newest) - fromEnd, 3);
    assertThat(count(data.start())).isEqualTo(3);
    assertThat(data.notices()).anyMatch(notice -> notice.contains("the one before it is used"));

    data.kill();
    DataFixture.cut(data.snapshots().getLast(), 10);
    assertThat(count(data.start())).isEqualTo(3);
  }

  @Test
  void isNotGrownWhereTheDiskIsFullAndGrowsAgainLater() {
    AtomicBoolean full = new AtomicBoolean();
    DiskRoom room =
        new DiskRoom() {
          @Override
          public void take(FileChannel file, long from, long to) throws IOException {
            if (full.get()) {
              throw new IOException("No space left on device");
            }
            REAL.take(file, from, to);
          }

          @Override
          public long free(Path folder) throws IOException {
            return full.get() ? 0 : REAL.free(folder);
          }
        };
    data.with(each -> each.withRoom(room).withSegmentBytes(4 << 20));
    EngineFixture engine = data.start();
    engine.ok("CreateTable", TABLE);
    put(engine, "before");
    full.set(true);
    String large = "x".repeat(300_000);
    int taken = 0;
    EngineFixture.Reply reply;
    do {
      reply =
          engine.call(
              "PutItem",
              "{'TableName':'tab','Item':{'k':{'S':'large"
                  + taken
                  + "'},'v':{'S':'"
                  + large
                  + "'}}}");
    } while (reply.status() == 200 && ++taken < 20);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.errorType()).isEqualTo("InternalServerError");
    assertThat(count(engine)).as("reads go on, and show no refused write").isEqualTo(1 + taken);
    assertThat(
            engine
                .call("CreateTable", TABLE.replace("'tab'", "'" + "t".repeat(255) + "'"))
                .status())
        .isIn(200, 500);
    full.set(false);
    put(engine, "after", large);
    assertThat(data.notices())
        .anyMatch(notice -> notice.contains("writes are refused"))
        .anyMatch(notice -> notice.contains("writes are accepted"));
    assertThat(engine.accidents()).isEmpty();

    assertThat(count(data.killAndStart())).isEqualTo(2 + taken);
  }
}
