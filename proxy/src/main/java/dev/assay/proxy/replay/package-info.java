/** Owns asking a journal's requests again, of another store, and telling the answers apart. */
@NullMarked
package dev.assay.proxy.replay;

import org.jspecify.annotations.NullMarked;
