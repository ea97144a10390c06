/**
 * Owns the wire: forwards requests to a store, judges them by the rules, injects faults and
 * journals every exchange.
 */
@NullMarked
package dev.assay.proxy;

import org.jspecify.annotations.NullMarked;
