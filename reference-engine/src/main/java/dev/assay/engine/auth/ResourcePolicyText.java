package dev.assay.engine.auth;

/** Checks the text of a policy before it is attached to a resource. */
public final class ResourcePolicyText {
  private ResourcePolicyText() {}

  /**
   * @throws AuthFormatException if the policy could not be evaluated
   */
  public static void check(String text) throws AuthFormatException {
    Policy.ofResource(text);
  }
}
