package dev.assay.engine.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user or a session of a role, with one pair of keys.
 *
 * @param name of the user, or of the session if there is a role
 * @param role the role that the session assumed; null for a user
 * @param sessionToken what makes the keys temporary ones; null for long-term keys
 * @param expiration when temporary keys end; null if never
 * @param tags of the principal
 * @param context further condition keys of the caller, as an identity provider would give them
 * @param policies attached to the user or the role
 */
record Identity(
    String name,
    @Nullable String role,
    String accessKeyId,
    String secretAccessKey,
    @Nullable String sessionToken,
    @Nullable Instant expiration,
    String userId,
    Map<String, String> tags,
    Map<String, String> context,
    List<Policy> policies) {

  /** The ARN that refusals name. */
  String arn(String accountId) {
    return role == null
        ? "arn:aws:iam::" + accountId + ":user/" + name
        : "arn:aws:sts::" + accountId + ":assumed-role/" + role + '/' + name;
  }

  /** The ARN of the user, or of the role behind a session. */
  String principalArn(String accountId) {
    return role == null ? arn(accountId) : "arn:aws:iam::" + accountId + ":role/" + role;
  }

  ContextKeys contextKeys(String accountId) {
    ContextKeys keys = new ContextKeys();
    if (role == null) {
      keys.put("aws:username", name);
    }
    keys.put("aws:userid", userId);
    keys.put("aws:PrincipalArn", principalArn(accountId));
    keys.put("aws:PrincipalAccount", accountId);
    keys.put("aws:PrincipalType", role == null ? "User" : "AssumedRole");
    tags.forEach((tag, value) -> keys.put("aws:PrincipalTag/" + tag, value));
    context.forEach(keys::put);
    return keys;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Identity[" + name + ", " + accessKeyId + ']';
  }
}
