package dev.assay.engine.stream;

import org.jspecify.annotations.Nullable;

/**
 * A shard as it is described to clients.
 *
 * @param parentId the shard that it continues, which may be gone already
 * @param endingSequenceNumber null while the shard is open
 */
public record ShardView(
    String id,
    @Nullable String parentId,
    String startingSequenceNumber,
    @Nullable String endingSequenceNumber) {}
