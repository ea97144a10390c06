package dev.assay.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A crash test that is interrupted")
@Timeout(60)
class CrashTestStopTest {
  @TempDir Path root;

  /** An engine that starts and never answers. */
  private Path engine() throws IOException {
    Path pid = root.resolve("pid");
    Path script = root.resolve("assay");
    Files.writeString(
        script,
        "#!/bin/sh\necho $$ >>" + pid + ".next\nmv " + pid + ".next " + pid + "\nexec sleep 600\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return pid;
  }

  @Test
  void leavesNoEngineBehindAndSaysHowFarItCame() throws Exception {
    Path pid = engine();
    StringWriter out = new StringWriter();
    CrashTest test =
        new CrashTest(
            new CrashTest.Settings(root, root.resolve("data"), 1_000, 100, 2, 3, 7, List.of()),
            Clock.systemUTC(),
            new PrintWriter(out));
    CompletableFuture<Boolean> run =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return test.run();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!Files.exists(pid)) {
      assertThat(run).isNotDone();
      Thread.onSpinWait();
    }
    List<String> started = Files.readAllLines(pid);
    assertThat(started).hasSize(1);
    assertThat(ProcessHandle.of(Long.parseLong(started.getFirst()))).isPresent();

    test.stop();

    assertThat(run.get(30, TimeUnit.SECONDS)).as("it is no verdict").isFalse();
    assertThat(ProcessHandle.of(Long.parseLong(started.getFirst())).filter(ProcessHandle::isAlive))
        .isEmpty();
    assertThat(Files.readAllLines(pid)).as("no other one was started").hasSize(1);
    assertThat(out.toString()).contains("seed 7: ended before the first kill");
  }
}
