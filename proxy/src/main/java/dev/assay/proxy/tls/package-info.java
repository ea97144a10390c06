/** Owns how the proxy proves who it is to clients, and whom it believes among upstreams. */
@NullMarked
package dev.assay.proxy.tls;

import org.jspecify.annotations.NullMarked;
