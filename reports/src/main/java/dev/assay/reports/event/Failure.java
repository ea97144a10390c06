package dev.assay.reports.event;

import org.jspecify.annotations.Nullable;

/**
 * Why a scenario is not a PASS.
 *
 * @param expected what the requirement asks for, empty if it cannot be put into one text
 * @param actual what came instead, empty if nothing came
 * @param message the whole story in words
 * @param exchange the request and response that show it, if one does
 */
public record Failure(
    String expected, String actual, String message, @Nullable Exchange exchange) {}
