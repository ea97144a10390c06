package dev.assay.fault.gameday;

import dev.assay.fault.Rule;
import dev.assay.fault.RuleId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One thing that a game day does to its target, or to the way there. */
public sealed interface Action {
  /** In a few words, for plans and timelines. */
  String words();

  /** Whether it breaks something, so that it has to be undone. */
  boolean breaks();

  /** Pulls a lever of the target. */
  record PullLever(String lever, Map<String, Object> arguments) implements Action {
    /** Copies the arguments. */
    public PullLever {
      arguments = Map.copyOf(arguments);
    }

    @Override
    public String words() {
      return "pull lever " + lever + (arguments.isEmpty() ? "" : " " + new TreeMap<>(arguments));
    }

    @Override
    public boolean breaks() {
      return true;
    }
  }

  /** Heals all levers and takes all rules out of force. */
  record Heal() implements Action {
    @Override
    public String words() {
      return "heal everything";
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /** Puts a rule of the proxy in force. */
  record PutRule(Rule rule) implements Action {
    @Override
    public String words() {
      return "put rule " + rule.id() + " (" + rule.fault().kind() + ")";
    }

    @Override
    public boolean breaks() {
      return true;
    }
  }

  /** Takes a rule of the proxy out of force. */
  record RemoveRule(RuleId id) implements Action {
    @Override
    public String words() {
      return "remove rule " + id;
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /**
   * Calls an operation of the API, directly at the target.
   *
   * @param input the request as JSON; {@code {table}}, {@code {run}} and {@code {time:fault-1s}} in
   *     it are filled in
   * @param until asked again until the answer shows this
   * @param keep what of the answer later inputs may ask for, as {@code {name}}: JSON pointers by
   *     name
   */
  record CallOperation(
      String operation,
      String input,
      Optional<String> region,
      Optional<Until> until,
      Map<String, String> keep)
      implements Action {
    /** Copies what is kept. */
    public CallOperation {
      keep = Map.copyOf(keep);
    }

    @Override
    public String words() {
      return "call "
          + operation
          + region.map(name -> " in " + name).orElse("")
          + until
              .map(condition -> " until " + condition.path() + " is " + condition.is())
              .orElse("");
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /** Deletes every item of the workload's table, as a mistaken script would. */
  record DeleteAllItems() implements Action {
    @Override
    public String words() {
      return "delete every item of the workload's table";
    }

    @Override
    public boolean breaks() {
      return true;
    }
  }

  /**
   * Gives the workload another table to work on, as an application would be pointed at a restored
   * one.
   */
  record UseTable(String table) implements Action {
    @Override
    public String words() {
      return "point the workload at table " + table;
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /** Sends all clients to another region, as an application fails over. */
  record UseRegion(String region) implements Action {
    @Override
    public String words() {
      return "send the clients to " + region;
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /**
   * What an answer has to show.
   *
   * @param path a JSON pointer, such as {@code /Table/TableStatus}
   */
  record Until(String path, String is) {}
}
