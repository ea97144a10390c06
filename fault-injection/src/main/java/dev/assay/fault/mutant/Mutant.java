package dev.assay.fault.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways in which a store can be wrong on purpose, a closed list. A constant's name in lower case
 * with dashes is the word for it in rules.
 */
public enum Mutant {
  // What a request asks for is not heard.
  STRIP_CONSISTENT_READ(
      "strong reads are answered as eventual ones", "GetItem", "Query", "Scan", "BatchGetItem"),
  STRIP_CONDITION(
      "single writes go through whatever their condition says",
      "PutItem",
      "UpdateItem",
      "DeleteItem"),
  STRIP_TRANSACT_CONDITIONS(
      "the writes of a transaction go through whatever their conditions say", "TransactWriteItems"),
  SKIP_CONDITION_CHECK(
      "ConditionCheck actions of a transaction are not looked at", "TransactWriteItems"),
  STRIP_FILTER("filters let everything through", "Query", "Scan"),
  STRIP_PROJECTION(
      "reads bring whole items", "GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"),
  STRIP_RETURN_VALUES("writes return no attributes", "PutItem", "UpdateItem", "DeleteItem"),
  STRIP_SCAN_INDEX_FORWARD("queries always read upwards", "Query"),
  STRIP_SELECT("Select is not heard: COUNT brings items", "Query", "Scan"),
  IGNORE_LIMIT("pages are as long as they may be", "Query", "Scan"),
  IGNORE_START_KEY("every page is the first", "Query", "Scan"),
  IGNORE_SEGMENT("every segment of a parallel scan is the whole table", "Scan"),

  // Pages.
  MISCOUNT("Count is one too high", "Query", "Scan");

  private final String claim;
  private final Set<String> operations;

  Mutant(String claim, String... operations) {
    this.claim = claim;
    this.operations = Set.copyOf(Arrays.asList(operations));
  }

  /** The word for it in rules and on command lines, such as {@code strip-filter}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the store then does wrong, as half a sentence. */
  public String claim() {
    return claim;
  }

  /** The API operations that it may change; all others pass untouched. In alphabetical order. */
  public Set<String> operations() {
    return new TreeSet<>(operations);
  }

  /** All labels, in the order of the list. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Mutant::label).toList();
  }

  /** The mutant of this label, if there is one. */
  public static Optional<Mutant> named(String label) {
    return Arrays.stream(values()).filter(mutant -> mutant.label().equals(label)).findFirst();
  }
}
