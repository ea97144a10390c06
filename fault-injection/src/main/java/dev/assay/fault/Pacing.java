package dev.assay.fault;

/** The bytes of the request's or of the answer's body go on piece by piece. */
public sealed interface Pacing extends Fault permits Bandwidth, SlowDrip {

  /** Which of the two. */
  Side on();

  /** How many bytes go at once, at least 1. */
  int pieceBytes();

  /** How long until the next piece. */
  long pauseMs();
}
