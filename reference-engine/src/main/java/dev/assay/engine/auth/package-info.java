/**
 * Who calls and what the caller may do: signatures of version 4, keys and IAM policies. Used only
 * where the engine was started with an authorization file.
 */
@NullMarked
package dev.assay.engine.auth;

import org.jspecify.annotations.NullMarked;
