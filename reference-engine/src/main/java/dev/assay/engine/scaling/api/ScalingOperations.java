package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.List;
import java.util.stream.Stream;

/** The explicit list of the operations of Application Auto Scaling. */
public final class ScalingOperations {
  public static final String TARGET_PREFIX = "AnyScaleFrontendService";

  private ScalingOperations() {}

  public static List<Operation> all() {
    return Stream.<Operation>of(
            new DeleteScalingPolicy(),
            new DeregisterScalableTarget(),
            new DescribeScalableTargets(),
            new DescribeScalingActivities(),
            new DescribeScalingPolicies(),
            new PutScalingPolicy(),
            new RegisterScalableTarget())
        .<Operation>map(InItsOwnWords::new)
        .toList();
  }

  /** An operation whose refusals have the types of this API. */
  private record InItsOwnWords(Operation operation) implements Operation {
    @Override
    public String name() {
      return operation.name();
    }

    @Override
    public void execute(Call call) {
      try {
        operation.execute(call);
      } catch (ServiceException refusal) {
        throw refusal.type() == ErrorType.VALIDATION
            ? new ServiceException(ErrorType.SCALING_VALIDATION, refusal.getMessage())
            : refusal;
      }
    }
  }
}
