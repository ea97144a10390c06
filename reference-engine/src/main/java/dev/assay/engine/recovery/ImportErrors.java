package dev.assay.engine.recovery;

import dev.assay.engine.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import could not take, and why. All are counted; the first ones are kept, a JSON object
 * each, in place of the log streams of CloudWatch.
 */
final class ImportErrors {
  /** More than anybody reads. */
  private static final int MOST_KEPT = 1_000;

  private final List<byte[]> kept = new ArrayList<>();
  private long count;

  synchronized void note(String object, long line, String problem) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(
          new JsonWriter()
              .startObject()
              .member("itemS3Pointer", object)
              .member("line", line)
              .member("errorMessage", problem)
              .endObject()
              .toByteArray());
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized List<byte[]> lines() {
    return List.copyOf(kept);
  }
}
