package dev.assay.engine.api;

import dev.assay.engine.auth.ResourcePolicies;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.scaling.ScalingRegister;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.Transitions;
import dev.assay.engine.stream.Streams;
import dev.assay.engine.table.TableTransitions;
import dev.assay.engine.throughput.AdmissionControl;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * One region of one account: its tables and what decides how it answers.
 *
 * @param name such as {@code us-east-1}
 * @param accountId twelve digits
 * @param streams its streams, also those of tables that are gone
 * @param keyUsage counts reads and throttling of keys, where that is enabled
 * @param admission admits requests as long as the capacity of their tables lasts
 * @param scaling what of its tables' capacity scales by itself
 * @param transitions the changes of state that its tables are waiting for
 * @param durations how long its tables stay in their passing states
 * @param network the other regions
 * @param clock the region's time
 * @param uuids gives a fresh UUID in its textual form
 * @param wording which of the service's regional variants it answers in
 */
public record Region(
    String name,
    String accountId,
    Catalog catalog,
    Streams streams,
    KeyUsage keyUsage,
    AdmissionControl admission,
    ScalingRegister scaling,
    Transitions transitions,
    TableTransitions durations,
    Network network,
    Clock clock,
    Supplier<String> uuids,
    Wording wording) {

  /** What the region's tables say about who may use them. */
  public ResourcePolicies resourcePolicies() {
    return new TablePolicies(catalog);
  }

  /**
   * Does all that has become due in the region, so that whoever looks sees it. Called with no
   * table's lock held.
   */
  public void settle() {
    transitions.settle(clock);
    network.receive();
  }

  public String tableArn(String tableName) {
    return "arn:aws:dynamodb:" + name + ":" + accountId + ":table/" + tableName;
  }
}
