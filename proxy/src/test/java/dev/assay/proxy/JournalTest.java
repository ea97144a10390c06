package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.ExchangeFilter;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal")
class JournalTest {

  @Test
  void hasALineForEachOfManyConcurrentRequests() throws Exception {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int c = 0; c < 20; c++) {
        int name = c;
        running.add(
            clients.submit(
                () -> {
                  try (RawClient client = fixture.client()) {
                    for (int i = 0; i < 100; i++) {
                      client.call("PutItem", "{\"TableName\":\"t" + name + "-" + i + "\"}");
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> client : running) {
        client.get();
      }

      List<Exchange> exchanges = fixture.journal();
      assertThat(exchanges).hasSize(2000);
      assertThat(exchanges)
          .extracting(Exchange::sequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 2000).boxed().toList());
      assertThat(exchanges.stream().flatMap(exchange -> exchange.tables().stream()).distinct())
          .hasSize(2000);
    }
  }

  @Test
  void isReadableAfterTheProxyIsClosedAndGoesOnCountingWhenOpenedAgain(@TempDir Path folder)
      throws IOException {
    try (RawStore store = RawStore.echo()) {
      for (int run = 1; run <= 2; run++) {
        ProxyServer proxy = ProxyServer.start(ProxySettings.of(store.address(), folder));
        try (RawClient client = new RawClient(proxy.address())) {
          client.call("PutItem", "{}");
        }
        proxy.close();
        assertThat(proxy.journal().exchanges(ExchangeFilter.all()))
            .extracting(Exchange::sequence)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, run).boxed().toList());
      }
    }
  }

  @Test
  void keepsBytesThatAreNotText() throws IOException {
    byte[] body = {0, (byte) 0xff, (byte) 0xc3, 1};
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nX-Odd: \u00e9 \ud83d\ude00\r\nContent-Length: 4\r\n\r\n");
      client.send(body).answer();

      Exchange exchange = fixture.journal().getFirst();
      assertThat(exchange.request().body()).isEqualTo(body);
      assertThat(exchange.response().body()).isEqualTo(body);
    }
  }

  @Test
  void saysThatItsFolderCannotBeMade(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Journal.open(file.resolve("journal")))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith("The journal folder " + file.resolve("journal"));
  }
}
