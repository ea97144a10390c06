package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.item.RangeSource;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a SELECT is carried out on its table.
 *
 * @param ranges what is read, in this order; null to scan
 * @param descending the order within each range
 * @param fetches whether a local index sends to its table for what it does not hold
 */
record SelectPlan(
    Statement.Select select,
    RangeSource source,
    @Nullable List<KeyRange> ranges,
    boolean descending,
    boolean fetches) {

  static SelectPlan of(Statement.Select select, Table table, boolean consistent) {
    RangeSource source = source(select, table, consistent);
    if (source.isGlobalIndex() && consistent) {
      throw ServiceException.validation(
          "Strongly consistent read is not supported on Global Secondary Indexes");
    }
    if (consistent) {
      table.beforeStrongRead();
    }
    if (select.orderBy() != null) {
      checkTerms(select.orderBy(), source.key());
    }
    KeyReads reads = KeyReads.of(select.where(), source.key());
    checkProjected(select, source, reads);
    boolean fetches =
        source.index() != null
            && !source.isGlobalIndex()
            && !missing(select, source, true).isEmpty();
    if (select.orderBy() == null) {
      return new SelectPlan(select, source, reads.ranges(), false, fetches);
    }
    return ordered(select, source, reads, fetches);
  }

  private static RangeSource source(Statement.Select select, Table table, boolean consistent) {
    String name = select.indexName();
    if (name == null) {
      return RangeSource.of(table, null, consistent);
    }
    if (table.definition().vectorIndex(name).isPresent()) {
      throw ServiceException.validation("Scan operation not supported on this index type");
    }
    SecondaryIndex index = table.definition().index(name).orElse(null);
    if (index == null || table.index(name).isEmpty()) {
      throw ServiceException.validation("The table does not have the specified index");
    }
    if (index.key().partition().size() > 1 || index.key().sort().size() > 1) {
      throw ServiceException.validation(
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
    return RangeSource.of(table, name, consistent);
  }

  private static void checkTerms(List<Query.Order> terms, KeySchema key) {
    for (Query.Order term : terms) {
      if (!(term.term() instanceof Node.Name(Token name))) {
        throw ServiceException.validation(
            "Argument to ORDER BY must be of type VariableReference. Type: "
                + (term.term() instanceof Node.Path ? "PATH" : term.term().token().text()));
      }
      if (!key.names(name.text())) {
        throw ServiceException.validation(
            "Variable reference "
                + name.text()
                + " in ORDER BY clause must be part of the primary key");
      }
    }
  }

  private static SelectPlan ordered(
      Statement.Select select, RangeSource source, KeyReads reads, boolean fetches) {
    if (reads.isScan()) {
      throw ServiceException.validation(
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
              + " BY clause.");
    }
    String partitionName = source.key().partition().get(0).name();
    Query.Order partition = null;
    Query.Order sort = null;
    for (Query.Order term : select.orderBy() == null ? List.<Query.Order>of() : select.orderBy()) {
      boolean ofPartition = term.term().token().text().equals(partitionName);
      if (ofPartition && partition == null) {
        partition = term;
      } else if (!ofPartition && sort == null) {
        sort = term;
      }
    }
    if (partition == null && reads.partitions() > 1) {
      throw ServiceException.validation(
          "Must have hash key in ORDER BY clause when more than one hash key condition specified in"
              + " WHERE clause.");
    }
    // A clause that names only the partition key reads each partition backwards.
    boolean descending = sort == null || sort.descending();
    boolean partitionsDescending = partition != null && partition.descending();
    return new SelectPlan(
        select, source, reads.ordered(partitionsDescending, descending), descending, fetches);
  }

  /** Refuses what a global index cannot give; a scan of one finds nothing there instead. */
  private static void checkProjected(Statement.Select select, RangeSource source, KeyReads reads) {
    if (!source.isGlobalIndex() || source.index() == null) {
      return;
    }
    List<String> missing = missing(select, source, !reads.isScan());
    if (!missing.isEmpty()) {
      throw ServiceException.validation(
          "One or more parameter values were invalid: Global secondary index "
              + source.index().name()
              + " does not project "
              + missing);
    }
  }

  /** The attributes that the statement names and the index does not hold. */
  private static List<String> missing(
      Statement.Select select, RangeSource source, boolean withFilter) {
    Set<String> named = new LinkedHashSet<>();
    if (select.columns() != null) {
      named.addAll(select.columns().attributes());
    }
    if (withFilter && select.where() != null) {
      named.addAll(select.where().attributes());
    }
    List<String> missing = new ArrayList<>();
    for (String attribute : named) {
      if (!source.holds(attribute)) {
        missing.add(attribute);
      }
    }
    return missing;
  }
}
