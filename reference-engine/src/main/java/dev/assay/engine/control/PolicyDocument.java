package dev.assay.engine.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.ResourcePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The text of a resource policy. */
final class PolicyDocument {
  private static final int MOST_BYTES = 20 * 1024;
  private static final JsonFactory FACTORY = new JsonFactory();

  private PolicyDocument() {}

  /** Refuses what is too long or is no policy. */
  static void check(String document) {
    if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw invalid("Policy document size cannot exceed " + MOST_BYTES + " bytes");
    }
    boolean statements = false;
    try (JsonParser parser = FACTORY.createParser(document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw invalid("Policy document is not a JSON object");
      }
      String member;
      while ((member = parser.nextFieldName()) != null) {
        parser.nextToken();
        statements |= member.equals("Statement");
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw invalid("Policy document is malformed");
      }
    } catch (IOException malformed) {
      throw invalid("Policy document is malformed");
    }
    if (!statements) {
      throw invalid("Policy document has no statements");
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
