package dev.assay.cli.crash;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One client: writes to keys that are its own alone, one call at a time, so that it knows what must
 * be there.
 *
 * <pre>
 *   0 ...       items that are put (alone, in batches of 25), overwritten and deleted
 *   COUNTERS    items whose number is counted up: a version is a count
 *   GROUPS      four items each that are only ever written together, all with the same version
 * </pre>
 */
final class Client {
  static final int COUNTERS = 100_000_000;
  static final int GROUPS = 200_000_000;
  static final int GROUP_SIZE = 4;
  private static final int KINDS = 16;
  private static final int BATCH = 25;

  private final int number;
  private final int items;
  private final String filler;
  private final Random random;
  private final AtomicLong acknowledged;
  private final Ledger plain = new Ledger();
  private final Ledger counters = new Ledger();
  private final Ledger groups = new Ledger();
  private int next;
  private int version;

  /**
   * @param items how many it is to put in all
   * @param acknowledged counts items whose writing was acknowledged, over all clients
   */
  Client(int number, int items, int itemBytes, long seed, AtomicLong acknowledged) {
    this.number = number;
    this.items = items;
    this.filler = "x".repeat(Math.max(1, itemBytes - 40));
    this.random = new Random(seed * 1_000 + number);
    this.acknowledged = acknowledged;
  }

  int number() {
    return number;
  }

  boolean isDone() {
    return next >= items;
  }

  /** The books in which a key stands. */
  Ledger ledger(int key) {
    return key >= GROUPS ? groups : key >= COUNTERS ? counters : plain;
  }

  static int place(int key) {
    return key >= GROUPS ? key - GROUPS : key >= COUNTERS ? key - COUNTERS : key;
  }

  int uncertain() {
    return plain.uncertain() + counters.uncertain() + groups.uncertain();
  }

  /** Writes until it is done or told to stop, or the engine is gone. */
  void run(int port, BooleanSupplier stop) {
    try (Wire wire = new Wire(port)) {
      while (!isDone() && !stop.getAsBoolean()) {
        step(wire);
      }
    } catch (IOException e) {
      // The engine is dead: what was under way has been noted.
    }
  }

  private void step(Wire wire) throws IOException {
    version++;
    int choice = random.nextInt(100);
    if (choice < 40 || next == 0) {
      batch(wire);
    } else if (choice < 65) {
      put(wire, next++);
    } else if (choice < 75) {
      count(wire, random.nextInt(KINDS));
    } else if (choice < 85) {
      group(wire, random.nextInt(KINDS));
    } else if (choice < 95) {
      put(wire, random.nextInt(next));
    } else {
      delete(wire, random.nextInt(next));
    }
  }

  private String key(int key) {
    return "{\"k\":{\"S\":\"" + number + "-" + key + "\"}}";
  }

  private String item(int key, int itemVersion) {
    return "{\"k\":{\"S\":\""
        + number
        + "-"
        + key
        + "\"},\"v\":{\"N\":\""
        + itemVersion
        + "\"},\"f\":{\"S\":\""
        + filler
        + "\"}}";
  }

  private void batch(Wire wire) throws IOException {
    int first = next;
    next = Math.min(items, next + BATCH);
    StringBuilder body = new StringBuilder("{\"RequestItems\":{\"" + CrashTest.TABLE + "\":[");
    for (int key = first; key < next; key++) {
      plain.unknown(key, version);
      body.append(key == first ? "" : ",")
          .append("{\"PutRequest\":{\"Item\":")
          .append(item(key, version))
          .append("}}");
    }
    wire.call("BatchWriteItem", body.append("]}}").toString());
    for (int key = first; key < next; key++) {
      plain.acknowledged(key, version);
    }
    acknowledged.addAndGet(next - first);
  }

  private void put(Wire wire, int key) throws IOException {
    plain.unknown(key, version);
    wire.call(
        "PutItem",
        "{\"TableName\":\"" + CrashTest.TABLE + "\",\"Item\":" + item(key, version) + "}");
    plain.acknowledged(key, version);
    acknowledged.incrementAndGet();
  }

  private void delete(Wire wire, int key) throws IOException {
    plain.unknown(key, Ledger.ABSENT);
    wire.call("DeleteItem", "{\"TableName\":\"" + CrashTest.TABLE + "\",\"Key\":" + key(key) + "}");
    plain.acknowledged(key, Ledger.ABSENT);
  }

  private void count(Wire wire, int counter) throws IOException {
    int counted = counters.version(counter) + 1;
    counters.unknown(counter, counted);
    wire.call(
        "UpdateItem",
        "{\"TableName\":\""
            + CrashTest.TABLE
            + "\",\"Key\":"
            + key(COUNTERS + counter)
            + ",\"UpdateExpression\":\"ADD v"
            + " :one\",\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}}}");
    counters.acknowledged(counter, counted);
  }

  private void group(Wire wire, int group) throws IOException {
    StringBuilder body = new StringBuilder("{\"TransactItems\":[");
    for (int i = 0; i < GROUP_SIZE; i++) {
      int key = group * GROUP_SIZE + i;
      groups.unknown(key, version);
      body.append(i == 0 ? "" : ",")
          .append("{\"Put\":{\"TableName\":\"" + CrashTest.TABLE + "\",\"Item\":")
          .append(item(GROUPS + key, version))
          .append("}}");
    }
    wire.call("TransactWriteItems", body.append("]}").toString());
    for (int i = 0; i < GROUP_SIZE; i++) {
      groups.acknowledged(group * GROUP_SIZE + i, version);
    }
  }

  /** Whether an item has all that was written with it. */
  boolean isWhole(int key, String found) {
    boolean counter = key >= COUNTERS && key < GROUPS;
    return counter || found.equals(filler);
  }
}
