package dev.assay.features.steps;

import dev.assay.features.wire.TransportException;
import dev.assay.features.world.World;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What happens before and after the steps of every scenario. */
public final class Hooks {
  private final World world;

  public Hooks(World world) {
    this.world = world;
  }

  @Before
  public void begin(Scenario scenario) throws TransportException {
    world.begin(scenario.getId());
    world.awaitStore();
    Optional<String> obstacle = world.cannotRun();
    if (obstacle.isPresent()) {
      throw new TestAbortedException(obstacle.get());
    }
  }

  @After
  public void end() {
    try {
      world.end();
    } catch (TransportException e) {
      // No verdict about the scenario: the end of the run tries again and names what it could not
      // delete.
    }
  }
}
