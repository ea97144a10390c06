package dev.assay.proxy.journal;

/** What the proxy can say about something that happened in the store, out of its sight. */
public enum Knowledge {
  YES,
  NO,
  UNKNOWN
}
