/**
 * The service's dialect of PartiQL: its lexer and grammar, what statements mean, and the operations
 * that run them.
 *
 * <p>A statement goes through the service's phases, each of which reports before the next begins:
 * tokens; grammar; the number of parameters; what a clause may hold at all, in the order written;
 * the types of operands; and only then the table.
 */
@NullMarked
package dev.assay.engine.partiql;

import org.jspecify.annotations.NullMarked;
