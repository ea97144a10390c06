/** Objects in buckets: an S3 server, or folders. */
@NullMarked
package dev.assay.engine.objects;

import org.jspecify.annotations.NullMarked;
