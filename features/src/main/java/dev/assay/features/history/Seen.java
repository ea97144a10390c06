package dev.assay.features.history;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What an answer showed. */
public sealed interface Seen {
  /** Nothing but that it was done, or not done. */
  record Nothing() implements Seen {}

  /** One item's number; empty when the item is absent. */
  record Value(OptionalLong value) implements Seen {}

  /** Lists by key; an absent list is empty. */
  record Lists(Map<String, List<Long>> lists) implements Seen {}

  /** Numbers by key; absent items are left out. */
  record Values(Map<String, Long> values) implements Seen {}

  /** Records of a stream, in the order in which the shard gave them. */
  record Records(List<Change> records) implements Seen {}

  /**
   * A stream's record.
   *
   * @param sequence its sequence number, decimal
   * @param event INSERT, MODIFY or REMOVE
   * @param before the number in the old image, empty when there was none
   * @param after the number in the new image, empty when there is none
   */
  record Change(
      String key, String sequence, String event, OptionalLong before, OptionalLong after) {}

  /** The one that says nothing. */
  static Seen nothing() {
    return new Nothing();
  }
}
