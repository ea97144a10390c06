package dev.assay.fault;

/** A rule fired on a request. */
public record Hit(RuleId rule, Fault fault) {}
