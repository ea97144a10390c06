package dev.assay.proxy;

import dev.assay.proxy.journal.Outcome;

/** Tells a client that the store gave no answer. */
final class FailedUpstream {
  private FailedUpstream() {}

  static void tell(UpstreamFailure failure, ClientAnswer answer, LoopResources resources) {
    UpstreamAddress upstream = resources.settings().upstream();
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
    }
  }

  private static void refuse(
      ServiceError error, Outcome outcome, ClientAnswer answer, LoopResources resources) {
    answer.refuse(error.toResponse(resources.requestIds().next()), outcome, error.message());
  }
}
