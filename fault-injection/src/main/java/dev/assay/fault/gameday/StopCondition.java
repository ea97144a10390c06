package dev.assay.fault.gameday;

/**
 * What ends the fault early: a metric that stays above a bound.
 *
 * @param forSeconds how long it has to stay there, in whole seconds from 1
 */
public record StopCondition(Metric metric, double above, int forSeconds) {
  @Override
  public String toString() {
    return metric.word() + " above " + Numbers.text(above) + " for " + forSeconds + " s";
  }
}
