package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code assay} command. The only class that knows the process: its streams, its clock, its
 * environment.
 */
@Command(
    name = "assay",
    description = "Certifies DynamoDB-compatible stores and rehearses their disasters.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 all passed, 1 divergence found, 2 wrong usage, 3 endpoint unreachable,",
      "4 undecided, 130 interrupted.",
      "Start with:  assay certify"
    })
public final class Assay {
  private Assay() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    AtomicBoolean ended = new AtomicBoolean();
    Surroundings surroundings =
        new Surroundings(
            Path.of(System.getProperty("assay.root", "")).toAbsolutePath(),
            version(),
            System.getProperty("assay.commit", "unknown"),
            Path.of(System.getProperty("java.home")),
            Clock.systemUTC(),
            System.getenv(),
            () -> new SecureRandom().nextInt(Integer.MAX_VALUE),
            Boolean.getBoolean("assay.terminal"),
            out,
            err,
            action -> Runtime.getRuntime().addShutdownHook(new Thread(unless(ended, action))));
    int exitCode = run(surroundings, args);
    ended.set(true);
    System.exit(exitCode);
  }

  /** A shutdown hook also runs when the process ends by itself, which is no interrupt. */
  private static Runnable unless(AtomicBoolean ended, Runnable action) {
    return () -> {
      if (!ended.get()) {
        action.run();
      }
    };
  }

  /** Runs one command in the given surroundings. */
  static int run(Surroundings surroundings, String... args) {
    CommandLine command = commandLine(surroundings, List.of(args));
    return args.length == 0 ? helpFor(command) : command.execute(args);
  }

  private static CommandLine commandLine(Surroundings surroundings, List<String> typed) {
    CommandLine command = new CommandLine(new Assay());
    Map<String, Supplier<Object>> known = subcommands(surroundings, typed);
    String first = typed.isEmpty() ? "" : typed.getFirst();
    // Picocli reads the annotations of every command that it is given, which a server's start
    // feels.
    known.forEach(
        (name, maker) -> {
          if (name.equals(first) || !known.containsKey(first)) {
            command.addSubcommand(maker.get());
          }
        });
    nested(surroundings)
        .forEach(
            (parent, children) -> {
              CommandLine above = command.getSubcommands().get(parent);
              if (above != null) {
                children.forEach(child -> above.addSubcommand(child.get()));
              }
            });
    describe(command, surroundings);
    return command
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((problem, arguments) -> sayUsage(problem))
        .setExecutionExceptionHandler(
            (problem, failed, arguments) -> sayProblem(problem, surroundings));
  }

  private static SequencedMap<String, Supplier<Object>> subcommands(
      Surroundings surroundings, List<String> typed) {
    SequencedMap<String, Supplier<Object>> known = new LinkedHashMap<>();
    known.put("bench", () -> new BenchCommand(surroundings, typed));
    known.put("check", () -> new CheckCommand(surroundings));
    known.put("certify", () -> new CertifyCommand(surroundings, typed));
    known.put("crash-test", () -> new CrashTestCommand(surroundings));
    known.put("engine", () -> new EngineCommand(surroundings));
    known.put("fault", () -> new FaultCommand(surroundings));
    known.put("gameday", () -> new GameDayCommand(surroundings, typed));
    known.put("journal", JournalCommand::new);
    known.put("levers", () -> new LeversCommand(surroundings));
    known.put("mutants", () -> new MutantsCommand(surroundings, typed));
    known.put("proxy", () -> new ProxyCommand(surroundings));
    known.put("simulate", () -> new SimulateCommand(surroundings));
    known.put("targets", () -> new TargetsCommand(surroundings));
    known.put("workload", () -> WorkloadCommand.of(surroundings));
    return known;
  }

  /** Commands of commands, by the name of the one above. */
  private static Map<String, List<Supplier<Object>>> nested(Surroundings surroundings) {
    return Map.of(
        "bench",
        List.of(() -> new BenchProxyCommand(surroundings)),
        "journal",
        List.of(
            () -> new JournalListCommand(surroundings),
            () -> new JournalExportCommand(surroundings),
            () -> new JournalReplayCommand(surroundings)));
  }

  /** Every command answers --help and --version. */
  private static void describe(CommandLine command, Surroundings surroundings) {
    command.getSubcommands().values().forEach(sub -> describe(sub, surroundings));
    if (!command.getCommandSpec().mixinStandardHelpOptions()) {
      // A command that is a method says so itself: picocli wants the help options before its own.
      command.getCommandSpec().mixinStandardHelpOptions(true);
    }
    command
        .getCommandSpec()
        .versionProvider(
            () ->
                new String[] {
                  "assay %s (commit %s, Java %d)"
                      .formatted(
                          surroundings.version(),
                          surroundings.commit(),
                          Runtime.version().feature())
                });
    command.getSubcommands().values().forEach(sub -> describe(sub, surroundings));
  }

  private static int helpFor(CommandLine command) {
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }

  private static int sayUsage(CommandLine.ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    command.getErr().println("assay: " + sentence(problem, command));
    command
        .getErr()
        .println(
            "       (" + command.getCommandSpec().qualifiedName() + " --help shows what there is)");
    return ExitCode.USAGE;
  }

  /**
   * picocli says "Unmatched argument at index 0"; a user wants to know which word was not
   * understood.
   */
  private static String sentence(CommandLine.ParameterException problem, CommandLine command) {
    if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(problem.getMessage());
    }
    String word = unmatched.getUnmatched().getFirst();
    boolean option = word.startsWith("-");
    Collection<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    return (option
            ? "there is no option '"
            : command.getSubcommands().isEmpty()
                ? "nothing is expected at '"
                : "there is no command '")
        + word
        + "'"
        + Suggestion.forUnknown(word, known);
  }

  private static int sayProblem(Exception problem, Surroundings surroundings) {
    if (problem instanceof Refusal refusal) {
      surroundings.err().println("assay: " + refusal.getMessage());
      return refusal.exitCode();
    }
    surroundings.err().println("assay: a defect of Assay itself, please report it: " + problem);
    if (surroundings.environment().containsKey("ASSAY_DEBUG")) {
      problem.printStackTrace(surroundings.err());
    } else {
      surroundings.err().println("       (ASSAY_DEBUG=1 shows where)");
    }
    return ExitCode.INTERNAL;
  }

  private static String version() {
    try (InputStream resource = Assay.class.getResourceAsStream("build.properties")) {
      Properties build = new Properties();
      build.load(resource);
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
