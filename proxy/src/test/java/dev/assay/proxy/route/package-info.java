@NullMarked
package dev.assay.proxy.route;

import org.jspecify.annotations.NullMarked;
