package dev.assay.engine.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The levers' server")
class LeverServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManualClock clock = ManualClock.atNoon();
  private final AtomicInteger crashes = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private Engine engine;

  @BeforeEach
  void start() throws IOException {
    engine = Engine.start(settings().withHalt(crashes::incrementAndGet));
  }

  private EngineSettings settings() {
    return EngineSettings.defaults()
        .withClock(clock)
        .withBackground(BackgroundSettings.defaults().withScheduler(new ManualScheduler(clock)))
        .withLeverAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    engine.close();
    client.close();
  }

  @Test
  void isOffUnlessAskedFor() throws IOException {
    try (Engine other = Engine.start(EngineSettings.defaults())) {
      assertThat(other.leverAddress()).isEmpty();
    }
  }

  @Test
  void aPortThatIsInUseIsRefusedAndNothingIsLeftRunning() {
    InetSocketAddress taken = engine.leverAddress().orElseThrow();
    assertThatThrownBy(() -> Engine.start(settings().withLeverAddress(taken)))
        .isInstanceOf(BindException.class);
  }

  @Test
  void everyLeverSaysWhatItDoesAndHowItStands() {
    JsonNode levers = get("/levers").path("levers");
    assertThat(levers).isNotEmpty();
    levers.forEach(
        lever -> {
          assertThat(lever.path("help").asText()).endsWith(".");
          assertThat(lever.path("state").isObject()).isTrue();
          assertThat(get("/levers/" + lever.path("lever").asText())).isEqualTo(lever);
        });
  }

  @Test
  void aStepOfTheTimeIsDoneOnceForAnId() {
    put("advance-time", "{\"by\": \"P35D\", \"id\": \"x\"}");
    JsonNode second = put("advance-time", "{\"by\": \"P35D\", \"id\": \"x\"}");
    assertThat(second.at("/after/now").asText()).isEqualTo("2026-11-05T12:00:00Z");
    assertThat(second.path("before")).isEqualTo(second.path("after"));
  }

  @Test
  void aStepOfTheTimeToAMomentThatHasPassedDoesNothing() {
    assertThat(put("advance-time", "{\"to\": \"2026-10-02T00:00:00Z\"}").at("/after/now").asText())
        .isEqualTo("2026-10-02T00:00:00Z");
    assertThat(put("advance-time", "{\"to\": \"2026-10-01T00:00:00Z\"}").at("/after/now").asText())
        .isEqualTo("2026-10-02T00:00:00Z");
  }

  @Test
  void aClockThatIsSteppedShowsTheMomentWhateverItsRegionIsOff() {
    put("clock-skew", "{\"by_ms\": 60000}");
    put("clock-step", "{\"zone\": \"c\", \"to\": \"2026-10-01T11:00:00Z\"}");
    assertThat(get("/levers/clock-step").at("/state/ahead_ms").toString())
        .isEqualTo("{\"us-east-1\":60000,\"us-east-1/c\":-3660000}");
  }

  @Test
  void refusalsAreOneSentence() {
    assertThat(error("PUT", "/levers/clock-skew", "{\"by_ms\": 1.5}"))
        .isEqualTo(
            "400 the argument 'by_ms' of clock-skew must be a whole number from -315360000000 to"
                + " 315360000000, was '1.5'");
    assertThat(error("PUT", "/levers/clock-skew", "{\"by_ms\": 1, \"zone\": \"d\"}"))
        .isEqualTo(
            "400 the argument 'zone' of clock-skew must be one of a, b, c, was 'd'; did you mean"
                + " 'a'?");
    assertThat(error("PUT", "/levers/clock-skew", "[1]"))
        .isEqualTo("400 the arguments must be one JSON object");
    assertThat(error("PUT", "/levers/clock-skew", "{\"by_ms\""))
        .startsWith("400 the arguments must be one JSON object: ");
    assertThat(error("PUT", "/levers/advance-time", "{}"))
        .isEqualTo("400 the lever advance-time needs either 'by' or 'to'");
    assertThat(error("DELETE", "/levers", ""))
        .isEqualTo(
            "404 there is no DELETE /levers; there are GET /levers, GET and PUT /levers/NAME and"
                + " POST /heal");
  }

  @Test
  void theProcessIsHaltedOnlyWhereItIsTheEnginesOwn() throws IOException {
    put("crash", "");
    assertThat(crashes).hasValue(1);
    engine.close();
    engine = Engine.start(settings());
    assertThat(error("PUT", "/levers/crash", ""))
        .isEqualTo("400 this engine cannot crash: its process is not its own");
  }

  private JsonNode get(String path) {
    return read(send("GET", path, ""));
  }

  private JsonNode put(String lever, String body) {
    HttpResponse<String> response = send("PUT", "/levers/" + lever, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return read(response);
  }

  private String error(String method, String path, String body) {
    HttpResponse<String> response = send(method, path, body);
    return response.statusCode() + " " + read(response).path("error").asText();
  }

  private static JsonNode read(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) {
    int port = engine.leverAddress().orElseThrow().getPort();
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
