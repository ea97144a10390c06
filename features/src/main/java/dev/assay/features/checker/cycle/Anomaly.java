package dev.assay.features.checker.cycle;

import dev.assay.features.history.Op;
import java.util.List;

/**
 * Something that no serial order of the transactions explains.
 *
 * @param name as Adya and Elle call it: G0, G1a, G1b, G1c, G-single, G2, with {@code -realtime}
 *     where the circle needs the order of real time; or incompatible-order, duplicate-elements,
 *     phantom
 * @param ops whom it involves, in the order of the circle where it is one
 * @param cycle the circle by position in {@code ops}; empty for the others
 * @param words what is wrong, in a sentence
 */
public record Anomaly(String name, List<Op> ops, List<Edge> cycle, String words) {}
