@NullMarked
package dev.assay.engine.objects;

import org.jspecify.annotations.NullMarked;
