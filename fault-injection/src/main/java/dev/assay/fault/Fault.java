package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is done to a request that a rule chose.
 *
 * <pre>
 *   client ──► ConnectionFault ──► Latency, Pacing, Stall on the request ──► Severing, Refusing
 *                                                                               │
 *                                     Partial: what the store is asked ◄────────┘
 *                                        │
 *                                        ▼
 *                 LateDelivery, DoubleDelivery: when and how often the store gets it
 *                 Mutation: how it is wrong about it
 *                                        │
 *   client ◄── Pacing, Spoiling ◄── Severing, Refusing ◄── Latency, Stall on the response
 * </pre>
 */
public sealed interface Fault
    permits ConnectionFault,
        Latency,
        Pacing,
        Stall,
        Severing,
        Refusing,
        Spoiling,
        Partial,
        LateDelivery,
        DoubleDelivery,
        Mutation {

  /** The word for it in rules and in the journal. */
  String kind();

  /** Writes its parameters as rules spell them. */
  void write(ObjectNode into);

  /**
   * Whether a request of this operation can suffer it; others do not count as calls of the rule.
   */
  default boolean appliesTo(String operation) {
    return true;
  }
}
