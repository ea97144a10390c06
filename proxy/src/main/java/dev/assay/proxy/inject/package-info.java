/**
 * Owns what faults do to bodies: which keys a request names, what is cut from it, what is damaged.
 */
@NullMarked
package dev.assay.proxy.inject;

import org.jspecify.annotations.NullMarked;
