package dev.assay.engine.disk;

import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Engines on one folder of data, one after the other. To be killed is to have the folder as it is
 * at that moment go on without the engine: the next one gets a copy that nobody closed.
 */
final class DataFixture implements AutoCloseable {
  private final Path base;
  private final List<EngineFixture> running = new ArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private UnaryOperator<DataSettings> data = each -> each.withSegmentBytes(1 << 20);
  private UnaryOperator<EngineSettings> settings = each -> each;
  private Path folder;
  private int copies;

  DataFixture(Path base) {
    this.base = base;
    this.folder = base.resolve("data");
  }

  DataFixture with(UnaryOperator<DataSettings> newData) {
    data = newData;
    return this;
  }

  DataFixture withEngine(UnaryOperator<EngineSettings> newSettings) {
    settings = newSettings;
    return this;
  }

  Path folder() {
    return folder;
  }

  List<String> notices() {
    return notices;
  }

  EngineFixture start() {
    EngineFixture engine =
        EngineFixture.start(
            settings.apply(
                EngineSettings.defaults()
                    .withData(data.apply(DataSettings.in(folder)))
                    .withNotices(notices::add)));
    running.add(engine);
    return engine;
  }

  /** Goes on with the folder as it is now; the engine that has it never gets to close that one. */
  void kill() {
    Path copy = base.resolve("data-" + ++copies);
    copy(folder, copy);
    folder = copy;
  }

  /** The engine is killed, and another one starts. */
  EngineFixture killAndStart() {
    kill();
    return start();
  }

  /** The engine is closed in good order, and another one starts. */
  EngineFixture closeAndStart() {
    running.removeLast().close();
    return start();
  }

  void closeEngine() {
    running.removeLast().close();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.sorted(Comparator.naturalOrder()).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          copyUsed(path, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves holes where there are only zeros: files of the log are mostly holes. */
  private static void copyUsed(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      byte[] zeros = new byte[1 << 16];
      long at = 0;
      while (in.read(buffer.clear(), at) > 0) {
        buffer.flip();
        int length = buffer.remaining();
        if (buffer.mismatch(ByteBuffer.wrap(zeros, 0, length)) >= 0) {
          out.write(buffer, at);
        }
        at += length;
      }
      if (at > 0 && out.size() < at) {
        out.write(ByteBuffer.wrap(zeros, 0, 1), at - 1);
      }
    }
  }

  /** Files of the log, in their order. */
  List<Path> segments() {
    try {
      return new LogFiles(folder.resolve("log")).segments();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> snapshots() {
    try (Stream<Path> paths = Files.list(folder.resolve("snapshots"))) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the last frame of a file begins and how long it is, head of Chronicle's and all. */
  static long[] lastFrame(Path segment) throws IOException {
    long[] lengths = {0};
    SegmentFile.End end =
        SegmentFile.read(
            segment,
            true,
            frame -> {
              lengths[0] = Integer.BYTES + (frame.length + 3) / 4 * 4L;
              return true;
            });
    return new long[] {end.offset() - lengths[0], lengths[0]};
  }

  /** Writes other bytes over those of a file. */
  static void garble(Path file, long offset, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] garbage = new byte[length];
      java.util.Arrays.fill(garbage, (byte) 0x5A);
      channel.write(ByteBuffer.wrap(garbage), offset);
    }
  }

  /** Cuts a file off. */
  static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  @Override
  public void close() {
    running.forEach(EngineFixture::close);
  }
}
