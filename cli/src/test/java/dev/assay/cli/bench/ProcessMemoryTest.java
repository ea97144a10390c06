package dev.assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process's memory")
class ProcessMemoryTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @Test
  @EnabledOnOs(OS.LINUX)
  void isFoundByThePortThatTheProcessListensOn() throws Exception {
    ProcessMemory memory = new ProcessMemory(JAVA_HOME, Path.of("/proc"));

    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(memory.listeningOn(socket.getLocalPort())).hasValue(ProcessHandle.current().pid());
    }
  }

  @Test
  void isWhatTheKernelSaysInKilobytes(@TempDir Path processes) throws Exception {
    Files.createDirectories(processes.resolve("42"));
    Files.writeString(
        processes.resolve("42/status"), "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  123456 kB\n");

    assertThat(new ProcessMemory(JAVA_HOME, processes).residentBytes(42)).hasValue(123_456L * 1024);
  }

  @Test
  void isUnknownWhereTheSystemDoesNotTell(@TempDir Path processes) {
    ProcessMemory memory = new ProcessMemory(JAVA_HOME, processes);

    assertThat(memory.listeningOn(8000)).isEmpty();
    assertThat(memory.residentBytes(42)).isEmpty();
  }

  @Test
  void addsUpTheGenerationsOfASerialHeapButNotItsMetadata() {
    assertThat(
            ProcessMemory.used(
                """
                4711:
                 DefNew     total 9792K, used 540K [0x00000000e0000000, 0x00000000e0aa0000, 0x00000000eaaa0000)
                  eden space 8704K,   6% used [0x00000000e0000000, 0x00000000e0087218, 0x00000000e0880000)
                 Tenured    total 21888K, used 2460K [0x00000000eaaa0000, 0x00000000ec000000, 0x0000000100000000)
                  the  space 21888K,  11% used [0x00000000eaaa0000, 0x00000000ead071c8, 0x00000000ec000000)
                 Metaspace       used 7117K, committed 7360K, reserved 1114112K
                  class space    used 694K, committed 832K, reserved 1048576K
                """))
        .hasValue(3_000L * 1024);
  }

  @Test
  void isOneFigureForARegionalHeap() {
    assertThat(
            ProcessMemory.used(
                """
                16421:
                garbage-first heap   total reserved 6172672K, committed 393216K, used 23552K [0x0000000687400000, 0x0000000800000000)
                 region size 4096K, 2 young (8192K), 1 survivors (4096K)
                """))
        .hasValue(23_552L * 1024);
  }
}
