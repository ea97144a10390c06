package dev.assay.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** The certificate that clients of the proxy are shown. */
public sealed interface ServerIdentity {

  /**
   * What connections are secured with.
   *
   * @param clock dates a certificate that is made now
   * @throws TlsSetupException when there is none
   */
  SslContext context(Clock clock);

  /**
   * A certificate for localhost, 127.0.0.1 and ::1, made at the start and signed by itself.
   *
   * @param certificate where it is written as PEM, so that clients can be told to trust it; over an
   *     older one
   */
  record SelfSigned(Path certificate) implements ServerIdentity {
    private static final Duration LIFE = Duration.ofDays(365);

    /** A client whose clock is behind must not find it in its future. */
    private static final Duration SLACK = Duration.ofDays(1);

    @Override
    public SslContext context(Clock clock) {
      try {
        Instant now = clock.instant();
        X509Bundle made =
            new CertificateBuilder()
                .ecp256()
                .subject("CN=localhost, O=Assay proxy")
                .notBefore(now.minus(SLACK))
                .notAfter(now.plus(LIFE))
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .addSanIpAddress("::1")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Path folder = certificate.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.writeString(certificate, made.getCertificatePEM());
        return SslContextBuilder.forServer(
                made.getKeyPair().getPrivate(), made.getCertificatePath())
            .build();
      } catch (IOException e) {
        throw new TlsSetupException(
            "The certificate cannot be written to " + certificate + ": " + e.getMessage(), e);
      } catch (Exception e) {
        throw new TlsSetupException("A certificate cannot be made: " + e.getMessage(), e);
      }
    }
  }

  /**
   * A certificate of the user's.
   *
   * @param certificate PEM file of the certificate, followed by its chain
   * @param key PEM file of its private key in PKCS #8, not encrypted
   */
  record Pem(Path certificate, Path key) implements ServerIdentity {
    @Override
    public SslContext context(Clock clock) {
      try {
        return SslContextBuilder.forServer(certificate.toFile(), key.toFile()).build();
      } catch (SSLException | IllegalArgumentException e) {
        throw new TlsSetupException(
            "The certificate "
                + certificate
                + " and the key "
                + key
                + " cannot be used: "
                + root(e)
                + " (both must be PEM files, the key in PKCS #8 and not encrypted).",
            e);
      }
    }

    private static String root(Throwable failure) {
      Throwable cause = failure;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return String.valueOf(cause.getMessage());
    }
  }
}
