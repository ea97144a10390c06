package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.Dimension;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members that most operations of Application Auto Scaling have. The words of the refusals are
 * those that users of the service have reported, unless said otherwise.
 */
final class ScalingRequest {
  private static final String SERVICE = "application-autoscaling";
  private static final String NAMESPACE = "dynamodb";
  private static final int LONGEST_RESOURCE = 1_600;

  @Nullable String namespace;
  @Nullable String resourceId;
  @Nullable String dimension;
  @Nullable Long maxResults;
  @Nullable String nextToken;

  /** Reads a member if it is one of these; false if it is not. */
  boolean read(String member, JsonReader in) {
    switch (member) {
      case "ServiceNamespace" -> namespace = in.string();
      case "ResourceId" -> resourceId = in.string();
      case "ScalableDimension" -> dimension = in.string();
      case "MaxResults" -> maxResults = in.longInteger();
      case "NextToken" -> nextToken = in.string();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The constraints of an operation on one subject. */
  Constraints subjectConstraints() {
    return listConstraints()
        .required("resourceId", resourceId)
        .required("scalableDimension", dimension);
  }

  /** The constraints of an operation that lists. */
  Constraints listConstraints() {
    return Constraints.echoing()
        .required("serviceNamespace", namespace)
        .length("serviceNamespace", namespace, 1, Integer.MAX_VALUE)
        .length("resourceId", resourceId, 1, LONGEST_RESOURCE);
  }

  /**
   * What the caller asks to do to one target, which has an ARN of its own as soon as it is
   * registered (Service Authorization Reference, "Application Auto Scaling").
   */
  AccessRequest access(Region region, String action) {
    String anyTarget =
        "arn:aws:application-autoscaling:"
            + region.name()
            + ":"
            + region.accountId()
            + ":scalable-target/*";
    String arn =
        Subject.parse(String.valueOf(resourceId), String.valueOf(dimension))
            .flatMap(region.scaling()::target)
            .map(ScalableTarget::arn)
            .orElse(anyTarget);
    return new AccessRequest(SERVICE + ":" + action, arn, Map.of())
        .with(SERVICE + ":service-namespace", namespace)
        .with(SERVICE + ":scalable-dimension", dimension);
  }

  /** What the caller asks to see; lists are of no resource. */
  static AccessRequest listAccess(String action) {
    return new AccessRequest(SERVICE + ":" + action, "*", Map.of());
  }

  /** Refuses another service than DynamoDB, and a dimension that is none of its own. */
  void requireKnown() {
    boolean known = dimension == null || Dimension.of(dimension).isPresent();
    if (!NAMESPACE.equals(namespace) || !known) {
      throw unsupported();
    }
  }

  /** The one subject that it is about. */
  Subject subject() {
    requireKnown();
    return Subject.parse(String.valueOf(resourceId), String.valueOf(dimension))
        .orElseThrow(ScalingRequest::unsupported);
  }

  private static ServiceException unsupported() {
    return ServiceException.validation(
        "Unsupported service namespace, resource type or scalable dimension");
  }

  /** Whether a subject is one of those that a list is asked for. */
  boolean wants(Subject subject) {
    return (resourceId == null || resourceId.equals(subject.resourceId()))
        && (dimension == null || dimension.equals(subject.dimension().word()));
  }

  static ServiceException notFound(String what, Subject subject, String more) {
    return new ServiceException(
        ErrorType.OBJECT_NOT_FOUND, what + " for " + subject.described() + more);
  }
}
