/** Time to live: deletes items whose time has come, in the service's own name. */
@NullMarked
package dev.assay.engine.ttl;

import org.jspecify.annotations.NullMarked;
