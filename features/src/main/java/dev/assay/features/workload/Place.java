package dev.assay.features.workload;

import java.net.URI;
import java.util.Optional;

/**
 * An endpoint that clients go to; clients are dealt out to places in turn.
 *
 * @param name what histories call it, such as a region or a zone
 * @param streamsUri where the streams API is, when that is elsewhere (as it is on AWS)
 * @param region what requests are signed for; the table is replicated to each region there is
 */
public record Place(String name, URI uri, Optional<URI> streamsUri, String region) {}
