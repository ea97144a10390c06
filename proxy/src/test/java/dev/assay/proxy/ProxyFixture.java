package dev.assay.proxy;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.ExchangeFilter;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A proxy in front of a store, with a journal in a folder of its own. */
final class ProxyFixture implements AutoCloseable {
  private final Path folder;
  private final ProxyServer proxy;

  ProxyFixture(UpstreamAddress upstream) {
    this(upstream, settings -> settings);
  }

  ProxyFixture(UpstreamAddress upstream, UnaryOperator<ProxySettings> change) {
    try {
      folder = Files.createTempDirectory("assay-proxy-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    proxy = ProxyServer.start(change.apply(ProxySettings.of(upstream, folder.resolve("journal"))));
  }

  ProxyServer proxy() {
    return proxy;
  }

  RawClient client() throws IOException {
    return new RawClient(proxy.address());
  }

  List<Exchange> journal() {
    return proxy.journal().exchanges(ExchangeFilter.all());
  }

  /** Polls until the journal holds so many exchanges: for ends that no client can wait for. */
  List<Exchange> journalOf(int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<Exchange> found = journal();
    while (found.size() < count && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      found = journal();
    }
    return found;
  }

  @Override
  public void close() {
    proxy.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
