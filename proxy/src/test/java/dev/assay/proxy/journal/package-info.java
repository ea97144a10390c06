@NullMarked
package dev.assay.proxy.journal;

import org.jspecify.annotations.NullMarked;
