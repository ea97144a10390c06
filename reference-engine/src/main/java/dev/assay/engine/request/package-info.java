/** What reading any request has in common: constraints on its members and the table it names. */
@NullMarked
package dev.assay.engine.request;

import org.jspecify.annotations.NullMarked;
