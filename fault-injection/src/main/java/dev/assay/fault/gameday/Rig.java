package dev.assay.fault.gameday;

import dev.assay.fault.Rule;
import dev.assay.fault.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a game day acts upon: a store, its levers if it has any, and the proxy on the way to it.
 * Every method may be called again after it failed.
 */
public interface Rig {
  /**
   * Pulls a lever.
   *
   * @throws RigException if it cannot be pulled like this, or nobody answers
   */
  void pull(String lever, Map<String, Object> arguments) throws RigException;

  /** Heals all levers; does nothing where there are none. */
  void healLevers() throws RigException;

  /** How all levers stand, by name, as text; empty where there are none. */
  Map<String, String> levers() throws RigException;

  /** Puts a rule in force; it is when this returns. */
  void put(Rule rule) throws RigException;

  /** Takes a rule out of force; false when there was none. */
  boolean remove(RuleId id) throws RigException;

  /** Takes all rules out of force. */
  void clearRules() throws RigException;

  /** The rules in force, each with how often it matched and fired. */
  List<RuleCount> rules() throws RigException;

  /** What has gone wrong with the rig itself so far, so that not all is known; a sentence each. */
  List<String> complaints();

  /**
   * Calls an operation at the store itself, not through the proxy.
   *
   * @return the body of the answer
   * @throws RigException if it is refused, or nobody answers
   */
  String call(Optional<String> region, String operation, String input) throws RigException;

  /** A rule's counters. */
  record RuleCount(RuleId id, long matched, long fired) {}
}
