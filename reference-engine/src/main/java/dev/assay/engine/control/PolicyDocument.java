package dev.assay.engine.control;

import dev.assay.engine.auth.AuthFormatException;
import dev.assay.engine.auth.ResourcePolicyText;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.ResourcePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The text of a resource policy. */
final class PolicyDocument {
  private static final int MOST_BYTES = 20 * 1024;

  private PolicyDocument() {}

  /** Refuses what is too long or could not be evaluated. */
  static void check(String document) {
    if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw invalid("Policy document size cannot exceed " + MOST_BYTES + " bytes");
    }
    try {
      ResourcePolicyText.check(document);
    } catch (AuthFormatException problem) {
      throw invalid(String.valueOf(problem.getMessage()));
    }
  }

  private static ServiceException invalid(String why) {
    return InvalidParameter.because("Invalid policy document: " + why);
  }

  /**
   * The policy with this text; the revision stays if the text does.
   *
   * @param before the policy that it replaces, if there is one
   */
  static ResourcePolicy revised(String document, @Nullable ResourcePolicy before, Instant now) {
    if (before != null && before.document().equals(document)) {
      return before;
    }
    long revision = now.toEpochMilli();
    if (before != null) {
      revision = Math.max(revision, Long.parseLong(before.revisionId()) + 1);
    }
    return new ResourcePolicy(document, Long.toString(revision));
  }
}
