package dev.assay.engine;

import dev.assay.engine.api.Network;
import dev.assay.engine.api.Region;
import java.util.List;
import java.util.function.Supplier;

/** What a region sees that is alone. */
record NoNetwork() implements Network {
  @Override
  public void receive() {}

  @Override
  public boolean isDown() {
    return false;
  }

  @Override
  public Region region(String name) {
    throw new IllegalStateException("there is no region " + name);
  }

  @Override
  public List<Region> regions() {
    return List.of();
  }

  @Override
  public <T> T exclusively(Supplier<T> change) {
    return change.get();
  }
}
