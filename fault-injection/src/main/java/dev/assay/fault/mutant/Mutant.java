package dev.assay.fault.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  // Expressions mean something else.
  BEGINS_WITH_AS_EQUALS("begins_with asks for the whole value", Operations.CONDITIONS),
  BETWEEN_EXCLUSIVE("BETWEEN leaves out its bounds", Operations.CONDITIONS),
  BOUNDS_EXCLUSIVE("<= and >= leave out their bound", Operations.CONDITIONS),
  OR_AS_AND("OR asks for both sides", Operations.CONDITIONS),
  NOT_IGNORED("NOT is not heard", Operations.CONDITIONS),
  UNEQUAL_AS_EQUAL("<> asks for what it is to exclude", Operations.CONDITIONS),
  ANY_TYPE("attribute_type lets every type through", Operations.CONDITIONS),
  IN_AS_FIRST("IN knows only the first of its values", Operations.CONDITIONS),
  SIZE_OF_NOTHING(
      "size() of an attribute that is not there fits every comparison", Operations.CONDITIONS),
  CONTAINS_IGNORES_CASE(
      "contains finds the text in small and in capital letters too", Operations.CONDITIONS),
  BREAK_SET_EQUALITY("a set of several members equals no set", Operations.CONDITIONS),
  IGNORE_ATTRIBUTE_NAMES(
      "a #name stands for an attribute called so",
      "GetItem",
      "BatchGetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan",
      "TransactGetItems",
      "TransactWriteItems"),
  DOTTED_NAMES_AS_PATHS(
      "a dot inside an attribute's name leads into a map",
      "GetItem",
      "BatchGetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan",
      "TransactGetItems",
      "TransactWriteItems"),
  IF_NOT_EXISTS_OVERWRITES(
      "if_not_exists always takes its second operand", "UpdateItem", "TransactWriteItems"),
  LIST_APPEND_REVERSED(
      "list_append appends the first list to the second", "UpdateItem", "TransactWriteItems"),
  MINUS_AS_PLUS("subtraction in an update adds", "UpdateItem", "TransactWriteItems"),
  ADD_REPLACES("ADD puts its value in the place of the old", "UpdateItem", "TransactWriteItems"),
  DELETE_REMOVES("DELETE of set members removes the whole set", "UpdateItem", "TransactWriteItems"),
  REMOVE_IGNORED("REMOVE beside other clauses is not heard", "UpdateItem", "TransactWriteItems"),

  // Writes.
  LOSE_PUT("a put is acknowledged and not kept", "PutItem"),
  LOSE_UPDATE("an update is acknowledged and not kept", "UpdateItem"),
  LOSE_DELETE("a delete is acknowledged and not carried out", "DeleteItem"),
  LOSE_BATCH("a batch of writes is acknowledged and not kept", "BatchWriteItem"),
  LOSE_TRANSACTION("a transaction is acknowledged and not kept", "TransactWriteItems"),
  WRITE_TWICE(
      "a write is delivered twice, and the first answer returned",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "TransactWriteItems"),
  ANSWER_OF_REPEAT(
      "a write is delivered twice, and the second answer returned",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "TransactWriteItems"),
  DROP_LAST_OF_BATCH("the last write of a batch is passed over", "BatchWriteItem"),
  DROP_LAST_OF_BATCH_READ("the last key of a batch is passed over", "BatchGetItem"),
  HIDE_UNPROCESSED("what a batch leaves undone is not told", "BatchGetItem", "BatchWriteItem"),
  LOSE_UNPROCESSED(
      "a batch does not say that nothing is left undone", "BatchGetItem", "BatchWriteItem"),
  TORN_TRANSACTION(
      "a cancelled transaction keeps the writes before the one that it failed on",
      "TransactWriteItems"),
  SHUFFLE_REASONS(
      "the reasons of a cancelled transaction come in the opposite order",
      "TransactWriteItems",
      "TransactGetItems"),
  IGNORE_TOKEN(
      "every transaction is a new one whatever its token",
      "TransactWriteItems",
      "ExecuteTransaction"),
  OLD_RETURNS_NEW("ALL_OLD brings the item as it is after the write", "PutItem", "UpdateItem"),
  UPDATED_RETURNS_ALL("UPDATED_NEW and UPDATED_OLD bring the whole item", "UpdateItem"),
  ACCEPT_USED_TOKEN(
      "a token that is used again for another transaction is answered as if it were the first",
      "TransactWriteItems",
      "ExecuteTransaction"),
  CANCELLED_AS_VALIDATION(
      "a cancelled transaction is told as a validation error",
      "TransactWriteItems",
      "TransactGetItems"),
  SKIP_ABSENT("a transaction of reads leaves out the items that are not there", "TransactGetItems"),
  UPDATE_NEEDS_ITEM("an update of an item that is not there does nothing", "UpdateItem"),
  DELETE_NEEDS_ITEM("a delete of an item that is not there is refused", "DeleteItem"),
  ACCEPT_LARGE_ITEMS("an item that is too large is acknowledged", "PutItem", "UpdateItem"),
  ACCEPT_DUPLICATE_KEYS("a batch may name the same item twice", "BatchWriteItem", "BatchGetItem"),

  // Reads serve the past.
  SERVE_PREVIOUS(
      "GetItem serves what an item was before its last write",
      "GetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "BatchWriteItem",
      "TransactWriteItems"),
  TORN_READ(
      "TransactGetItems serves its last item as it was before its last write",
      "TransactGetItems",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "BatchWriteItem",
      "TransactWriteItems"),
  STALE_INDEX(
      "an index never hears of an update",
      "Query",
      "Scan",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "BatchWriteItem",
      "TransactWriteItems"),
  EMPTY_INDEX("an index is never filled", "Query", "Scan"),
  INDEX_PROJECTS_ALL("reads of an index bring whole items", "Query", "Scan"),
  INDEX_PROJECTS_KEYS("reads of an index bring keys only", "Query", "Scan"),
  ABSENT_AS_EMPTY("an item that is not there comes back without attributes", "GetItem"),
  INDEX_READS_STRONGLY(
      "an index can be asked for strong reads, which it does not make", "Query", "Scan"),

  // Pages.
  MISCOUNT("Count is one too high", "Query", "Scan"),
  MISCOUNT_SCANNED("ScannedCount tells what is left after the filter", "Query", "Scan"),
  DUPLICATE_ITEM("the first item of a page comes twice", "Query", "Scan"),
  DROP_ITEM("the last item of a page is lost", "Query", "Scan"),
  SWAP_ITEMS("the first two items of a page change places", "Query"),
  REVERSE_ITEMS("every page is in the opposite order", "Query"),
  SORT_AS_TEXT("number sort keys are ordered as if they were text", "Query"),
  LOSE_LAST_KEY("a page that has a next one does not say so", "Query", "Scan"),
  ENDLESS_PAGES("the last page leads on to an empty one, and that one to itself", "Query", "Scan"),
  LIST_TABLES_UNPAGED("ListTables answers with all tables at once", "ListTables"),

  // Values.
  ROUND_NUMBERS("numbers come back as a double can hold them", Operations.VALUES),
  PAD_NUMBERS("whole numbers come back with a fraction", Operations.VALUES),
  SETS_AS_LISTS("sets come back as lists", Operations.VALUES),
  DROP_EMPTY_STRINGS("attributes that are the empty string are lost", Operations.VALUES),
  TRIM_STRINGS("strings come back without the spaces at their ends", Operations.VALUES),
  COMPOSE_UNICODE("strings come back in Unicode normal form C", Operations.VALUES),
  REENCODE_BINARY("binaries come back encoded twice", Operations.VALUES),
  LOSE_NULLS("attributes that are NULL are lost", Operations.VALUES),
  BOOLEANS_AS_STRINGS("booleans come back as strings", Operations.VALUES),
  LOSE_EMPTY_CONTAINERS("empty lists and maps are lost", Operations.VALUES),
  REVERSE_LISTS("lists come back in the opposite order", Operations.VALUES),
  FLATTEN_MAPS("a map comes back as attributes with a dot in their names", Operations.VALUES),
  FOLD_NAMES("attribute names come back in small letters", Operations.VALUES),

  // Errors and numbers beside the data.
  SWAP_ERROR_TYPES(
      "a failed condition is told as a validation error, and the other way round",
      "PutItem",
      "UpdateItem",
      "DeleteItem"),
  NOT_FOUND_AS_VALIDATION(
      "a table that is not there is told as a validation error",
      "GetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan",
      "DescribeTable"),
  TERSE_ERRORS(
      "errors have one and the same message",
      "GetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan"),
  SHORT_ERROR_TYPES(
      "error types come without their namespace",
      "GetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan"),
  LOSE_ERROR_ITEM(
      "a failed condition does not bring the item that it failed on",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "TransactWriteItems"),
  ERRORS_AS_SUCCESS("a failed condition is told as success", "PutItem", "UpdateItem", "DeleteItem"),
  ERRORS_AS_FAULTS(
      "a failed condition comes with the status of a fault of the store",
      "PutItem",
      "UpdateItem",
      "DeleteItem"),
  LOSE_CAPACITY("ConsumedCapacity is not told", Operations.DATA),
  WRONG_CAPACITY("every operation costs one unit more than it does", Operations.DATA),
  FLAT_CAPACITY(
      "every operation costs one unit",
      "GetItem",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan"),
  LOSE_COLLECTION_METRICS(
      "ItemCollectionMetrics are not told",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "BatchWriteItem",
      "TransactWriteItems"),
  CAPACITY_WITHOUT_INDEXES(
      "ConsumedCapacity does not tell what an index took",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "Query",
      "Scan"),

  // Streams.
  SWAP_IMAGES("the old and the new image of a record change places", "GetRecords"),
  LOSE_RECORD("the last record of a page is lost", "GetRecords"),
  DUPLICATE_RECORD("the first record of a page comes twice", "GetRecords"),
  REVERSE_RECORDS("the records of a page come in the opposite order", "GetRecords"),
  EVENTS_AS_INSERTS("every change is told as an INSERT", "GetRecords"),
  LATEST_IS_HORIZON("an iterator at LATEST starts at the stream's beginning", "GetShardIterator"),
  AFTER_IS_AT("an iterator after a sequence number starts at it", "GetShardIterator"),
  LOSE_OLD_IMAGE("the records of a stream bring no old image", "GetRecords"),
  EXPIRY_AS_DELETE("what expired is told as if a user had deleted it", "GetRecords"),
  REPEAT_SEQUENCE_NUMBERS(
      "all records of a page have the sequence number of the first", "GetRecords"),
  HORIZON_IS_LATEST("an iterator at TRIM_HORIZON starts at the stream's end", "GetShardIterator"),

  // Tables.
  LOSE_TIME_TO_LIVE(
      "the attribute for expiry is taken note of and forgotten", "DescribeTimeToLive"),
  ALWAYS_ACTIVE(
      "tables are ACTIVE at every moment",
      "CreateTable",
      "DescribeTable",
      "UpdateTable",
      "DeleteTable"),
  WRONG_ITEM_COUNT("a table counts one item more than it has", "DescribeTable"),
  LOSE_TAGS("tags are taken note of and forgotten", "ListTagsOfResource"),
  LOSE_PROTECTION(
      "deletion protection is told as off", "CreateTable", "DescribeTable", "UpdateTable"),
  TIME_TO_LIVE_TWICE("time to live can be switched on when it is on already", "UpdateTimeToLive"),

  // PartiQL.
  SWAP_PARAMETERS(
      "the first two parameters of a statement change places",
      "ExecuteStatement",
      "BatchExecuteStatement",
      "ExecuteTransaction"),
  REVERSE_RESPONSES(
      "the responses of several statements come in the opposite order",
      "BatchExecuteStatement",
      "ExecuteTransaction"),
  LOSE_NEXT_TOKEN("a page of a statement that has a next one does not say so", "ExecuteStatement"),
  IGNORE_STATEMENT_LIMIT("the pages of a statement are as long as they may be", "ExecuteStatement"),
  INSERT_TWICE("INSERT of an item that is there is told as success", "ExecuteStatement"),
  LOSE_STATEMENT_ERRORS(
      "a statement of a batch that failed is told without its error", "BatchExecuteStatement"),

  // The wire.
  WRONG_CHECKSUM(
      "the CRC32 is not that of the body", "GetItem", "PutItem", "Query", "Scan", "ListTables"),
  WRONG_CONTENT_TYPE(
      "answers call themselves plain JSON", "GetItem", "PutItem", "Query", "Scan", "ListTables"),
  LOSE_REQUEST_ID(
      "answers carry no request id", "GetItem", "PutItem", "Query", "Scan", "ListTables"),

  // Recovery.
  BACKUP_LOSES_ITEM(
      "a table restored from a backup lacks an item", "RestoreTableFromBackup", "Query", "Scan"),
  RESTORE_EARLIER(
      "a restore to a point in time stops a second before it", "RestoreTableToPointInTime"),
  LOSE_REPLICAS("a global table does not tell its replicas", "DescribeTable"),
  DELETES_STAY_LOCAL(
      "a delete in one region is not heard of in the others",
      "DeleteItem",
      "PutItem",
      "UpdateItem",
      "GetItem"),
  RESTORE_LOSES_INDEXES(
      "a restored table does not tell its indexes",
      "RestoreTableFromBackup",
      "RestoreTableToPointInTime",
      "DescribeTable"),
  OLDER_WRITER_WINS("of two puts from different regions the older one stays", "PutItem");

  /** Mutants of features that no scenario asks about yet, and which scenarios would. */
  private static final Map<Mutant, String> WAITING = Map.of();

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

  /**
   * What the suite lacks to exercise it, when that is known: the mutant is then no hole that nobody
   * saw. Says nothing once it is exercised.
   */
  public Optional<String> waitingFor() {
    return Optional.ofNullable(WAITING.get(this));
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
