package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Target;
import dev.assay.cli.target.Workshop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A store that is measured. */
public sealed interface Contender {
  /** What tables call it. */
  String title();

  /**
   * A store that can be started afresh in a process of its own, so that the client costs both sides
   * the same.
   */
  sealed interface Startable extends Contender {
    /** The command that a user starts it with. */
    List<String> command(int port);

    /** Refuses, saying what is missing, or makes sure that it can be started. */
    void prepare();
  }

  /**
   * Assay's own engine, started as its users start it.
   *
   * @param root Assay's folder
   */
  record OwnEngine(Path root) implements Startable {
    @Override
    public String title() {
      return "assay";
    }

    @Override
    public List<String> command(int port) {
      return List.of(root.resolve("assay").toString(), "engine", "--port", Integer.toString(port));
    }

    @Override
    public void prepare() {
      if (!Files.isExecutable(root.resolve("assay"))) {
        throw Refusal.usage(
            "the launcher is not in "
                + root
                + ": please start Assay by ./assay, or name an --endpoint");
      }
    }
  }

  /** A known third-party store. */
  record Known(Target target, Workshop workshop) implements Startable {
    @Override
    public String title() {
      return target.name();
    }

    @Override
    public List<String> command(int port) {
      return target.command(workshop.homeOf(target), port, workshop);
    }

    @Override
    public void prepare() {
      target
          .missing(workshop)
          .ifPresent(
              sentence -> {
                throw Refusal.unreachable(sentence);
              });
      workshop.fetch(target);
    }
  }

  /** A store that somebody else runs: it can be loaded, but not started. */
  record Elsewhere(URI endpoint) implements Contender {
    @Override
    public String title() {
      return endpoint.getRawAuthority();
    }
  }
}
