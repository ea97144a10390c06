/** Owns which of several upstreams a request goes to: their names, their health, the policies. */
@NullMarked
package dev.assay.proxy.route;

import org.jspecify.annotations.NullMarked;
