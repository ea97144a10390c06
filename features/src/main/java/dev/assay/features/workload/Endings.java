package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What the end of an operation says about whether it was done.
 *
 * @param attempts how its requests ended, in order
 */
record Endings(List<Attempts.Ending> attempts) {

  /**
   * How many requests before the last may have been applied without the client's knowledge. Those
   * of a transaction are none: the SDK gives each the same token, and the service applies it once.
   */
  int unanswered(Call call) {
    boolean tokens = call instanceof Call.Transaction || call instanceof Call.Transfer;
    return tokens || !call.changes() ? 0 : openBeforeLast();
  }

  private int openBeforeLast() {
    int open = 0;
    for (int n = 0; n < attempts.size() - 1; n++) {
      open += attempts.get(n) == Attempts.Ending.OPEN ? 1 : 0;
    }
    return open;
  }

  /**
   * The outcome of an operation that ended with an exception. It counts as refused only if each of
   * its requests was: a condition that fails at the second attempt may have met what the first one
   * wrote. A read that got no answer did nothing either way.
   */
  Outcome afterException(
      Call call, SdkException problem, Function<Map<String, AttributeValue>, Seen> met) {
    boolean refused = attempts.isEmpty() || attempts.getLast() != Attempts.Ending.OPEN;
    if (!call.changes()) {
      return new Outcome.Fail(name(problem), Seen.nothing());
    }
    if (!refused) {
      return new Outcome.Unknown(name(problem));
    }
    if (openBeforeLast() > 0) {
      return new Outcome.Unknown(
          name(problem) + " after " + openBeforeLast() + " attempts without an answer");
    }
    boolean shows =
        problem instanceof ConditionalCheckFailedException condition && condition.hasItem();
    return new Outcome.Fail(
        name(problem),
        shows ? met.apply(((ConditionalCheckFailedException) problem).item()) : Seen.nothing());
  }

  /** The service's name for it, or the SDK's where no answer came. */
  private static String name(SdkException problem) {
    return switch (problem) {
      case AwsServiceException service
          when service.awsErrorDetails() != null && service.awsErrorDetails().errorCode() != null ->
          service.awsErrorDetails().errorCode();
      case AwsServiceException service -> "HTTP " + service.statusCode();
      case ApiCallTimeoutException late -> "timeout";
      case ApiCallAttemptTimeoutException late -> "timeout";
      default -> {
        Throwable cause = problem;
        while (cause.getCause() != null) {
          cause = cause.getCause();
        }
        String words = String.valueOf(cause.getMessage());
        yield cause.getClass().getSimpleName()
            + (words.isEmpty()
                ? ""
                : ": " + words.lines().findFirst().orElse("").toLowerCase(Locale.ROOT));
      }
    };
  }
}
