package dev.assay.engine.expression;

import dev.assay.engine.schema.KeySchema;
import java.util.List;

/**
 * The key condition of a Query: what it says by itself, which the service checks before it knows
 * the table.
 *
 * @param clauses in the order in which they are written, each on another attribute
 */
public record KeyCondition(List<KeyClause> clauses) {
  public KeyCondition {
    clauses = List.copyOf(clauses);
  }

  /** Parses a key condition; its placeholders count as used in {@code scope} from then. */
  public static KeyCondition parse(String text, ExpressionScope scope) {
    Condition condition = Condition.parse(ExpressionKind.KEY_CONDITION, text, scope);
    return new KeyCondition(KeyClauses.of(condition));
  }

  /**
   * What it means for a key.
   *
   * @throws dev.assay.engine.error.ServiceException if it does not fit the key
   */
  public KeyRange bind(KeySchema schema) {
    return new KeyBinder(clauses, schema).bind();
  }
}
