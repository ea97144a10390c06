package dev.assay.cli;

import dev.assay.cli.crash.CrashTest;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay crash-test}: kills the engine under load and looks what it kept. */
@Command(
    name = "crash-test",
    sortOptions = false,
    description = {
      "Start the reference engine on a folder of data, write to it from several clients, kill it in"
          + " the middle (kill -9), start it again, and compare, again and again.",
      "Every acknowledged write must be there, and none that was never made."
    })
final class CrashTestCommand implements Callable<Integer> {
  private static final int MOST_ITEMS = 50_000_000;

  private final Surroundings surroundings;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "An empty folder, or one that is not there yet; it is left for inspection.")
  private @Nullable Path data;

  @Option(
      names = "--items",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Items to write in all (default: ${DEFAULT-VALUE}).")
  private int items;

  @Option(
      names = "--item-bytes",
      defaultValue = "1024",
      paramLabel = "N",
      description = "Size of an item (default: ${DEFAULT-VALUE}).")
  private int itemBytes;

  @Option(
      names = "--kills",
      defaultValue = "20",
      paramLabel = "N",
      description = "How often the engine is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--clients",
      defaultValue = "8",
      paramLabel = "N",
      description = "Clients at once (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of what is written and when it is killed (default: a new one).")
  private @Nullable Long seed;

  @Option(
      names = "--engine-options",
      defaultValue = "",
      paramLabel = "OPTIONS",
      description = "Further options of the engine, such as '--sync batch'.")
  private String engineOptions = "";

  CrashTestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    within("--items", items, 100, MOST_ITEMS);
    within("--item-bytes", itemBytes, 64, 16_000);
    within("--kills", kills, 0, 1_000);
    within("--clients", clients, 1, 64);
    Path folder = empty();
    long chosen = seed == null ? surroundings.seeds().getAsLong() : seed;
    CrashTest test =
        new CrashTest(
            new CrashTest.Settings(
                surroundings.root(),
                folder,
                items,
                itemBytes,
                clients,
                kills,
                chosen,
                Stream.of(engineOptions.split(" +")).filter(each -> !each.isEmpty()).toList()),
            surroundings.clock(),
            surroundings.out());
    surroundings.interrupts().onInterrupt(test::stop);
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "%,d items of %,d bytes by %d clients, %d kills, seed %d, data in %s%n",
            items,
            itemBytes,
            clients,
            kills,
            chosen,
            folder);
    try {
      return test.run() ? ExitCode.OK : ExitCode.DIVERGENCE;
    } catch (IOException e) {
      throw Refusal.unreachable("the engine was lost while nobody killed it: " + e.getMessage());
    }
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refusal.usage(
          "%s must be between %d and %d, was %d".formatted(option, least, most, value));
    }
  }

  private Path empty() {
    if (data == null) {
      throw Refusal.usage("--data must name a folder");
    }
    Path folder = data.toAbsolutePath().normalize();
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw Refusal.usage(
              "--data " + data + " is not empty: the crash test begins with nothing");
        }
      } catch (IOException e) {
        throw Refusal.usage("--data " + data + " is no folder that can be used");
      }
    }
    return folder;
  }
}
