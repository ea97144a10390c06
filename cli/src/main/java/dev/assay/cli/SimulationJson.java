package dev.assay.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a simulation found, for programs.
 *
 * @param seeds how many were to be run
 * @param done how many were
 */
record SimulationJson(
    long first, long seeds, long done, int steps, boolean disk, List<Simulator.Failure> failures) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How to run a seed that failed once more. */
  static String again(Simulator.Failure failure) {
    return "./assay simulate --seed "
        + failure.seed()
        + " --steps "
        + failure.steps()
        + (failure.allOnDisk() ? " --disk" : "");
  }

  /** Writes the file, over an older one. */
  void write(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("first_seed", first);
    root.put("seeds", seeds);
    root.put("seeds_done", done);
    root.put("steps", steps);
    root.put("all_on_disk", disk);
    ArrayNode violations = root.putArray("violations");
    for (Simulator.Failure failure : failures) {
      ObjectNode violation = violations.addObject();
      violation.put("seed", failure.seed());
      violation.put("violation", failure.violation());
      violation.put("command", again(failure));
      failure.history().forEach(violation.putArray("history")::add);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
