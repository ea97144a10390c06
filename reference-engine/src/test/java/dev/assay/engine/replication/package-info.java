@NullMarked
package dev.assay.engine.replication;

import org.jspecify.annotations.NullMarked;
