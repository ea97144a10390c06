package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.SimpleTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Calls over sockets, signed by the AWS SDK's own signer. */
class SignedCallsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final String TARGET = "DynamoDB_20120810.ListTables";
  private static final String ALLOW_ALL =
      "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";
  private static final AwsCredentials ALICE = AwsBasicCredentials.create(Users.KEY, Users.SECRET);

  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Engine engine;

  private URI start(@Nullable AuthFile file, Clock clock) throws IOException {
    EngineSettings settings =
        EngineSettings.defaults()
            .withClock(clock)
            .withAccidents(
                accident -> {
                  throw new AssertionError(accident);
                });
    Engine started = Engine.start(file == null ? settings : settings.withAuth(file));
    engine = started;
    return URI.create("http://127.0.0.1:" + started.address().getPort() + "/");
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  @AfterEach
  void stop() {
    http.close();
    if (engine != null) {
      engine.close();
    }
  }

  private DynamoDbClient client(URI endpoint, AwsCredentials credentials) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /** A request as the SDK's signer signs it, to be changed before it is sent. */
  private static final class Draft {
    private final URI endpoint;
    private AwsCredentials credentials = ALICE;
    private String service = "dynamodb";
    private String region = "us-east-1";
    private Instant signedAt = NOW;
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private boolean inQuery;
    private @Nullable String encoding;

    Draft(URI endpoint) {
      this.endpoint = endpoint;
    }

    SdkHttpRequest sign() {
      SdkHttpFullRequest.Builder request =
          SdkHttpFullRequest.builder()
              .method(SdkHttpMethod.POST)
              .uri(endpoint)
              .putHeader("X-Amz-Target", TARGET)
              .putHeader("Content-Type", "application/x-amz-json-1.0");
      if (encoding != null) {
        request.putHeader("Content-Encoding", encoding);
      }
      SignedRequest signed =
          AwsV4HttpSigner.create()
              .sign(
                  to -> {
                    to.identity(credentials)
                        .request(request.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(HttpSigner.SIGNING_CLOCK, at(signedAt))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region);
                    if (inQuery) {
                      to.putProperty(
                              AwsV4HttpSigner.AUTH_LOCATION,
                              AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                          .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(30));
                    }
                  });
      return signed.request();
    }
  }

  private HttpResponse<String> send(SdkHttpRequest request, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(request.getUri()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> sent.header(name, value));
              }
            });
    return http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(Draft draft) throws IOException, InterruptedException {
    return send(draft.sign(), draft.body);
  }

  private static void assertRefused(
      HttpResponse<String> response, String type, @Nullable String message) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"com.amazon.coral.service#" + type + "\"");
    if (message != null) {
      assertThat(response.body()).contains("\"Message\":\"" + message + "\"");
    }
  }

  @Test
  void the_sdk_is_known_by_its_keys_and_answered_in_the_region_it_signed_for() throws Exception {
    URI endpoint = start(Users.alice(ALLOW_ALL), Clock.systemUTC());

    try (DynamoDbClient client = client(endpoint, ALICE)) {
      String arn = client.createTable(SimpleTable.of("Orders", "id")).tableDescription().tableArn();
      assertThat(arn).isEqualTo("arn:aws:dynamodb:eu-west-1:000000000000:table/Orders");
    }
  }

  @Test
  void the_sdk_with_a_wrong_secret_is_refused() throws Exception {
    URI endpoint = start(Users.alice(ALLOW_ALL), Clock.systemUTC());

    try (DynamoDbClient client = client(endpoint, AwsBasicCredentials.create(Users.KEY, "x"))) {
      assertThatThrownBy(client::listTables)
          .isInstanceOfSatisfying(
              DynamoDbException.class,
              refusal -> {
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("InvalidSignatureException");
                assertThat(refusal.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "The request signature we calculated does not match the signature you"
                            + " provided. Check your AWS Secret Access Key and signing method."
                            + " Consult the service documentation for details.");
              });
    }
  }

  @Test
  void the_sdk_without_leave_is_denied() throws Exception {
    URI endpoint = start(Users.alice(), Clock.systemUTC());

    try (DynamoDbClient client = client(endpoint, ALICE)) {
      assertThatThrownBy(client::listTables)
          .isInstanceOfSatisfying(
              DynamoDbException.class,
              refusal -> {
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("AccessDeniedException");
                assertThat(refusal.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "User: arn:aws:iam::000000000000:user/alice is not authorized to perform:"
                            + " dynamodb:ListTables on resource:"
                            + " arn:aws:dynamodb:eu-west-1:000000000000:table/* because no"
                            + " identity-based policy allows the dynamodb:ListTables action");
              });
    }
  }

  @Test
  void a_session_is_known_by_its_token_as_long_as_it_lasts() throws Exception {
    Draft draft = new Draft(start(Users.session(), at(NOW)));

    draft.credentials = AwsSessionCredentials.create(Users.KEY, Users.SECRET, "TOKEN");
    assertThat(send(draft).statusCode()).isEqualTo(200);

    draft.credentials = AwsSessionCredentials.create(Users.KEY, Users.SECRET, "OTHER");
    assertRefused(
        send(draft),
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");

    draft.credentials = ALICE;
    assertRefused(send(draft), "UnrecognizedClientException", null);
  }

  @Test
  void a_session_that_has_ended_is_refused() throws Exception {
    Instant ended = Instant.parse("2026-01-01T12:00:00Z");
    Draft draft = new Draft(start(Users.session(), at(ended)));
    draft.signedAt = ended;
    draft.credentials = AwsSessionCredentials.create(Users.KEY, Users.SECRET, "TOKEN");

    assertRefused(
        send(draft),
        "ExpiredTokenException",
        "The security token included in the request is expired");
  }

  @Test
  void a_token_with_long_term_keys_is_refused() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.credentials = AwsSessionCredentials.create(Users.KEY, Users.SECRET, "TOKEN");

    assertRefused(send(draft), "UnrecognizedClientException", null);
  }

  @Test
  void an_unknown_key_is_refused() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.credentials = AwsBasicCredentials.create("AKIAOTHER", Users.SECRET);

    assertRefused(
        send(draft),
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  @ParameterizedTest(name = "signed at {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-01T08:54:59Z | Signature expired: 20260101T085459Z is now earlier than"
            + " 20260101T085500Z (20260101T090000Z - 5 min.)",
        "2026-01-01T09:05:01Z | Signature not yet current: 20260101T090501Z is still later than"
            + " 20260101T090500Z (20260101T090000Z + 5 min.)",
      })
  void a_clock_that_is_off_is_refused(Instant signedAt, String message) throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.signedAt = signedAt;

    assertRefused(send(draft), "InvalidSignatureException", message);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01T08:55:00Z", "2026-01-01T09:05:00Z"})
  void a_clock_that_is_off_by_five_minutes_is_not(Instant signedAt) throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.signedAt = signedAt;

    assertThat(send(draft).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "us-east-1 | s3 | Credential should be scoped to correct service: 'dynamodb'.",
        "nowhere | dynamodb | Credential should be scoped to a valid region.",
      })
  void a_signature_for_elsewhere_is_refused(String region, String service, String message)
      throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.region = region;
    draft.service = service;

    assertRefused(send(draft), "InvalidSignatureException", message + " ");
  }

  @Test
  void a_body_that_was_changed_is_refused_before_it_is_read() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));

    assertRefused(
        send(draft.sign(), "not json".getBytes(StandardCharsets.UTF_8)),
        "InvalidSignatureException",
        null);
  }

  @Test
  void a_signed_header_that_was_changed_is_refused() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    SdkHttpRequest changed =
        draft.sign().toBuilder().putHeader("Content-Type", "application/json").build();

    assertRefused(send(changed, draft.body), "InvalidSignatureException", null);
  }

  @Test
  void a_presigned_request_lasts_as_long_as_it_says() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    draft.inQuery = true;
    draft.signedAt = NOW.minus(Duration.ofMinutes(20));
    assertThat(send(draft).statusCode()).isEqualTo(200);

    draft.signedAt = NOW.minus(Duration.ofMinutes(31));
    assertRefused(
        send(draft),
        "InvalidSignatureException",
        "Signature expired: 20260101T085900Z is now earlier than 20260101T090000Z");
  }

  @Test
  void a_compressed_body_is_checked_as_it_was_sent() throws Exception {
    Draft draft = new Draft(start(Users.alice(ALLOW_ALL), at(NOW)));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(draft.body);
    }
    draft.body = compressed.toByteArray();
    draft.encoding = "gzip";

    assertThat(send(draft).body()).contains("TableNames");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | MissingAuthenticationTokenException | Request is missing Authentication Token",
        "Basic abc | MissingAuthenticationTokenException | Request is missing Authentication Token",
        "AWS4-HMAC-SHA256 | IncompleteSignatureException | Authorization header requires"
            + " 'Credential' parameter. Authorization header requires 'Signature' parameter."
            + " Authorization header requires 'SignedHeaders' parameter. Authorization header"
            + " requires existence of either a 'X-Amz-Date' or a 'Date' header."
            + " Authorization=AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b | IncompleteSignatureException |"
            + " Authorization header requires 'Signature' parameter. Authorization header requires"
            + " existence of either a 'X-Amz-Date' or a 'Date' header."
            + " Authorization=AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b",
      })
  void a_request_that_is_not_signed_is_refused(
      @Nullable String authorization, String type, String message) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(start(Users.alice(ALLOW_ALL), at(NOW)))
            .header("X-Amz-Target", TARGET)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }

    assertRefused(http.send(request.build(), HttpResponse.BodyHandlers.ofString()), type, message);
  }

  @Test
  void an_unknown_operation_needs_no_signature_to_be_refused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(start(Users.alice(ALLOW_ALL), at(NOW)))
            .header("X-Amz-Target", "DynamoDB_20120810.Fly")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertRefused(
        http.send(request, HttpResponse.BodyHandlers.ofString()),
        "UnknownOperationException",
        null);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {"-", "anything", "AWS4-HMAC-SHA256 Credential=x/y/z"})
  void without_a_file_of_keys_nothing_is_checked(@Nullable String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(start(null, at(NOW)))
            .header("X-Amz-Target", TARGET)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }

    assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("{\"TableNames\":[]}");
  }
}
