package dev.assay.engine.lever;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The levers of one engine, by name. One is pulled at a time. */
public final class LeverBoard {
  private final SequencedMap<String, Lever> levers = new LinkedHashMap<>();

  /**
   * @param levers in the order in which they are shown; each has another name
   */
  public LeverBoard(List<Lever> levers) {
    for (Lever lever : levers) {
      if (this.levers.put(lever.name(), lever) != null) {
        throw new IllegalArgumentException("two levers are called " + lever.name());
      }
    }
  }

  /**
   * What a change did to one lever.
   *
   * @param before its state before
   * @param after its state after
   */
  public record Change(String lever, Map<String, Object> before, Map<String, Object> after) {}

  public Collection<Lever> levers() {
    return levers.values();
  }

  /**
   * The lever of a name.
   *
   * @throws LeverException if there is none; the message suggests another
   */
  public Lever find(String name) {
    Lever lever = levers.get(name);
    if (lever == null) {
      throw new LeverException(
          "there is no lever '" + name + "'" + NearestWord.suggestion(name, levers.keySet()));
    }
    return lever;
  }

  /**
   * Pulls a lever.
   *
   * @throws LeverException if there is no such lever, or it cannot be pulled like this
   */
  public synchronized Change pull(String name, Map<String, Object> arguments) {
    Lever lever = find(name);
    Map<String, Object> before = lever.state();
    lever.pull(arguments);
    return new Change(name, before, lever.state());
  }

  /** Undoes what all levers did, in the opposite of their order. */
  public synchronized List<Change> heal() {
    Map<String, Map<String, Object>> before = new LinkedHashMap<>();
    levers.forEach((name, lever) -> before.put(name, lever.state()));
    levers.reversed().values().forEach(Lever::heal);
    List<Change> changes = new ArrayList<>();
    before.forEach((name, state) -> changes.add(new Change(name, state, find(name).state())));
    return changes;
  }
}
