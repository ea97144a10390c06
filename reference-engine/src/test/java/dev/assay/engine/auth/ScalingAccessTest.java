package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

@DisplayName("Calls of Application Auto Scaling, where signatures and policies are checked")
class ScalingAccessTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final String SCALING = "application-autoscaling";
  private static final String OF_TABLE =
      "\"ServiceNamespace\":\"dynamodb\",\"ResourceId\":\"table/Orders\","
          + "\"ScalableDimension\":\"dynamodb:table:WriteCapacityUnits\"";
  private static final String REGISTER = "{" + OF_TABLE + ",\"MinCapacity\":1,\"MaxCapacity\":9}";
  private static final String POLICY =
      "{"
          + OF_TABLE
          + ",\"PolicyName\":\"half\",\"PolicyType\":\"TargetTrackingScaling\","
          + "\"TargetTrackingScalingPolicyConfiguration\":{\"TargetValue\":50.0,"
          + "\"PredefinedMetricSpecification\":"
          + "{\"PredefinedMetricType\":\"DynamoDBWriteCapacityUtilization\"}}}";
  private static final String LIST = "{\"ServiceNamespace\":\"dynamodb\"}";
  private static final String ANY_TARGET =
      "arn:aws:application-autoscaling:us-east-1:000000000000:scalable-target/*";

  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Engine engine;

  @AfterEach
  void stop() {
    http.close();
    if (engine != null) {
      engine.close();
    }
  }

  private record Reply(int status, String body) {}

  /** An engine whose one user may make tables, and what the statements say. */
  private void start(String... statements) throws IOException {
    String[] all = new String[statements.length + 1];
    all[0] = allow("dynamodb:*", "*", "");
    System.arraycopy(statements, 0, all, 1, statements.length);
    engine =
        Engine.start(
            EngineSettings.defaults()
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withAuth(Users.alice(all)));
  }

  private static String allow(String action, String resource, String condition) {
    return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"%s}"
        .formatted(action, resource, condition);
  }

  private Reply table() throws Exception {
    return send(
        "dynamodb",
        "DynamoDB_20120810.CreateTable",
        "{\"TableName\":\"Orders\",\"AttributeDefinitions\":"
            + "[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],"
            + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
            + "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":5,\"WriteCapacityUnits\":5}}");
  }

  private Reply call(String operation, String body) throws Exception {
    return send(SCALING, "AnyScaleFrontendService." + operation, body);
  }

  private Reply send(String service, String target, String body) throws Exception {
    int port = engine == null ? 0 : engine.address().getPort();
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1:" + port + "/"))
            .putHeader("X-Amz-Target", target)
            .putHeader(
                "Content-Type",
                target.startsWith("DynamoDB")
                    ? "application/x-amz-json-1.0"
                    : "application/x-amz-json-1.1")
            .build();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                to ->
                    to.identity(AwsBasicCredentials.create(Users.KEY, Users.SECRET))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(bytes))
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
            .request();
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(signed.getUri()).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    signed
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> sent.header(name, value));
              }
            });
    HttpResponse<String> response = http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  private static void assertDenied(Reply reply, String operation, String resource) {
    assertThat(reply.body())
        .contains("AccessDeniedException")
        .contains(
            "User: arn:aws:iam::000000000000:user/alice is not authorized to perform:"
                + " application-autoscaling:"
                + operation
                + " on resource: "
                + resource
                + " because no identity-based policy allows the application-autoscaling:"
                + operation
                + " action");
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void are_signed_for_that_service_and_for_no_other() throws Exception {
    start(allow(SCALING + ":*", "*", ""));

    assertThat(call("DescribeScalableTargets", LIST).status()).isEqualTo(200);
    assertThat(send("dynamodb", "AnyScaleFrontendService.DescribeScalableTargets", LIST).body())
        .contains("InvalidSignatureException")
        .contains("Credential should be scoped to correct service: 'application-autoscaling'.");
    assertThat(send(SCALING, "DynamoDB_20120810.ListTables", "{}").body())
        .contains("Credential should be scoped to correct service: 'dynamodb'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RegisterScalableTarget",
        "DeregisterScalableTarget",
        "PutScalingPolicy",
        "DeleteScalingPolicy"
      })
  void that_change_a_target_are_denied_without_leave(String operation) throws Exception {
    start();
    String body =
        operation.startsWith("Delete") ? "{" + OF_TABLE + ",\"PolicyName\":\"p\"}" : POLICY;

    assertDenied(call(operation, body), operation, ANY_TARGET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DescribeScalableTargets", "DescribeScalingPolicies", "DescribeScalingActivities"})
  void that_list_are_of_no_resource(String operation) throws Exception {
    start(allow(SCALING + ":*", ANY_TARGET, ""));

    assertDenied(call(operation, LIST), operation, "*");
  }

  @Test
  void may_be_allowed_by_dimension_and_namespace() throws Exception {
    start(
        allow(
            SCALING + ":*",
            "*",
            ", \"Condition\": {\"StringEquals\": {"
                + "\"application-autoscaling:service-namespace\": \"dynamodb\","
                + "\"application-autoscaling:scalable-dimension\":"
                + " \"dynamodb:table:WriteCapacityUnits\"}}"));
    assertThat(table().status()).isEqualTo(200);

    assertThat(call("RegisterScalableTarget", REGISTER).status()).isEqualTo(200);
    assertDenied(
        call(
            "RegisterScalableTarget",
            REGISTER.replace("table:WriteCapacityUnits", "table:ReadCapacityUnits")),
        "RegisterScalableTarget",
        ANY_TARGET);
  }

  @Test
  void may_be_allowed_by_the_arn_that_a_target_has_when_it_is_registered() throws Exception {
    start(allow(SCALING + ":RegisterScalableTarget", "*", ""));
    table();
    Reply registered = call("RegisterScalableTarget", REGISTER);
    assertThat(registered.status()).isEqualTo(200);
    String arn = registered.body().replaceAll(".*\"ScalableTargetARN\":\"([^\"]+)\".*", "$1");
    assertThat(arn).startsWith(ANY_TARGET.replace("*", ""));

    assertDenied(call("PutScalingPolicy", POLICY), "PutScalingPolicy", arn);
  }
}
