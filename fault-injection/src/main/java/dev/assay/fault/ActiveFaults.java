package dev.assay.fault;

import java.util.OptionalLong;

/** How many faults are being suffered at this moment, and how many may be. */
final class ActiveFaults {
  private OptionalLong most = OptionalLong.empty();
  private long now;

  synchronized void most(OptionalLong newMost) {
    most = newMost;
  }

  synchronized OptionalLong most() {
    return most;
  }

  synchronized long now() {
    return now;
  }

  synchronized boolean enter() {
    if (most.isPresent() && now >= most.getAsLong()) {
      return false;
    }
    now++;
    return true;
  }

  synchronized void leave() {
    now--;
  }
}
