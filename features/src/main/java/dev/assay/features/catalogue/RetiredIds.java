package dev.assay.features.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger of ids that scenarios gave up; it only ever grows. */
public final class RetiredIds {
  private static final String LEDGER = "features/retired-ids.txt";

  private RetiredIds() {}

  public static Set<String> load() {
    try (InputStream ledger = RetiredIds.class.getClassLoader().getResourceAsStream(LEDGER)) {
      if (ledger == null) {
        throw new IllegalStateException("no " + LEDGER + " on the class path");
      }
      return new String(ledger.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
