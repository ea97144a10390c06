package dev.assay.proxy.journal;

import java.util.List;

/**
 * One request and what became of it.
 *
 * @param sequence place in the journal, from 1, without gaps, in the order in which exchanges ended
 * @param client address and port of the client
 * @param upstream name of the upstream that was chosen for it, the empty string when none was
 * @param scenario what the client put in {@code x-assay-scenario}, or the empty string
 * @param method HTTP method and target of the request, as {@code POST /}
 * @param operation API operation from X-Amz-Target, or the empty string
 * @param tables tables named in the kept part of the request's body
 * @param status HTTP status that the client was sent, 0 for none; in the line of a late or second
 *     delivery, which no client hears, the store's
 * @param errorType the error's short name when the status is 400 or more, else the empty string
 * @param detail one sentence on an outcome that is not an answer, else the empty string
 * @param touchedBy the faults that were put upon it, in the order of their rules
 * @param storeSaw whether the store got the request
 * @param storeApplied whether the store carried it out
 */
public record Exchange(
    long sequence,
    Times times,
    String client,
    String upstream,
    String scenario,
    String method,
    String operation,
    List<String> tables,
    int status,
    String errorType,
    Outcome outcome,
    String detail,
    List<Touch> touchedBy,
    Knowledge storeSaw,
    Knowledge storeApplied,
    Message request,
    Message response) {

  /** The header with which a client says for which scenario it works. */
  public static final String SCENARIO_HEADER = "x-assay-scenario";

  /** What it says there when the suite clears up after itself: mutants leave that alone. */
  public static final String HOUSEKEEPING = "suite";

  /** Copies the lists. */
  public Exchange {
    tables = List.copyOf(tables);
    touchedBy = List.copyOf(touchedBy);
  }

  Exchange withSequence(long newSequence) {
    return new Exchange(
        newSequence,
        times,
        client,
        upstream,
        scenario,
        method,
        operation,
        tables,
        status,
        errorType,
        outcome,
        detail,
        touchedBy,
        storeSaw,
        storeApplied,
        request,
        response);
  }
}
