package dev.assay.reports.event;

/** What measured: Assay's version and commit, and the Java that ran it. */
public record AssayBuild(String version, String commit, String javaVersion) {}
