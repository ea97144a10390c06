package dev.assay.cli.certify;

import dev.assay.cli.target.Target;
import java.net.URI;
import java.util.Optional;

/** What is to be certified. */
public sealed interface Subject {

  /** Assay's own engine, in this process. */
  record ReferenceEngine() implements Subject {}

  /** A known third-party store that Assay starts and stops. */
  record Known(Target target) implements Subject {}

  /**
   * A store that somebody else runs.
   *
   * @param levers base URL of its levers, if it has any
   */
  record Remote(URI endpoint, Optional<URI> levers) implements Subject {

    /** A store without levers. */
    public Remote(URI endpoint) {
      this(endpoint, Optional.empty());
    }

    /**
     * Whether it is Amazon's own service, which checks that a request was signed for the very host
     * it arrives at.
     */
    public boolean isAmazon() {
      String host = endpoint.getHost();
      return host.endsWith(".amazonaws.com")
          || host.endsWith(".amazonaws.com.cn")
          || host.endsWith(".api.aws");
    }
  }
}
