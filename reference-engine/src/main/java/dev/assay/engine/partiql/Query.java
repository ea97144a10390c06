package dev.assay.engine.partiql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as written. */
sealed interface Query {

  /**
   * A SELECT.
   *
   * @param items null for {@code *}
   * @param refusal the first of the clauses that the dialect refuses wherever they stand, or null
   * @param operators how many operators the WHERE clause has
   */
  record Select(
      @Nullable List<Item> items,
      Source source,
      @Nullable Node where,
      @Nullable List<Order> orderBy,
      @Nullable String refusal,
      int operators)
      implements Query {}

  /** One column of a SELECT. */
  record Item(Node node, boolean aliased) {}

  /**
   * Where rows come from.
   *
   * @param joined whether it is more than one table, or not a table
   */
  record Source(Node node, boolean aliased, boolean joined) {}

  /** One term of ORDER BY. */
  record Order(Node term, boolean descending) {}

  /**
   * An INSERT.
   *
   * @param value null in the form of standard SQL, which the dialect refuses
   * @param refusal the first of the clauses that the dialect refuses, or null
   */
  record Insert(Node target, @Nullable Node value, @Nullable String refusal) implements Query {}

  /**
   * An UPDATE.
   *
   * @param source null for a SET or REMOVE that stands alone
   */
  record Update(
      @Nullable Source source,
      List<Change> changes,
      @Nullable Node where,
      @Nullable Returns returns,
      int operators)
      implements Query {}

  record Delete(Source source, @Nullable Node where, @Nullable Returns returns, int operators)
      implements Query {}

  /** An expression in the place of a statement. */
  record Expression(Node node) implements Query {}

  /** One assignment of SET, or one REMOVE if {@code value} is null. */
  record Change(Node target, @Nullable Node value) {}

  /**
   * A RETURNING clause.
   *
   * @param wildcard whether it asks for {@code *}
   * @param single whether it has one element
   */
  record Returns(Returning what, boolean wildcard, boolean single) {}
}
