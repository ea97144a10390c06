package dev.assay.cli.bench;

import java.nio.ByteBuffer;

/** Writes the requests of a run, one after another. */
interface Requests {
  /** Puts the next request into an empty buffer, ready to be sent over that connection. */
  void next(int connection, ByteBuffer into);

  /** Whether a successful answer's body shows what was asked for. */
  boolean accepts(String body);
}
