package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.sign.Resigning;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * What the store gets is checked by signing it again, independently, with the same keys: only the
 * true signature comes out the same.
 */
@DisplayName("When it signs anew the proxy")
class ResigningTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final AwsCredentialsIdentity KEYS =
      AwsCredentialsIdentity.create("UPSTREAMKEY", "upstream secret");

  /** A request as it reached the store. */
  private record Got(RawHttp.Head head, byte[] body) {
    String header(String name) {
      return head.header(name).orElse("");
    }
  }

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();

  private RawStore store() throws IOException {
    return new RawStore(
        (head, in, out) -> {
          got.add(new Got(head, RawHttp.body(head, in)));
          ok(out);
        });
  }

  private static void ok(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ProxyFixture fixture(RawStore store, Resigning resigning) {
    return new ProxyFixture(
        store.address(), settings -> settings.withResigning(resigning).withClock(NOON));
  }

  private static Resigning with(AwsCredentialsIdentity keys) {
    return new Resigning(() -> keys, Optional.empty());
  }

  private static String clientSigned(String extraHeaders, String framing, String body) {
    return "POST / HTTP/1.1\r\n"
        + "Host: 127.0.0.1:8001\r\n"
        + "X-Amz-Target: DynamoDB_20120810.PutItem\r\n"
        + "Content-Type: application/x-amz-json-1.0\r\n"
        + "X-Amz-Date: 20200101T000000Z\r\n"
        + "X-Amz-Security-Token: clients-token\r\n"
        + "Authorization: AWS4-HMAC-SHA256"
        + " Credential=DUMMY/20200101/eu-west-2/dynamodb/aws4_request,"
        + " SignedHeaders=host;x-amz-date, Signature=0123\r\n"
        + extraHeaders
        + framing
        + "\r\n\r\n"
        + body;
  }

  private static void assertSigned(Got request, AwsCredentialsIdentity keys, String region) {
    String authorization = request.header("Authorization");
    assertThat(authorization)
        .startsWith(
            "AWS4-HMAC-SHA256 Credential="
                + keys.accessKeyId()
                + "/20260301/"
                + region
                + "/dynamodb/aws4_request, SignedHeaders=");
    String start = "SignedHeaders=";
    int from = authorization.indexOf(start) + start.length();
    List<String> signed =
        Arrays.asList(authorization.substring(from, authorization.indexOf(',', from)).split(";"));
    assertThat(signed).contains("host", "x-amz-date", "x-amz-target");
    SdkHttpRequest.Builder again =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://" + request.header("Host") + "/"));
    for (String name : signed) {
      if (!List.of("host", "x-amz-date", "x-amz-security-token").contains(name)) {
        again.putHeader(name, request.header(name));
      }
    }
    String expected =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(keys)
                        .request(again.build())
                        .payload(ContentStreamProvider.fromByteArray(request.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, NOON))
            .request()
            .firstMatchingHeader("Authorization")
            .orElseThrow();
    assertThat(authorization).isEqualTo(expected);
  }

  @Test
  void replacesTheClientsSignatureByOneOfTheUpstreamsKeysForTheUpstreamsHost() throws Exception {
    try (RawStore store = store();
        ProxyFixture fixture = fixture(store, with(KEYS));
        RawClient client = fixture.client()) {
      String body = "{\"TableName\":\"t\"}";
      client.send(clientSigned("", "Content-Length: " + body.length(), body));
      assertThat(client.answer().status()).isEqualTo(200);

      Got request = got.take();
      assertThat(request.header("Host")).isEqualTo(store.address().authority());
      assertThat(request.header("X-Amz-Date")).isEqualTo("20260301T120000Z");
      assertThat(request.header("X-Amz-Security-Token")).isEmpty();
      assertThat(request.header("X-Amz-Target")).isEqualTo("DynamoDB_20120810.PutItem");
      assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(body);
      assertSigned(request, KEYS, "eu-west-2");
      assertThat(fixture.journal().getFirst().request().headers())
          .as("the journal shows what the client sent")
          .anyMatch(header -> header.getValue().contains("Credential=DUMMY"));
    }
  }

  @Test
  void addsTheSessionTokenAndSignsForTheRegionThatItWasTold() throws Exception {
    AwsCredentialsIdentity session =
        AwsSessionCredentialsIdentity.create("SESSIONKEY", "secret", "the-token");
    try (RawStore store = store();
        ProxyFixture fixture =
            fixture(store, new Resigning(() -> session, Optional.of("ap-south-1")));
        RawClient client = fixture.client()) {
      client.send(clientSigned("", "Content-Length: 2", "{}")).answer();

      Got request = got.take();
      assertThat(request.header("X-Amz-Security-Token")).isEqualTo("the-token");
      assertSigned(request, session, "ap-south-1");
    }
  }

  @Test
  void takesABodyOutOfItsChunksOfEitherKind() throws Exception {
    String inner =
        "5;chunk-signature=00ff\r\n"
            + "{\"a\":\r\n"
            + "2;chunk-signature=00ff\r\n"
            + "1}\r\n"
            + "0;chunk-signature=00\r\n\r\n";
    String outer = Integer.toHexString(inner.length()) + "\r\n" + inner + "\r\n0\r\n\r\n";
    try (RawStore store = store();
        ProxyFixture fixture = fixture(store, with(KEYS));
        RawClient client = fixture.client()) {
      client
          .send(
              clientSigned(
                  "Content-Encoding: aws-chunked\r\n"
                      + "X-Amz-Content-Sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\n"
                      + "X-Amz-Decoded-Content-Length: 7\r\n",
                  "Transfer-Encoding: chunked",
                  outer))
          .answer();

      Got request = got.take();
      assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
      assertThat(request.header("Content-Length")).isEqualTo("7");
      assertThat(request.header("Transfer-Encoding")).isEmpty();
      assertThat(request.header("Content-Encoding")).isEmpty();
      assertThat(request.header("X-Amz-Decoded-Content-Length")).isEmpty();
      assertSigned(request, KEYS, "eu-west-2");
    }
  }

  @Test
  void signsABodyThatTheClientLeftUnsigned() throws Exception {
    try (RawStore store = store();
        ProxyFixture fixture = fixture(store, with(KEYS));
        RawClient client = fixture.client()) {
      client
          .send(
              clientSigned("X-Amz-Content-Sha256: UNSIGNED-PAYLOAD\r\n", "Content-Length: 2", "{}"))
          .answer();

      Got request = got.take();
      assertThat(request.header("X-Amz-Content-Sha256")).isNotEqualTo("UNSIGNED-PAYLOAD");
      assertSigned(request, KEYS, "eu-west-2");
    }
  }

  @Test
  void saysThatItHasNoCredentialsOrThatABodyIsCutOff() throws Exception {
    Resigning without =
        new Resigning(
            () -> {
              throw new IllegalStateException("the profile has expired");
            },
            Optional.empty());
    try (RawStore store = store();
        ProxyFixture fixture = fixture(store, without);
        ProxyFixture signing = fixture(store, with(KEYS));
        RawClient client = fixture.client();
        RawClient cut = signing.client()) {
      RawHttp.Answer answer = client.send(clientSigned("", "Content-Length: 2", "{}")).answer();
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text())
          .contains("could not sign the request anew: the credentials cannot be had")
          .contains("the profile has expired");
      assertThat(fixture.journal().getFirst().outcome()).isEqualTo(Outcome.NOT_SIGNED);

      RawHttp.Answer cutOff =
          cut.send(
                  clientSigned(
                      "Content-Encoding: aws-chunked\r\n",
                      "Content-Length: 7",
                      "ff;x\r\nab".substring(0, 7)))
              .answer();
      assertThat(cutOff.text()).contains("a chunk of its aws-chunked body is cut off");
    }
  }
}
