package dev.assay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server process")
class ServerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void endsWhenItIsClosed() throws Exception {
    Path pid = folder.resolve("pid");
    ServerProcess server = start("echo $$ >" + pid + "; echo ready; exec sleep 600");
    long running = awaitPid(pid, server);
    server.close();
    assertThat(server.endsWithin(PATIENCE)).isTrue();
    assertThat(ProcessHandle.of(running).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void saysWhatItPrintedLastWhenItEndsByItself() throws Exception {
    try (ServerProcess server = start("echo one; echo two >&2; exit 3")) {
      assertThat(server.endsWithin(PATIENCE)).isTrue();
      assertThat(server.lastLines(1)).isEqualTo("two");
      assertThat(server.lastLines(8)).isEqualTo("one\ntwo");
    }
  }

  @Test
  void tellsThatItEnded() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (ServerProcess server = start("exit 0")) {
      server.onEnd(ended::countDown);
      assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private ServerProcess start(String script) throws IOException {
    return ServerProcess.start(
        List.of("/bin/sh", "-c", script), Files.createTempFile(folder, "server", ".log"));
  }

  private static long awaitPid(Path pid, ServerProcess server) throws Exception {
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      assertThat(server.endsWithin(Duration.ofMillis(10))).isFalse();
    }
    return Long.parseLong(Files.readString(pid).strip());
  }
}
