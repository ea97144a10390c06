package dev.assay.features.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A history's file")
class HistoryFileTest {
  @TempDir Path folder;

  private static Header header() {
    return new Header("register", 7, List.of("here"), new LinkedHashMap<>(Map.of("keys", 3L)));
  }

  private static List<Op> everyKind() {
    List<Call> calls =
        List.of(
            new Call.Read("k", Reading.EVENTUAL),
            new Call.Write("k", 1),
            new Call.Cas("k", OptionalLong.empty(), 2),
            new Call.Add("k", -1),
            new Call.Insert("k", 3),
            new Call.Transaction(
                List.of(new Call.Step.Append("l", 4), new Call.Step.ReadList("m")), Reading.STRONG),
            new Call.Transfer("a", "b", 5),
            new Call.Snapshot(List.of("a", "b")),
            new Call.TakeRecords("shard-1"));
    List<Outcome> outcomes =
        List.of(
            new Outcome.Ok(new Seen.Value(OptionalLong.empty())),
            new Outcome.Unknown("timeout"),
            new Outcome.Fail("ConditionalCheckFailedException", new Seen.Value(OptionalLong.of(9))),
            new Outcome.Ok(new Seen.Value(OptionalLong.of(-1))),
            new Outcome.Ok(Seen.nothing()),
            new Outcome.Ok(new Seen.Lists(Map.of("m", List.of(1L, 2L)))),
            new Outcome.Fail("TransactionCanceledException", Seen.nothing()),
            new Outcome.Ok(new Seen.Values(Map.of("a", 95L))),
            new Outcome.Ok(
                new Seen.Records(
                    List.of(
                        new Seen.Change(
                            "k", "123", "INSERT", OptionalLong.empty(), OptionalLong.of(1))))));
    java.util.ArrayList<Op> ops = new java.util.ArrayList<>();
    for (int n = 0; n < calls.size(); n++) {
      ops.add(new Op(n, "c", "here", calls.get(n), 10L * n, 10L * n + 5, 2, 1, outcomes.get(n)));
    }
    return ops;
  }

  @Test
  void holdsEveryKindOfCallAndOutcome() throws Exception {
    History history = new History(header(), everyKind(), List.of(new Mark("settled", 99)));
    Path file = folder.resolve("history.jsonl");
    HistoryWriter.write(file, history);
    assertThat(HistoryReader.read(file)).isEqualTo(history);
  }

  @Test
  void ofARunThatWasCutShortLeavesItsOpenCallsUnknown() throws Exception {
    Path file = folder.resolve("history.jsonl");
    AtomicLong now = new AtomicLong(100);
    try (HistoryWriter writer = HistoryWriter.open(file, header())) {
      Recorder recorder =
          new Recorder(header(), now::incrementAndGet, Optional.of(writer), e -> {});
      long first = recorder.invoke("a", "here", new Call.Write("k", 1));
      recorder.invoke("b", "here", new Call.Write("k", 2));
      recorder.complete(first, new Outcome.Ok(Seen.nothing()), 1, 0);
    }
    Files.writeString(file, Files.readString(file) + "{\"type\":\"ok\",\"op\":1,\"time_");
    History history = HistoryReader.read(file);
    assertThat(history.ops()).extracting(Op::ok).containsExactly(true, false);
    assertThat(history.ops()).extracting(Op::unknown).containsExactly(false, true);
  }

  @Test
  void thatCannotBeWrittenIsToldOnceAndTheHistoryGoesOn() throws Exception {
    HistoryWriter writer = HistoryWriter.open(folder.resolve("history.jsonl"), header());
    writer.close();
    AtomicLong told = new AtomicLong();
    Recorder recorder =
        new Recorder(header(), () -> 1, Optional.of(writer), e -> told.incrementAndGet());
    recorder.invoke("a", "here", new Call.Write("k", 1));
    recorder.invoke("b", "here", new Call.Write("k", 2));
    assertThat(told).hasValue(1);
    assertThat(recorder.history().ops()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          hello                                                        | line 2: is no JSON object: hello
          {'type':'begin'}                                             | line 2: 'type' must be history, invoke, ok, fail, info or mark, was ~begin~
          {'type':'ok','op':5,'time_ns':1}                             | line 2: 'op' must be an operation that was invoked and has not ended, was 5
          {'type':'invoke','op':1,'client':'c','time_ns':1,'f':'reed'} | line 2: 'f' must be read, write, cas, add, insert, txn, transfer, snapshot or take, was ~reed~
          {'type':'invoke','op':1,'client':'c','time_ns':1,'f':'write','key':'k'} | line 2: 'new' must be a whole number, was missing
          {'type':'mark','name':'x','time_ns':'now'}                   | line 2: 'time_ns' must be a whole number, was ~now~
          """)
  void namesTheLineAndTheFieldThatIsWrong(String line, String sentence) throws IOException {
    Path file = folder.resolve("history.jsonl");
    HistoryWriter.open(file, header()).close();
    Files.writeString(
        file,
        Files.readString(file)
            + line.replace('\'', '"')
            + "\n{\"type\":\"mark\",\"name\":\"x\",\"time_ns\":1}\n");
    assertThatThrownBy(() -> HistoryReader.read(file))
        .isInstanceOf(HistoryFormatException.class)
        .hasMessage(sentence.replace('~', '"'));
  }
}
