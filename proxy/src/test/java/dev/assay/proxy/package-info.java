/** Tests of the proxy on real sockets and real files. */
@NullMarked
package dev.assay.proxy;

import org.jspecify.annotations.NullMarked;
