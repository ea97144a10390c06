/** Transactions: several writes or reads that happen at once or not at all. */
@NullMarked
package dev.assay.engine.transact;

import org.jspecify.annotations.NullMarked;
