package dev.assay.proxy.mutant;

/** The way to the store, in bytes. */
@FunctionalInterface
public interface StoreWire {
  /**
   * Sends a request and waits for its answer.
   *
   * @param body as it goes out, uncompressed
   * @throws StoreGoneException when there is no answer
   */
  Answer exchange(String operation, byte[] body);

  /**
   * The store's answer.
   *
   * @param body as it was before compression
   */
  record Answer(int status, byte[] body) {}
}
