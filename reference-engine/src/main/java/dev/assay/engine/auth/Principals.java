package dev.assay.engine.auth;

import java.util.Set;

/**
 * Whom a statement of a resource policy is about.
 *
 * @param aws ARNs and account ids
 * @param negated whether it is about everyone else
 */
record Principals(boolean everyone, Set<String> aws, boolean negated) {
  /**
   * Whether an Allow for these grants something to a caller of the same account. One that names the
   * account only leaves the decision to the caller's own policies.
   */
  boolean grantTo(Identity identity, String accountId) {
    return names(identity, accountId);
  }

  /** Whether a Deny for these meets the caller. */
  boolean meet(Identity identity, String accountId) {
    return negated
        ? !names(identity, accountId)
        : names(identity, accountId)
            || aws.contains(accountId)
            || aws.contains("arn:aws:iam::" + accountId + ":root");
  }

  private boolean names(Identity identity, String accountId) {
    return everyone
        || aws.contains(identity.arn(accountId))
        || aws.contains(identity.principalArn(accountId));
  }
}
