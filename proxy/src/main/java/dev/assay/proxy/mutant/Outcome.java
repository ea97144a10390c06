package dev.assay.proxy.mutant;

import java.util.Map;

/** What the client is to get. */
public sealed interface Outcome {
  /**
   * The store's own answer, byte for byte.
   *
   * @param place of that answer among those of the exchange, from 0
   */
  record Untouched(int place) implements Outcome {}

  /**
   * An answer of the mutant's making.
   *
   * @param body uncompressed
   * @param headers those that differ from the store's; an empty value takes a header away
   */
  record Changed(int status, byte[] body, Map<String, String> headers) implements Outcome {
    /** Copies the map; the bytes are handed over. */
    public Changed {
      headers = Map.copyOf(headers);
    }
  }
}
