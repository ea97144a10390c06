package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A URL that the user names a store or its levers by. */
final class StoreUrl {
  private StoreUrl() {}

  /** The URL of a server; empty for any other text. */
  static Optional<URI> read(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return Optional.of(url)
          .filter(
              server ->
                  http
                      && server.getHost() != null
                      && server.getPort() <= 65_535
                      && server.getPort() != 0);
    } catch (URISyntaxException e) {
      // The caller says it, in the same words as for every other text that is no URL of a store.
      return Optional.empty();
    }
  }

  /**
   * Reads it.
   *
   * @param option what the user gave it as
   * @throws Refusal for what is no URL of a server
   */
  static URI of(String option, String text) {
    return read(text)
        .orElseThrow(
            () ->
                Refusal.usage(
                    option + " must be a URL such as http://127.0.0.1:8000, was '" + text + "'"));
  }
}
