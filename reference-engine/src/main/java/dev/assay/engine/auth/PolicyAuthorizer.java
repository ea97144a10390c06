package dev.assay.engine.auth;

import dev.assay.engine.auth.Statement.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the policies of one caller and of the resources. A Deny anywhere wins; then an Allow of
 * either side is enough, because caller and resource are of one account; then it is refused.
 */
final class PolicyAuthorizer implements Authorizer {
  private final Identity identity;
  private final String accountId;
  private final ContextKeys callKeys;
  private final ResourcePolicies resources;
  private boolean asked;

  /**
   * @param callKeys what holds for the whole call: who, when, from where
   */
  PolicyAuthorizer(
      Identity identity, String accountId, ContextKeys callKeys, ResourcePolicies resources) {
    this.identity = identity;
    this.accountId = accountId;
    this.callKeys = callKeys;
    this.resources = resources;
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public boolean wasAsked() {
    return asked;
  }

  @Override
  public @Nullable String denial(AccessRequest request) {
    asked = true;
    String owner = ownerOf(request.resourceArn());
    ContextKeys keys = new ContextKeys(callKeys);
    resources.tagsOf(owner).forEach((tag, value) -> keys.put("aws:ResourceTag/" + tag, value));
    request.keys().forEach(keys::put);
    Policy onResource = policyOn(owner);

    if (identity.policies().stream()
        .anyMatch(policy -> speaks(Effect.DENY, policy.statements(), request, keys))) {
      return refusal(request, "with an explicit deny in an identity-based policy");
    }
    if (speaks(Effect.DENY, onResource.statements(), request, keys)) {
      return refusal(request, "with an explicit deny in a resource-based policy");
    }
    boolean allowed =
        speaks(Effect.ALLOW, onResource.statements(), request, keys)
            || identity.policies().stream()
                .anyMatch(policy -> speaks(Effect.ALLOW, policy.statements(), request, keys));
    return allowed
        ? null
        : refusal(
            request, "because no identity-based policy allows the " + request.action() + " action");
  }

  private boolean speaks(
      Effect effect, List<Statement> statements, AccessRequest request, ContextKeys keys) {
    for (Statement statement : statements) {
      if (statement.effect() == effect
          && isAbout(statement)
          && statement.coversRequest(request.action(), request.resourceArn(), keys)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAbout(Statement statement) {
    Principals principals = statement.principals();
    if (principals == null) {
      return true;
    }
    return switch (statement.effect()) {
      case ALLOW -> principals.grantTo(identity, accountId);
      case DENY -> principals.meet(identity, accountId);
    };
  }

  private Policy policyOn(String arn) {
    String text = resources.policyOf(arn);
    if (text == null) {
      return Policy.EMPTY;
    }
    try {
      return Policy.ofResource(text);
    } catch (AuthFormatException e) {
      // PutResourcePolicy takes only policies that can be read.
      throw new IllegalStateException("policy of " + arn + ": " + e.getMessage(), e);
    }
  }

  /** The ARN of the table whose policy holds for an index; any other ARN as it is. */
  private static String ownerOf(String arn) {
    int index = arn.indexOf("/index/");
    return index < 0 ? arn : arn.substring(0, index);
  }

  private String refusal(AccessRequest request, String why) {
    return "User: "
        + identity.arn(accountId)
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resourceArn()
        + ' '
        + why;
  }
}
