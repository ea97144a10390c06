package dev.assay.cli.crash;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What one client was told, and what it cannot know: for each of its keys the version that must be
 * found, and for those that were being written when the engine died the version that may be.
 */
final class Ledger {
  /** There is no item. */
  static final int ABSENT = 0;

  private int[] versions = new int[1024];
  private final Map<Integer, Integer> uncertain = new HashMap<>();

  synchronized int version(int key) {
    return key < versions.length ? versions[key] : ABSENT;
  }

  /** A write of this key was acknowledged. */
  synchronized void acknowledged(int key, int version) {
    if (key >= versions.length) {
      versions = Arrays.copyOf(versions, Math.max(key + 1, versions.length * 2));
    }
    versions[key] = version;
    uncertain.remove(key);
  }

  /** A write of this key was sent, and no answer came. */
  synchronized void unknown(int key, int version) {
    uncertain.put(key, version);
  }

  /**
   * Says whether what is found is right. What was uncertain is what it was found to be from now on.
   */
  synchronized boolean accepts(int key, int found) {
    Integer possible = uncertain.get(key);
    if (possible != null && possible == found) {
      acknowledged(key, found);
      return true;
    }
    uncertain.remove(key);
    return version(key) == found;
  }

  /** Keys that were given out, whether there is an item or not. */
  synchronized int keys() {
    int most = versions.length;
    for (int key : uncertain.keySet()) {
      most = Math.max(most, key + 1);
    }
    return most;
  }

  /** Keys whose last write nobody knows the fate of. */
  synchronized int uncertain() {
    return uncertain.size();
  }
}
