package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.scaling.tracking.Adjustment;
import dev.assay.engine.store.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RegisterScalableTarget. Capacity that is outside of the bounds is brought within them at once,
 * which no document says of targets that have no policy (unconfirmed).
 */
final class RegisterScalableTarget implements Operation {
  /** Quotas of Application Auto Scaling: scalable targets of DynamoDB in a region. */
  private static final int MOST_TARGETS = 5_000;

  private static final class Request {
    private final ScalingRequest common = new ScalingRequest();
    private @Nullable Long min;
    private @Nullable Long max;
    private @Nullable Suspended suspended;

    private Request(JsonReader in) {
      in.request(
          member -> {
            switch (member) {
              case "MinCapacity" -> min = in.longInteger();
              case "MaxCapacity" -> max = in.longInteger();
              case "SuspendedState" -> suspended = Suspended.read(in);
              default -> {
                if (!common.read(member, in)) {
                  in.skip();
                }
              }
            }
          });
    }
  }

  /** What a request suspends; what it leaves out stays. */
  private static final class Suspended {
    private @Nullable Boolean in;
    private @Nullable Boolean out;
    private @Nullable Boolean scheduled;

    static @Nullable Suspended read(JsonReader reader) {
      Suspended state = new Suspended();
      boolean present =
          reader.structure(
              "SuspendedState",
              member -> {
                switch (member) {
                  case "DynamicScalingInSuspended" -> state.in = reader.bool();
                  case "DynamicScalingOutSuspended" -> state.out = reader.bool();
                  case "ScheduledScalingSuspended" -> state.scheduled = reader.bool();
                  default -> reader.skip();
                }
              });
      return present ? state : null;
    }

    private static boolean or(@Nullable Boolean given, boolean current) {
      return given == null ? current : given;
    }

    ScalableTarget.Suspension over(ScalableTarget.Suspension current) {
      return new ScalableTarget.Suspension(
          or(in, current.scaleIn()),
          or(out, current.scaleOut()),
          or(scheduled, current.scheduled()));
    }
  }

  @Override
  public String name() {
    return "RegisterScalableTarget";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Constraints constraints = request.common.subjectConstraints();
    constraints.verify();
    Region region = call.region();
    call.authorize(() -> request.common.access(region, name()));
    Subject subject = request.common.subject();
    Optional<ScalableTarget> known = region.scaling().target(subject);
    long min = given("Minimum", request.min, known.map(ScalableTarget::min));
    long max = given("Maximum", request.max, known.map(ScalableTarget::max));
    requireBounds(min, max);
    requireThere(region, subject);
    if (known.isEmpty() && region.scaling().targets().size() >= MOST_TARGETS) {
      throw new ServiceException(
          ErrorType.SCALING_LIMIT_EXCEEDED,
          "Number of scalable targets exceeds the limit of " + MOST_TARGETS);
    }
    ScalableTarget.Suspension current =
        known.map(ScalableTarget::suspension).orElse(ScalableTarget.Suspension.NONE);
    ScalableTarget target =
        region
            .scaling()
            .register(
                subject,
                min,
                max,
                request.suspended == null ? current : request.suspended.over(current));
    new Adjustment(region, subject).keepWithin(target);
    call.out().startObject().member("ScalableTargetARN", target.arn()).endObject();
  }

  private static long given(String which, @Nullable Long asked, Optional<Long> known) {
    if (asked != null) {
      return asked;
    }
    // That both must be there the first time is documented, the words are not.
    return known.orElseThrow(
        () ->
            ServiceException.validation(
                which + " capacity must be specified to register a new scalable target"));
  }

  /** What the bounds may be is documented, the words of the refusals are not. */
  private static void requireBounds(long min, long max) {
    if (min < 1 || max < 1) {
      throw ServiceException.validation(
          "Minimum and maximum capacity of DynamoDB tables and indexes must be at least 1");
    }
    if (min > max) {
      throw ServiceException.validation(
          "Maximum capacity cannot be less than minimum capacity: " + max + " < " + min);
    }
  }

  static void requireThere(Region region, Subject subject) {
    region.settle();
    Optional<Table> table = region.catalog().find(subject.table());
    String index = subject.index();
    boolean there =
        index == null
            ? table.isPresent()
            : table
                .flatMap(found -> found.definition().index(index))
                .filter(found -> found.isGlobal())
                .isPresent();
    if (!there) {
      throw ServiceException.validation(
          (index == null || table.isEmpty()
                  ? "DynamoDB table does not exist: "
                  : "DynamoDB index does not exist: ")
              + subject.resourceId());
    }
  }
}
