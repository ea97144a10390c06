package dev.assay.features.wire;

import java.net.URI;
import java.util.Optional;

/**
 * Where the store under test is.
 *
 * @param uri scheme, host and port that data and control plane operations go to
 * @param streamsUri where operations of the streams API go, when that is elsewhere (as it is on
 *     AWS)
 * @param region the region that requests are signed for
 */
public record Endpoint(URI uri, Optional<URI> streamsUri, String region) {
  public static Endpoint of(URI uri, String region) {
    return new Endpoint(uri, Optional.empty(), region);
  }

  URI forOperation(Operation operation) {
    return operation.ofStreams() ? streamsUri.orElse(uri) : uri;
  }
}
