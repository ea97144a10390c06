/** Owns the signing of requests anew, with the upstream's credentials. */
@NullMarked
package dev.assay.proxy.sign;

import org.jspecify.annotations.NullMarked;
