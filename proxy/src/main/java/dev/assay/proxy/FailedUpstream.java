package dev.assay.proxy;

import dev.assay.proxy.journal.Outcome;

/** Tells a client that the store gave no answer. */
final class FailedUpstream {
  private FailedUpstream() {}

  /**
   * @param upstream its address, as the client shall read it
   */
  static void tell(
      UpstreamFailure failure, String upstream, ClientAnswer answer, LoopResources resources) {
    switch (failure) {
      case UpstreamFailure.Unreachable(String reason) ->
          refuse(
              ServiceError.unreachable(upstream, reason),
              Outcome.UPSTREAM_UNREACHABLE,
              answer,
              resources);
      case UpstreamFailure.BrokeOff(String reason) ->
          refuse(
              ServiceError.brokeOff(upstream, reason),
              Outcome.UPSTREAM_BROKE_OFF,
              answer,
              resources);
      case UpstreamFailure.NoUpstream(String region) ->
          refuse(ServiceError.noUpstreamFor(region), Outcome.NO_UPSTREAM, answer, resources);
      case UpstreamFailure.NotSigned(String reason) ->
          refuse(ServiceError.notSigned(reason), Outcome.NOT_SIGNED, answer, resources);
    }
  }

  /** Why, for the line of a delivery that no client hears of. */
  static String reason(UpstreamFailure failure) {
    return switch (failure) {
      case UpstreamFailure.Unreachable(String reason) -> reason;
      case UpstreamFailure.BrokeOff(String reason) -> reason;
      case UpstreamFailure.NoUpstream(String region) -> "no upstream serves region " + region;
      case UpstreamFailure.NotSigned(String reason) -> reason;
    };
  }

  private static void refuse(
      ServiceError error, Outcome outcome, ClientAnswer answer, LoopResources resources) {
    answer.refuse(error.toResponse(resources.requestIds().next()), outcome, error.message());
  }
}
