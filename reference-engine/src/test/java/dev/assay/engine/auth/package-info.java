/** Tests of signatures and policies. */
@NullMarked
package dev.assay.engine.auth;

import org.jspecify.annotations.NullMarked;
