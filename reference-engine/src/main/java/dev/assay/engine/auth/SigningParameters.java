package dev.assay.engine.auth;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its own signature, in its Authorization header or, presigned, in its
 * query.
 *
 * @param timestamp the time as the client wrote it
 * @param validSeconds how long after that time a presigned request may be used; null for the others
 */
record SigningParameters(
    String credential,
    List<String> signedHeaders,
    String signature,
    String timestamp,
    @Nullable String sessionToken,
    boolean isPresigned,
    @Nullable String validSeconds) {
  private static final String IN_QUERY = "X-Amz-Algorithm";
  private static final List<String> QUERY_NAMES =
      List.of(IN_QUERY, "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date");

  /**
   * @throws ServiceException MissingAuthenticationToken, IncompleteSignature or InvalidSignature
   */
  static SigningParameters of(ReceivedRequest request) {
    String header = request.header("authorization");
    QueryParameters query = QueryParameters.of(request.query());
    boolean presigned = query.find(IN_QUERY) != null;
    if (header != null && presigned) {
      throw new ServiceException(
          ErrorType.INVALID_SIGNATURE,
          "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP"
              + " header.");
    }
    if (presigned) {
      return ofQuery(query);
    }
    if (header == null || !header.trim().startsWith("AWS4-")) {
      throw new ServiceException(
          ErrorType.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }
    return ofHeader(request, header.trim());
  }

  private static SigningParameters ofHeader(ReceivedRequest request, String header) {
    String[] algorithmAndRest = header.split("\\s+", 2);
    requireAlgorithm(algorithmAndRest[0]);
    String rest = algorithmAndRest.length < 2 ? "" : algorithmAndRest[1];
    String credential = part(rest, "Credential");
    String signature = part(rest, "Signature");
    String signedHeaders = part(rest, "SignedHeaders");
    String amzDate = request.header("x-amz-date");
    String timestamp = amzDate != null ? amzDate : request.header("date");

    List<String> missing = new ArrayList<>();
    if (credential == null) {
      missing.add("Authorization header requires 'Credential' parameter.");
    }
    if (signature == null) {
      missing.add("Authorization header requires 'Signature' parameter.");
    }
    if (signedHeaders == null) {
      missing.add("Authorization header requires 'SignedHeaders' parameter.");
    }
    if (timestamp == null) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (credential == null || signature == null || signedHeaders == null || timestamp == null) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE, String.join(" ", missing) + " Authorization=" + header);
    }
    return new SigningParameters(
        credential,
        names(signedHeaders),
        signature,
        timestamp,
        request.header("x-amz-security-token"),
        false,
        null);
  }

  private static SigningParameters ofQuery(QueryParameters query) {
    StringBuilder missing = new StringBuilder();
    for (String name : QUERY_NAMES) {
      String value = query.find(name);
      if (value == null || value.isEmpty()) {
        missing.append("AWS query-string parameters must include '").append(name).append("'. ");
      }
    }
    if (!missing.isEmpty()) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE, missing + "Re-examine the query-string parameters.");
    }
    requireAlgorithm(text(query, IN_QUERY));
    return new SigningParameters(
        text(query, "X-Amz-Credential"),
        names(text(query, "X-Amz-SignedHeaders")),
        text(query, "X-Amz-Signature"),
        text(query, "X-Amz-Date"),
        query.find("X-Amz-Security-Token"),
        true,
        query.find("X-Amz-Expires"));
  }

  private static String text(QueryParameters query, String name) {
    String value = query.find(name);
    return value == null ? "" : value;
  }

  private static void requireAlgorithm(String algorithm) {
    if (!algorithm.equals(Signature.ALGORITHM)) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE, "Unsupported AWS 'algorithm': '" + algorithm + "'.");
    }
  }

  private static @Nullable String part(String parameters, String name) {
    for (String parameter : parameters.split("[,\\s]+", -1)) {
      if (parameter.startsWith(name + '=')) {
        String value = parameter.substring(name.length() + 1);
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }

  private static List<String> names(String signedHeaders) {
    return List.of(signedHeaders.toLowerCase(Locale.ROOT).split(";", -1));
  }
}
