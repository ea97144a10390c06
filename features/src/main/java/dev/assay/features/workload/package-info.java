/** Load whose outcome can be judged: clients that go through the AWS SDK, retries and all. */
@NullMarked
package dev.assay.features.workload;

import org.jspecify.annotations.NullMarked;
