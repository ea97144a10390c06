/**
 * The expression language: conditions, filters, key conditions, projections and updates, parsed and
 * evaluated as the service does, down to which of several errors it reports.
 *
 * <p>One request's expressions share an {@link dev.assay.engine.expression.ExpressionScope}. Every
 * expression goes through the phases of the service: emptiness and size; syntax of the whole text;
 * redundant parentheses anywhere; names and functions in the order in which they are written; then
 * placeholders and operand types, operator by operator; and last the number of operators.
 */
@NullMarked
package dev.assay.engine.expression;

import org.jspecify.annotations.NullMarked;
