package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.tls.ServerIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The certificate that the proxy's clients are shown, as options give it. */
final class ProxyTls {
  @Option(
      names = "--tls",
      description =
          "Speak TLS to clients, with a certificate for localhost that is made at the start unless"
              + " --cert is given.")
  private boolean tls;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "PEM file of the certificate to show, followed by its chain.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "PEM file of its private key, in PKCS #8 and not encrypted.")
  private @Nullable Path key;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "Where a certificate that is made at the start is written, for clients to trust (default:"
              + " beside the journal).")
  private @Nullable Path written;

  /**
   * What clients are shown; empty for plain HTTP.
   *
   * @param journal beside which a certificate is written
   * @throws Refusal naming the option that is wrong
   */
  Optional<ServerIdentity> identity(Path journal) {
    if ((certificate == null) != (key == null)) {
      throw Refusal.usage("--cert and --key belong together");
    }
    if (certificate != null && key != null) {
      if (written != null) {
        throw Refusal.usage("--tls-certificate is for a certificate that is made, not for --cert");
      }
      requireReadable("--cert", certificate);
      requireReadable("--key", key);
      return Optional.of(new ServerIdentity.Pem(certificate, key));
    }
    if (!tls) {
      if (written != null) {
        throw Refusal.usage("--tls-certificate needs --tls");
      }
      return Optional.empty();
    }
    return Optional.of(
        new ServerIdentity.SelfSigned(
            written != null
                ? written.toAbsolutePath()
                : journal.resolveSibling(journal.getFileName() + "-certificate.pem")));
  }

  private static void requireReadable(String option, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw Refusal.usage(option + " " + file + " cannot be read");
    }
  }
}
