package dev.assay.engine.auth;

/** Who signed one request, and for which region. */
public final class Caller {
  private final Identity identity;
  private final String accountId;
  private final String region;
  private final ContextKeys keys;

  Caller(Identity identity, String accountId, String region, ContextKeys keys) {
    this.identity = identity;
    this.accountId = accountId;
    this.region = region;
    this.keys = keys;
  }

  /** The region that the signature is scoped to. */
  public String region() {
    return region;
  }

  /** What this caller may do in a region whose resources have these policies. */
  public Authorizer authorizer(ResourcePolicies resources) {
    return new PolicyAuthorizer(identity, accountId, keys, resources);
  }
}
