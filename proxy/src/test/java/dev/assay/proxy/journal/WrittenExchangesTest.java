package dev.assay.proxy.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.openhft.chronicle.bytes.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document of the journal")
class WrittenExchangesTest {
  private final ExchangeWire form = new ExchangeWire();

  private static Exchange exchange(long sequence, Times times, Message request, Message answer) {
    return new Exchange(
        sequence,
        times,
        "127.0.0.1:50000",
        "store",
        "PUT-BASIC-001",
        "POST /",
        "PutItem",
        List.of("Music", "Größe"),
        400,
        "ValidationException",
        Outcome.ANSWERED,
        "",
        List.of(new Touch("slow", "latency"), new Touch("slow", "latency")),
        Knowledge.YES,
        Knowledge.UNKNOWN,
        request,
        answer);
  }

  private static Message message(String body, List<Map.Entry<String, String>> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Message(headers, bytes, bytes.length + 7);
  }

  private Bytes<byte[]> written(List<Exchange> exchanges) {
    Bytes<byte[]> document = Bytes.allocateElasticOnHeap();
    int length = form.write(exchanges, document);
    assertThat(document.readRemaining()).isEqualTo(length);
    return document;
  }

  private static List<Exchange> read(Bytes<?> document) {
    WrittenExchanges written = new WrittenExchanges(document);
    List<Exchange> exchanges = new ArrayList<>();
    while (written.more()) {
      exchanges.add(written.next());
    }
    return exchanges;
  }

  @Test
  void isReadAsItWasWritten() {
    List<Exchange> exchanges =
        List.of(
            exchange(1, new Times(1_000, 0, 0, 2_000), Message.NONE, Message.NONE),
            exchange(
                Long.MAX_VALUE,
                new Times(1_764_000_000_000_000_000L, 1_764_000_000_000_000_000L, 5, 900),
                message("{\"a\":\"é\"}", List.of(Map.entry("Host", "localhost"))),
                message("", List.of(Map.entry("Host", "localhost"), Map.entry("Host", "")))));

    assertThat(read(written(exchanges))).isEqualTo(exchanges);
    assertThat(read(written(exchanges))).as("and once more by the same form").isEqualTo(exchanges);
  }

  @Test
  void keepsApartAnyNumberOfTextsOfAnyLength() {
    Random random = new Random(7);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<Map.Entry<String, String>> headers = new ArrayList<>();
      for (int j = 0; j < 20; j++) {
        String value = Integer.toString(random.nextInt(6_000));
        headers.add(Map.entry("x-" + random.nextInt(50), value.repeat(random.nextInt(400))));
      }
      long received = random.nextLong();
      exchanges.add(
          exchange(
              i,
              new Times(received, random.nextLong(), received + random.nextInt(), received),
              message("body " + i, headers),
              message("x".repeat(random.nextInt(9_000)), headers)));
    }

    assertThat(read(written(exchanges))).isEqualTo(exchanges);
  }

  @Test
  void takesLittleRoomForWhatItHoldsAlready() {
    List<Map.Entry<String, String>> headers =
        List.of(Map.entry("Authorization", "AWS4-HMAC-SHA256 ".repeat(20)));
    Exchange one = exchange(1, new Times(1, 2, 3, 4), message("", headers), message("", headers));
    long alone = written(List.of(one)).readRemaining();
    long twice = written(List.of(one, one)).readRemaining();

    assertThat(twice - alone).isLessThan(64);
  }

  @Test
  void thatIsCutOffOrOfAnotherVersionIsRefused() {
    Exchange one = exchange(1, new Times(1, 2, 3, 4), Message.NONE, Message.NONE);
    Bytes<byte[]> cut = written(List.of(one));
    cut.readLimit(cut.readLimit() - 1);
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(JournalException.class)
        .hasMessage("The journal is damaged: a document ends too early.");

    Bytes<byte[]> older = written(List.of(one));
    older.writeInt(0, 0xA55A_0003);
    assertThatThrownBy(() -> read(older))
        .hasMessage("The journal was written by another version of Assay.");
  }
}
