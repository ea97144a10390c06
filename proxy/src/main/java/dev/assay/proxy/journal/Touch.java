package dev.assay.proxy.journal;

/** A fault that was put upon an exchange: the rule's id and the fault's kind. */
public record Touch(String rule, String kind) {}
