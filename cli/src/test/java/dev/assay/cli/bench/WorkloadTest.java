package dev.assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.cli.problem.Refusal;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A workload")
class WorkloadTest {
  private static final Dataset DATA = new Dataset("bench", 1_000, 1_024);

  private static BenchSettings brief(Workload workload) {
    return new BenchSettings(
        EnumSet.of(BenchSettings.Part.LOAD),
        List.of(workload),
        Duration.ofMillis(50),
        Duration.ofMillis(10),
        2,
        4,
        OptionalDouble.of(200),
        1_024,
        1_000,
        1_000,
        1,
        false,
        Duration.ofMinutes(5),
        7);
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void runsWithoutErrorAgainstTheReferenceEngine(Workload workload) throws Exception {
    try (Engine engine = Engine.start(EngineSettings.defaults())) {
      URI endpoint = URI.create("http://127.0.0.1:" + engine.address().getPort());
      Bench bench =
          new Bench(
              brief(workload),
              List.of(new Contender.Elsewhere(endpoint)),
              Path.of("."),
              Path.of(System.getProperty("java.home")),
              new Interruption(),
              new Progress(new PrintWriter(new StringWriter()), false));

      BenchResult result = bench.run();

      assertThat(result.load())
          .singleElement()
          .isInstanceOfSatisfying(
              LoadResult.Measured.class,
              measured -> {
                assertThat(measured.invalid()).isEmpty();
                assertThat(measured.sides().getFirst().saturation().answered()).isPositive();
                assertThat(measured.sides().getFirst().equalLoad().answered()).isEqualTo(20);
              });
      assertThat(new Caller(endpoint).call("ListTables", "{}"))
          .as("the bench removed its tables")
          .isEqualTo(new Reply.Http(200, "{\"TableNames\":[]}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GetItem,GET_ITEM",
    "getitem,GET_ITEM",
    "BatchWrite,BATCH_WRITE",
    "TransactWriteItems,TRANSACT_WRITE"
  })
  void isKnownByItsOperation(String name, Workload workload) {
    assertThat(Workload.of(name)).isEqualTo(workload);
  }

  @Test
  void isSuggestedWhenItsNameIsMistyped() {
    assertThatThrownBy(() -> Workload.of("PutItme"))
        .isInstanceOf(Refusal.class)
        .hasMessage("there is no workload 'PutItme'; did you mean 'PutItem'?");
  }

  @Test
  void stampsTheKeyIntoTheRequestAndSaysItsLength() {
    Template template = Workload.GET_ITEM.request(DATA, URI.create("http://127.0.0.1:8000"));
    ByteBuffer buffer = ByteBuffer.allocate(template.length());

    template.stamp(buffer, 123, KeySpace.of(1_000, 4));

    String[] headAndBody = StandardCharsets.US_ASCII.decode(buffer).toString().split("\r\n\r\n", 2);
    assertThat(headAndBody[1])
        .isEqualTo("{\"TableName\":\"bench\",\"Key\":{\"pk\":{\"S\":\"item00000123\"}}}");
    assertThat(headAndBody[0])
        .contains("Content-Length: " + headAndBody[1].length(), "Host: 127.0.0.1:8000");
  }

  @Test
  void givesNoTwoConnectionsTheSameKeyEvenAcrossABatch() {
    KeySpace keys = KeySpace.of(1_000, 7);
    SplittableRandom random = new SplittableRandom(1);
    Set<Long> seen = new HashSet<>();
    for (int connection = 0; connection < 7; connection++) {
      Set<Long> own = new HashSet<>();
      for (int draw = 0; draw < 5_000; draw++) {
        long key = keys.draw(connection, random);
        own.add(key);
        own.add(keys.after(key, Dataset.BATCH - 1));
      }
      assertThat(own).hasSizeGreaterThan(100).allMatch(key -> key >= 0 && key < 1_000);
      assertThat(own).noneMatch(seen::contains);
      seen.addAll(own);
    }
  }

  @Test
  void putsItemsOfTheSizeThatWasAskedFor() {
    Template batch = DATA.putBatch(URI.create("http://127.0.0.1:8000"));
    ByteBuffer buffer = ByteBuffer.allocate(batch.length());
    batch.stamp(buffer, 0, KeySpace.inOrder(1_000));
    String payload =
        StandardCharsets.US_ASCII
            .decode(buffer)
            .toString()
            .replaceFirst("(?s).*?\"payload\":\\{\"S\":\"(p*)\".*", "$1");

    // Names and values as the service counts them: pk and item00000000, n and a one-digit number,
    // payload and its text.
    assertThat(2 + 12 + 1 + 2 + 7 + payload.length()).isEqualTo(1_024);
  }
}
