package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Target;
import dev.assay.cli.target.Workshop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
   * @param options further options; {@link #FOLDER} among them stands for a fresh folder
   * @param folders makes these folders
   */
  record OwnEngine(Path root, List<String> options, Supplier<Path> folders) implements Startable {
    /** What is replaced by an empty folder at each start. */
    static final String FOLDER = "{tmp}";

    private static final String DATA = "--data";

    /** The engine in memory, without further options. */
    public OwnEngine(Path root) {
      this(root, List.of(), () -> root);
    }

    /**
     * The engine with options as they are typed, where {@code --data} may stand without a folder.
     */
    public static OwnEngine of(Path root, String options, Supplier<Path> folders) {
      List<String> words = new ArrayList<>();
      for (String word : options.strip().split(" +")) {
        if (lacksFolder(words) && word.startsWith("--")) {
          words.add(FOLDER);
        }
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      if (lacksFolder(words)) {
        words.add(FOLDER);
      }
      return new OwnEngine(root, words, folders);
    }

    private static boolean lacksFolder(List<String> words) {
      return !words.isEmpty() && words.getLast().equals(DATA);
    }

    @Override
    public String title() {
      String told =
          options.stream()
              .filter(word -> !word.equals(FOLDER))
              .map(word -> word.startsWith("--") ? word.substring(2) : word)
              .collect(Collectors.joining(" "));
      return told.isEmpty() ? "assay" : "assay " + told;
    }

    @Override
    public List<String> command(int port) {
      List<String> command = new ArrayList<>();
      command.addAll(
          List.of(root.resolve("assay").toString(), "engine", "--port", Integer.toString(port)));
      for (String option : options) {
        command.add(option.equals(FOLDER) ? folders.get().toString() : option);
      }
      return command;
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
