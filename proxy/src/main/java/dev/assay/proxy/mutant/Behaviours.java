package dev.assay.proxy.mutant;

import dev.assay.fault.mutant.Mutant;

/** The one list of which class does what a mutant claims. */
final class Behaviours {
  private Behaviours() {}

  /** A new one that has seen nothing yet. */
  static Behaviour of(Mutant mutant) {
    return switch (mutant) {
      case STRIP_CONSISTENT_READ -> new StripConsistentRead();
      case STRIP_CONDITION -> new StripCondition();
      case STRIP_TRANSACT_CONDITIONS -> new StripTransactConditions();
      case SKIP_CONDITION_CHECK -> new SkipConditionCheck();
      case STRIP_FILTER -> new StripFilter();
      case STRIP_PROJECTION -> new StripProjection();
      case STRIP_RETURN_VALUES -> new StripReturnValues();
      case STRIP_SCAN_INDEX_FORWARD -> new StripScanIndexForward();
      case STRIP_SELECT -> new StripSelect();
      case IGNORE_LIMIT -> new IgnoreLimit();
      case IGNORE_START_KEY -> new IgnoreStartKey();
      case IGNORE_SEGMENT -> new IgnoreSegment();
      case MISCOUNT -> new Miscount();
    };
  }
}
