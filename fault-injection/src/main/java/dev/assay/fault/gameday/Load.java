package dev.assay.fault.gameday;

import java.util.Optional;

/** The load of a game day. Safe for use by several threads. */
public interface Load {
  /** Makes and fills its table. */
  void setup() throws RigException;

  /** Lets the clients begin; returns at once. */
  void begin();

  /** What ended in a stretch of time, in nanoseconds of the runner's clock. */
  Sample sample(long fromNanos, long toNanos);

  /** What else tells why load went as it did, such as how busy the machine is; in words. */
  Optional<String> circumstances();

  /** Notes an event where the checkers see it. */
  void mark(String words);

  /** The table that it works on now. */
  String table();

  /** Works on another table from now on. */
  void useTable(String table) throws RigException;

  /** Sends all clients to another region from now on. */
  void useRegion(String region) throws RigException;

  /** Deletes every item of its table. */
  void deleteAllItems() throws RigException;

  /** Ends the load and has the clients read what is left. Called when all is healed. */
  void end() throws InterruptedException;
}
