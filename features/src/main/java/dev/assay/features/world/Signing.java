package dev.assay.features.world;

import java.time.Duration;

/** How the next request proves who sent it. */
public sealed interface Signing {
  /** With the run's own credentials, as it should be. */
  record Proper() implements Signing {}

  /** Not at all. */
  record None() implements Signing {}

  /** With the right key id but another secret. */
  record WrongSecret() implements Signing {}

  /** With a key id that nobody was given. */
  record UnknownKey() implements Signing {}

  /** Dated that much away from now; negative for the past. */
  record Dated(Duration offset) implements Signing {}
}
