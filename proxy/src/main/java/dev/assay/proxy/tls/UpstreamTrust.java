package dev.assay.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** Which certificates of upstreams are believed. */
public sealed interface UpstreamTrust {

  /**
   * What connections are secured with.
   *
   * @throws TlsSetupException when there is none
   */
  default SslContext context() {
    try {
      SslContextBuilder builder = SslContextBuilder.forClient();
      return switch (this) {
        case Public known -> builder.build();
        case Authority(Path file) -> builder.trustManager(file.toFile()).build();
        case Anybody any ->
            builder
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null)
                .build();
      };
    } catch (SSLException | IllegalArgumentException e) {
      throw new TlsSetupException(
          this instanceof Authority(Path file)
              ? "The authority " + file + " cannot be read as PEM: " + e.getMessage()
              : "TLS cannot be set up: " + e.getMessage(),
          e);
    }
  }

  /** Those that the JDK believes. */
  record Public() implements UpstreamTrust {}

  /** Those that one authority signed, or that one certificate itself. */
  record Authority(Path file) implements UpstreamTrust {}

  /** All of them, for tests: whoever answers is taken for the upstream. */
  record Anybody() implements UpstreamTrust {}
}
