package dev.assay.fault;

/** What is done to a request that a rule chose. */
public sealed interface Fault permits AddedLatency, Throttling, Mutation {

  /** The word for it in rules and in the journal. */
  String kind();
}
