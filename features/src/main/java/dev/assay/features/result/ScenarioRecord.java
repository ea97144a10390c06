package dev.assay.features.result;

import dev.assay.features.catalogue.ScenarioSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it ran.
 *
 * @param reason why it is unsupported, when it is
 * @param failure what went wrong, when it failed or nobody knows
 * @param seed the run's seed, from which this scenario's names and data come
 */
public record ScenarioRecord(
    ScenarioSpec spec,
    Outcome outcome,
    Instant startedAt,
    Duration took,
    List<StepRecord> steps,
    Optional<String> reason,
    Optional<Failure> failure,
    long seed) {}
