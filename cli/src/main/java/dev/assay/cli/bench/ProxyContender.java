package dev.assay.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A way to the store that is measured: through a proxy of ours or somebody else's, or none. */
public sealed interface ProxyContender {
  /** What tables call it. */
  String title();

  /** No proxy: what the others are compared with. */
  record Direct() implements ProxyContender {
    @Override
    public String title() {
      return "direct";
    }
  }

  /** A proxy in a process of its own. */
  sealed interface Launched extends ProxyContender {
    /**
     * The command that serves on a port.
     *
     * @param scratch an empty folder for what it needs
     * @param spare a free port besides the one that it serves on
     */
    List<String> command(int port, int spare, URI store, Path scratch);

    /** A rule to give to Assay's control API, on the spare port, once it serves. */
    default Optional<String> rule() {
      return Optional.empty();
    }
  }

  /**
   * Assay's proxy as its users start it, journal included.
   *
   * @param root Assay's folder, whose launcher starts it
   * @param rule JSON of the one rule in force, if there is one; it matches nothing that is asked
   */
  record Own(Path root, String title, Optional<String> rule) implements Launched {
    @Override
    public List<String> command(int port, int spare, URI store, Path scratch) {
      return List.of(
          root.resolve("assay").toString(),
          "proxy",
          "--listen",
          "127.0.0.1:" + port,
          "--upstream",
          store.toString(),
          "--control",
          Integer.toString(spare),
          "--journal",
          scratch.resolve("journal").toString());
    }
  }

  /** HAProxy in HTTP mode with connections kept and reused, and no log. */
  record HaProxy(Path program) implements Launched {
    @Override
    public String title() {
      return "haproxy";
    }

    @Override
    public List<String> command(int port, int spare, URI store, Path scratch) {
      String configuration =
          """
          global
            maxconn 4096
          defaults
            mode http
            timeout connect 5s
            timeout client 60s
            timeout server 60s
            http-reuse always
          frontend clients
            bind 127.0.0.1:%d
            default_backend store
          backend store
            server store %s
          """
              .formatted(port, store.getRawAuthority());
      return List.of(
          program.toString(), "-db", "-f", write(scratch.resolve("haproxy.cfg"), configuration));
    }
  }

  /** Toxiproxy with one proxy and no toxic; it forwards bytes and does not speak HTTP. */
  record ToxiProxy(Path program) implements Launched {
    @Override
    public String title() {
      return "toxiproxy";
    }

    @Override
    public List<String> command(int port, int spare, URI store, Path scratch) {
      String configuration =
          """
          [{"name": "store", "listen": "127.0.0.1:%d", "upstream": "%s", "enabled": true}]
          """
              .formatted(port, store.getRawAuthority());
      return List.of(
          program.toString(),
          "-host",
          "127.0.0.1",
          "-port",
          Integer.toString(spare),
          "-config",
          write(scratch.resolve("toxiproxy.json"), configuration));
    }
  }

  private static String write(Path file, String text) {
    try {
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
