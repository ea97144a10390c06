package dev.assay.engine.auth;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who signed a request and refuses what was not signed as it should be. What can be seen
 * without the keys is checked first: form, scope, time; then key, session token and signature.
 */
public final class AccessControl {
  private static final String SERVICE = "dynamodb";
  private static final String SCALING_SERVICE = "application-autoscaling";
  private static final String SCALING_TARGETS = "AnyScaleFrontendService.";
  private static final String TERMINATOR = "aws4_request";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String HASH_HEADER = "x-amz-content-sha256";

  private final AuthFile file;
  private final String accountId;
  private final Clock clock;

  /**
   * @param accountId the account to which all users belong, twelve digits
   */
  public AccessControl(AuthFile file, String accountId, Clock clock) {
    this.file = file;
    this.accountId = accountId;
    this.clock = clock;
  }

  /**
   * Finds the caller of a request.
   *
   * @throws ServiceException if it is not signed, or not by someone known, or not for now and here
   */
  public Caller authenticate(ReceivedRequest request) {
    Instant now = clock.instant();
    SigningParameters parameters = SigningParameters.of(request);
    SigningTime time = SigningTime.parse(parameters.timestamp());
    CredentialScope scope = scope(parameters, time, service(request));
    requireSignedHeaders(parameters);
    time.requireCurrent(now, parameters.validSeconds());

    Identity identity = file.find(scope.accessKeyId());
    if (identity == null || !isTokenOf(identity, parameters.sessionToken())) {
      throw new ServiceException(
          ErrorType.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }
    if (identity.expiration() != null && !now.isBefore(identity.expiration())) {
      throw new ServiceException(
          ErrorType.EXPIRED_TOKEN, "The security token included in the request is expired");
    }
    Signature signature = new Signature(scope, time.timestamp(), parameters.signedHeaders());
    String expected =
        signature.of(request, payloadHash(request, parameters), identity.secretAccessKey());
    if (!isEqual(expected, parameters.signature())) {
      throw invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
    return new Caller(
        identity, accountId, scope.region(), contextKeys(identity, request, now, scope));
  }

  /** The service that a request is signed for: Application Auto Scaling is one of its own. */
  private static String service(ReceivedRequest request) {
    String target = request.header("x-amz-target");
    return target != null && target.startsWith(SCALING_TARGETS) ? SCALING_SERVICE : SERVICE;
  }

  private static CredentialScope scope(
      SigningParameters parameters, SigningTime time, String service) {
    CredentialScope scope = CredentialScope.parse(parameters.credential());
    if (scope == null) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE,
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + parameters.credential()
              + "'");
    }
    List<String> problems = new ArrayList<>();
    if (!scope.region().matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}")) {
      problems.add("Credential should be scoped to a valid region. ");
    }
    if (!scope.service().equals(service)) {
      problems.add("Credential should be scoped to correct service: '" + service + "'. ");
    }
    if (!scope.terminator().equals(TERMINATOR)) {
      problems.add("Credential should be scoped with a valid terminator: 'aws4_request'. ");
    }
    if (!scope.date().equals(time.date())) {
      problems.add(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '"
              + scope.date()
              + "' != '"
              + time.date()
              + "', from '"
              + time.timestamp()
              + "'.");
    }
    if (!problems.isEmpty()) {
      throw invalid(String.join("", problems));
    }
    return scope;
  }

  private static void requireSignedHeaders(SigningParameters parameters) {
    List<String> signed = parameters.signedHeaders();
    if (!signed.contains("host")) {
      throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    // A presigned request has its date in the query, which is signed in any case.
    if (!parameters.isPresigned() && !signed.contains("x-amz-date") && !signed.contains("date")) {
      throw invalid("'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private static boolean isTokenOf(Identity identity, @Nullable String token) {
    String expected = identity.sessionToken();
    if (expected == null) {
      return token == null;
    }
    return token != null && isEqual(expected, token);
  }

  /**
   * The hash that the signature covers: of the body, unless the client signed that it signs none.
   */
  private static String payloadHash(ReceivedRequest request, SigningParameters parameters) {
    boolean unsigned =
        UNSIGNED.equals(request.header(HASH_HEADER))
            && parameters.signedHeaders().contains(HASH_HEADER);
    return unsigned ? UNSIGNED : request.payloadSha256();
  }

  /** Takes the same time wherever the difference is. */
  private static boolean isEqual(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private ContextKeys contextKeys(
      Identity identity, ReceivedRequest request, Instant now, CredentialScope scope) {
    ContextKeys keys = identity.contextKeys(accountId);
    keys.put("aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
    keys.put("aws:EpochTime", Long.toString(now.getEpochSecond()));
    keys.put("aws:SourceIp", request.sourceIp());
    keys.put("aws:SecureTransport", "false");
    keys.put("aws:RequestedRegion", scope.region());
    String userAgent = request.header("user-agent");
    if (userAgent != null) {
      keys.put("aws:UserAgent", userAgent);
    }
    return keys;
  }

  private static ServiceException invalid(String message) {
    return new ServiceException(ErrorType.INVALID_SIGNATURE, message);
  }
}
