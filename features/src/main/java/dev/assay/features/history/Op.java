package dev.assay.features.history;

/**
 * One operation as its client saw it.
 *
 * @param id by order of invocation
 * @param client who asked; one client asks one thing at a time and is one session
 * @param at the name of the endpoint, region or zone that it asked
 * @param invokedNanos since 1970, before the first attempt left
 * @param completedNanos since 1970, after the answer; {@link Long#MAX_VALUE} when the history ended
 *     before
 * @param attempts how many requests the SDK made of it; 0 when that is not known
 * @param unanswered how many of them, the last not counted, may have been applied without an answer
 */
public record Op(
    long id,
    String client,
    String at,
    Call call,
    long invokedNanos,
    long completedNanos,
    int attempts,
    int unanswered,
    Outcome outcome) {

  /** By id, which tells operations apart: what they saw may be long. */
  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  /** Whether the store reported success, to its client or at least to a proxy. */
  public boolean ok() {
    return outcome instanceof Outcome.Ok || outcome instanceof Outcome.Applied;
  }

  /** In what way the store reported success, for people. */
  public String reported() {
    return outcome instanceof Outcome.Applied ? "applied, as the journal shows" : "acknowledged";
  }

  public boolean unknown() {
    return outcome instanceof Outcome.Unknown;
  }

  public boolean failed() {
    return outcome instanceof Outcome.Fail;
  }

  /** What it saw, nothing when it got no answer. */
  public Seen seen() {
    return switch (outcome) {
      case Outcome.Ok ok -> ok.seen();
      case Outcome.Fail fail -> fail.seen();
      case Outcome.Applied applied -> Seen.nothing();
      case Outcome.Unknown unknown -> Seen.nothing();
    };
  }

  /** Whether it was over before the other began, so that every order must keep them so. */
  public boolean before(Op other) {
    return completedNanos < other.invokedNanos;
  }

  /** That of the two which ended first; the first of them if both ended at once. */
  public static Op earlier(Op one, Op other) {
    return other.completedNanos < one.completedNanos ? other : one;
  }

  /** The same with another end. */
  public Op ending(long nanos, Outcome other) {
    return new Op(id, client, at, call, invokedNanos, nanos, attempts, unanswered, other);
  }

  /** The same with other attempts that may have been applied besides. */
  public Op withUnanswered(int many) {
    return new Op(id, client, at, call, invokedNanos, completedNanos, attempts, many, outcome);
  }
}
