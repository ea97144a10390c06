/** Owns the forms in which a journal leaves Assay: JSON lines, and stubs for WireMock. */
@NullMarked
package dev.assay.proxy.export;

import org.jspecify.annotations.NullMarked;
