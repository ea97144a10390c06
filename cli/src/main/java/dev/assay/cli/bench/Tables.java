package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import java.util.concurrent.TimeUnit;

/** Makes the tables of a dataset in one store, and removes them. */
record Tables(Caller caller, Dataset data, Timing timing) {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Makes both tables and waits until they are active. */
  void create() {
    createItems();
    require("CreateTable", data.createGroups());
    awaitActive(data.groups());
  }

  /** Makes the table without groups only. */
  void createItems() {
    require("CreateTable", data.createItems());
    awaitActive(data.items());
  }

  /** Removes what is there; a store that is gone has nothing to remove. */
  void drop() {
    caller.call("DeleteTable", "{\"TableName\":\"" + data.items() + "\"}");
    caller.call("DeleteTable", "{\"TableName\":\"" + data.groups() + "\"}");
  }

  private void awaitActive(String table) {
    long deadline = timing.nanos() + PATIENCE_NANOS;
    while (!require("DescribeTable", "{\"TableName\":\"" + table + "\"}")
        .contains("\"TableStatus\":\"ACTIVE\"")) {
      if (timing.nanos() > deadline) {
        throw Refusal.unreachable(
            caller.endpoint() + " did not finish making table " + table + " within a minute");
      }
      timing.pause(BETWEEN_LOOKS_NANOS);
    }
  }

  private String require(String operation, String body) {
    return switch (caller.call(operation, body)) {
      case Reply.Http http when http.isSuccess() -> http.body();
      case Reply.Http http ->
          throw Refusal.unreachable(
              caller.endpoint() + " refuses " + operation + ": " + http.excerpt());
      case Reply.Lost lost ->
          throw Refusal.unreachable(caller.endpoint() + " cannot be reached: " + lost.reason());
    };
  }
}
