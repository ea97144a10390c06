package dev.assay.cli.bench;

import java.util.random.RandomGenerator;

/**
 * Key numbers 0 to {@code size - 1}, dealt out to connections like cards: connection c only ever
 * uses the keys that leave c when divided by the stride. Two requests under way at once then never
 * touch the same item, which a store may rightly refuse for transactions.
 *
 * @param size how many keys; a multiple of the stride
 * @param stride how many connections share them
 */
record KeySpace(long size, int stride) {

  /** The largest key space of at most that many keys for so many connections. */
  static KeySpace of(long keys, int connections) {
    return new KeySpace(keys / connections * connections, connections);
  }

  /** Keys that one connection after another takes in order. */
  static KeySpace inOrder(long keys) {
    return new KeySpace(keys, 1);
  }

  /** Any key of a connection. */
  long draw(int connection, RandomGenerator random) {
    return connection + stride * random.nextLong(size / stride);
  }

  /** The key so many strides later, beginning again at the end. */
  long after(long key, int steps) {
    return (key + (long) steps * stride) % size;
  }
}
