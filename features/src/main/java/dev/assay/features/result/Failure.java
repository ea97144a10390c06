package dev.assay.features.result;

import dev.assay.features.wire.Exchange;
import java.util.Optional;

/**
 * Why a scenario failed or nobody knows.
 *
 * @param step the text of the step that it happened in
 * @param message one sentence
 * @param expected empty when nothing was compared
 * @param actual empty when nothing was compared
 * @param exchange the last one before it
 * @param trace where in the code it came from; only for what is no verdict about the store
 */
public record Failure(
    String step,
    String message,
    String expected,
    String actual,
    Optional<Exchange> exchange,
    Optional<String> trace) {}
