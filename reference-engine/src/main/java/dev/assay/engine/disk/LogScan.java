package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of the log from a number on, over all files, and sees to it that none is
 * missing. Only the very end may be torn: what stands there was never acknowledged.
 */
final class LogScan {
  private final LogFiles files;
  private final long from;
  private final Sink sink;
  private final List<byte[]> parts = new ArrayList<>();
  private Input input = new Input(new byte[0]);
  private long expected = -1;
  private long documentStart;
  private long tornAt;

  /** Gets documents in their order. */
  interface Sink {
    /**
     * @return false to read no further
     */
    boolean document(long number, Document document) throws IOException;
  }

  /**
   * How far the log goes.
   *
   * @param last the number of its last frame; 0 if it is empty
   * @param torn whether something stands at its end that is no whole frame
   */
  record Result(long last, boolean torn) {}

  /**
   * @param from the number of the first document that is wanted
   */
  LogScan(LogFiles files, long from, Sink sink) {
    this.files = files;
    this.from = from;
    this.sink = sink;
  }

  /**
   * Reads to the end.
   *
   * @throws DataRefusedException if something is missing or damaged
   */
  Result run() throws IOException {
    List<Path> segments = needed(files.segments());
    SegmentFile.End end = new SegmentFile.End(0, false, false);
    @Nullable Path torn = null;
    boolean[] stopped = {false};
    for (Path segment : segments) {
      @Nullable Path before = torn;
      end =
          SegmentFile.read(
              segment,
              segment.equals(segments.getLast()),
              frame -> {
                stopped[0] = !frame(segment, before, frame);
                return !stopped[0];
              });
      if (stopped[0]) {
        break;
      }
      if (end.wholeBehind()) {
        throw damaged(segment, end.offset());
      }
      torn = end.torn() ? segment : null;
      tornAt = end.offset();
    }
    return new Result(Math.max(expected - 1, 0), end.torn());
  }

  private static DataRefusedException damaged(Path segment, long offset) {
    return new DataRefusedException(
        "the log is damaged in "
            + segment
            + " at byte "
            + offset
            + ", and acknowledged writes stand behind that; restore the file from a copy");
  }

  /** The files from the one that has the first wanted document. */
  private List<Path> needed(List<Path> segments) throws IOException {
    for (int i = segments.size() - 1; i >= 0; i--) {
      long first = LogFiles.firstNumber(segments.get(i));
      if (first >= 0 && first <= from) {
        return segments.subList(i, segments.size());
      }
    }
    return segments;
  }

  private boolean frame(Path segment, @Nullable Path torn, byte[] frame) throws IOException {
    if (Frame.version(frame) > Frame.VERSION) {
      throw new DataRefusedException(
          segment
              + " was written by a newer version of Assay (format "
              + Frame.version(frame)
              + ", this one knows "
              + Frame.VERSION
              + "); use that one");
    }
    long number = Frame.number(frame);
    checkOrder(segment, torn, number);
    expected = number + 1;
    if (Frame.begins(frame)) {
      // A document before it that was not completed was never acknowledged.
      parts.clear();
      documentStart = number;
    }
    parts.add(frame);
    if (Frame.continues(frame) || documentStart < from) {
      return true;
    }
    input = parts.size() == 1 ? input.with(frame, Frame.HEAD_BYTES) : input.with(assemble(), 0);
    parts.clear();
    try {
      return sink.document(documentStart, DocumentCodec.read(input));
    } catch (MalformedException e) {
      throw new DataRefusedException(
          "an entry in "
              + segment
              + " is not one that this version of Assay writes ("
              + e.getMessage()
              + "); use the version that wrote it",
          e);
    }
  }

  private void checkOrder(Path segment, @Nullable Path torn, long number) {
    long wanted = Math.max(expected, from);
    if (expected >= 0 && number < expected) {
      throw new DataRefusedException(
          "the log has entry " + number + " twice, again in " + segment + "; remove the copy");
    }
    if (number > wanted) {
      throw torn == null
          ? new DataRefusedException(
              "entries "
                  + wanted
                  + " to "
                  + (number - 1)
                  + " of the log are missing before "
                  + segment
                  + "; restore the missing file from a copy")
          : damaged(torn, tornAt);
    }
  }

  private byte[] assemble() {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length - Frame.HEAD_BYTES;
    }
    byte[] document = new byte[size];
    int at = 0;
    for (byte[] part : parts) {
      int length = part.length - Frame.HEAD_BYTES;
      System.arraycopy(part, Frame.HEAD_BYTES, document, at, length);
      at += length;
    }
    return document;
  }
}
