package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits the clauses of a key condition to a key (facts 61 to 63 and 90 to 91). */
final class KeyBinder {
  private static final int MAX_PARTITION_KEY_BYTES = 2048;
  private static final int MAX_SORT_KEY_BYTES = 1024;

  private final List<KeyClause> clauses;
  private final KeySchema schema;

  KeyBinder(List<KeyClause> clauses, KeySchema schema) {
    this.clauses = clauses;
    this.schema = schema;
  }

  KeyRange bind() {
    if (clauses.size() > schema.size()) {
      throw ServiceException.validation(
          "The number of query conditions ("
              + clauses.size()
              + ") exceeds the number of key attributes defined in the schema ("
              + schema.size()
              + ")");
    }
    List<AttributeValue> partition = bindPartition();
    refuseStrangers();
    return bindSort(partition);
  }

  private List<AttributeValue> bindPartition() {
    List<AttributeValue> values = new ArrayList<>(schema.partition().size());
    int bytes = 0;
    for (KeyAttribute key : schema.partition()) {
      KeyClause clause = find(key);
      if (clause == null) {
        throw missing(key);
      }
      checkTypes(key, clause);
      if (clause.operator() != KeyOperator.EQUAL) {
        throw ServiceException.validation("Query key condition not supported");
      }
      checkNotEmpty(clause);
      bytes += largestBytes(clause);
      values.add(clause.values().getFirst());
    }
    if (bytes > MAX_PARTITION_KEY_BYTES) {
      throw invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    return values;
  }

  /** A clause on no attribute of the key means that another one misses its clause. */
  private void refuseStrangers() {
    boolean strangers = clauses.stream().anyMatch(clause -> !schema.names(clause.attribute()));
    for (KeyAttribute key : schema.sort()) {
      if (strangers && find(key) == null) {
        throw missing(key);
      }
    }
  }

  private KeyRange bindSort(List<AttributeValue> partition) {
    List<KeyAttribute> named = namedPrefix();
    List<AttributeValue> equal = new ArrayList<>(named.size());
    List<String> loose = new ArrayList<>();
    SortRange range = null;
    int bytes = 0;
    for (KeyAttribute key : named) {
      KeyClause clause = find(key);
      if (clause != null) {
        checkTypes(key, clause);
        checkNotEmpty(clause);
        bytes += largestBytes(clause);
      }
      if (clause != null && clause.operator() == KeyOperator.EQUAL) {
        equal.add(clause.values().getFirst());
      } else if (clause != null && key.equals(named.getLast())) {
        range = range(clause);
      } else {
        loose.add(key.name());
      }
    }
    if (!loose.isEmpty()) {
      throw ServiceException.validation(
          "RANGE key attributes "
              + String.join(", ", loose)
              + " must have equality conditions specified in the query because a condition is"
              + " present on key attribute "
              + named.getLast().name());
    }
    if (bytes > MAX_SORT_KEY_BYTES) {
      throw invalid("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
    return new KeyRange(partition, equal, range);
  }

  /** The sort key attributes up to the last that has a condition. */
  private List<KeyAttribute> namedPrefix() {
    int count = 0;
    for (int i = 0; i < schema.sort().size(); i++) {
      if (find(schema.sort().get(i)) != null) {
        count = i + 1;
      }
    }
    return schema.sort().subList(0, count);
  }

  private static SortRange range(KeyClause clause) {
    boolean between = clause.operator() == KeyOperator.BETWEEN;
    return new SortRange(
        clause.operator(), clause.values().getFirst(), between ? clause.values().getLast() : null);
  }

  private @Nullable KeyClause find(KeyAttribute key) {
    for (KeyClause clause : clauses) {
      if (clause.attribute().equals(key.name())) {
        return clause;
      }
    }
    return null;
  }

  private static int largestBytes(KeyClause clause) {
    int largest = 0;
    for (AttributeValue value : clause.values()) {
      largest = Math.max(largest, value.sizeBytes());
    }
    return largest;
  }

  private static void checkTypes(KeyAttribute key, KeyClause clause) {
    for (AttributeValue value : clause.values()) {
      if (value.type() != key.type()) {
        throw invalid("Condition parameter type does not match schema type");
      }
    }
  }

  private static void checkNotEmpty(KeyClause clause) {
    for (AttributeValue value : clause.values()) {
      if (value.type() != AttributeType.N && value.sizeBytes() == 0) {
        throw ServiceException.validation(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty "
                + (value.type() == AttributeType.S ? "string" : "binary")
                + " value. Key: "
                + clause.attribute());
      }
    }
  }

  private static ServiceException missing(KeyAttribute key) {
    return ServiceException.validation("Query condition missed key schema element: " + key.name());
  }

  private static ServiceException invalid(String detail) {
    return ServiceException.validation("One or more parameter values were invalid: " + detail);
  }
}
