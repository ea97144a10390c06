package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An engine that has a port for each of its regions. */
class RegionPortsTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void whateverArrivesAtARegionsPortIsForThatRegion() throws Exception {
    Map<String, InetSocketAddress> ports = new LinkedHashMap<>();
    ports.put("eu-west-1", FREE);
    ports.put("eu-west-2", FREE);
    try (Engine engine = Engine.start(EngineSettings.defaults().withRegionAddresses(ports));
        HttpClient client = HttpClient.newHttpClient()) {
      InetSocketAddress ireland = Objects.requireNonNull(engine.regionAddresses().get("eu-west-1"));
      InetSocketAddress london = Objects.requireNonNull(engine.regionAddresses().get("eu-west-2"));
      String create =
          "{\"TableName\":\"music\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
              + "[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}],"
              + "\"KeySchema\":[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]}";
      assertThat(call(client, ireland, null, "CreateTable", create))
          .contains("arn:aws:dynamodb:eu-west-1:");
      assertThat(call(client, london, "eu-west-1", "ListTables", "{}"))
          .isEqualTo("{\"TableNames\":[]}");
      assertThat(call(client, ireland, "us-east-1", "ListTables", "{}")).contains("music");
      assertThat(call(client, engine.address(), "eu-west-1", "ListTables", "{}")).contains("music");
      assertThat(call(client, engine.address(), null, "ListTables", "{}")).doesNotContain("music");
    }
  }

  private static String call(
      HttpClient client,
      InetSocketAddress address,
      @org.jspecify.annotations.Nullable String scope,
      String operation,
      String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (scope != null) {
      request.header(
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=test/20261001/"
              + scope
              + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
