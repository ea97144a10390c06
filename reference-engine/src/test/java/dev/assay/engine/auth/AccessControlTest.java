package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.error.ServiceException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What no client of the AWS would send, signed by hand. */
class AccessControlTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final String TIME = "20260101T090000Z";
  private static final CredentialScope SCOPE =
      new CredentialScope(Users.KEY, "20260101", "us-east-1", "dynamodb", "aws4_request");

  private final AccessControl access =
      new AccessControl(Users.alice(), Users.ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC));

  private static ReceivedRequest request(Map<String, String> more) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("host", List.of("localhost"));
    headers.put("x-amz-date", List.of(TIME));
    more.forEach((name, value) -> headers.put(name, List.of(value)));
    return new ReceivedRequest("POST", "/", headers, Digests.sha256Hex("{}"), "127.0.0.1");
  }

  private static ReceivedRequest signed(
      ReceivedRequest request, String credential, String payloadHash, String... headers) {
    List<String> names = new ArrayList<>(List.of(headers));
    String signature = new Signature(SCOPE, TIME, names).of(request, payloadHash, Users.SECRET);
    Map<String, List<String>> all = new TreeMap<>(request.headers());
    all.put(
        "authorization",
        List.of(
            "AWS4-HMAC-SHA256 Credential="
                + credential
                + ", SignedHeaders="
                + String.join(";", names)
                + ", Signature="
                + signature));
    return new ReceivedRequest("POST", "/", all, request.payloadSha256(), "127.0.0.1");
  }

  private static String credential() {
    return Users.KEY + '/' + SCOPE.text();
  }

  @Test
  void takes_a_body_of_which_the_client_signed_that_it_is_not_signed() {
    ReceivedRequest unsigned = request(Map.of("x-amz-content-sha256", "UNSIGNED-PAYLOAD"));

    Caller caller =
        access.authenticate(
            signed(
                unsigned,
                credential(),
                "UNSIGNED-PAYLOAD",
                "host",
                "x-amz-content-sha256",
                "x-amz-date"));

    assertThat(caller.region()).isEqualTo("us-east-1");
    assertThatThrownBy(
            () ->
                access.authenticate(
                    signed(unsigned, credential(), "UNSIGNED-PAYLOAD", "host", "x-amz-date")))
        .isInstanceOf(ServiceException.class)
        .hasMessageStartingWith("The request signature we calculated does not match");
  }

  @Test
  void needs_host_and_date_among_the_signed_headers() {
    ReceivedRequest request = request(Map.of());
    String hash = request.payloadSha256();

    assertThat(access.authenticate(signed(request, credential(), hash, "host", "x-amz-date")))
        .isNotNull();
    assertThatThrownBy(() -> access.authenticate(signed(request, credential(), hash, "x-amz-date")))
        .hasMessageStartingWith("'Host' or ':authority' must be a 'SignedHeader'");
    assertThatThrownBy(() -> access.authenticate(signed(request, credential(), hash, "host")))
        .hasMessageStartingWith("'X-Amz-Date' must be a 'SignedHeader'");
  }

  @Test
  void needs_a_credential_of_five_parts_for_the_day() {
    ReceivedRequest request = request(Map.of());
    String hash = request.payloadSha256();

    assertThatThrownBy(
            () -> access.authenticate(signed(request, "a/b/c", hash, "host", "x-amz-date")))
        .hasMessage(
            "Credential must have exactly 5 slash-delimited elements, e.g."
                + " keyid/date/region/service/term, got 'a/b/c'");
    String yesterday = credential().replace("20260101", "20251231");
    assertThatThrownBy(
            () -> access.authenticate(signed(request, yesterday, hash, "host", "x-amz-date")))
        .hasMessageStartingWith("Date in Credential scope does not match YYYYMMDD");
  }

  @Test
  void needs_a_time_that_can_be_read() {
    ReceivedRequest request = request(Map.of("x-amz-date", "today"));

    assertThatThrownBy(
            () ->
                access.authenticate(
                    signed(request, credential(), request.payloadSha256(), "host", "x-amz-date")))
        .hasMessage(
            "Date must be in ISO-8601 'basic format'. Got 'today'. See"
                + " http://en.wikipedia.org/wiki/ISO_8601");
  }
}
