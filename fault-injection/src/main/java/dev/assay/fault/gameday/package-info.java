/**
 * Owns the experiment: a game day as its file tells it, how it is read and refused, and how it is
 * run against whatever it is pointed at.
 */
@NullMarked
package dev.assay.fault.gameday;

import org.jspecify.annotations.NullMarked;
