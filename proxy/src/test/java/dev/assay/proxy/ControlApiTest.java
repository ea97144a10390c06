package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control API")
class ControlApiTest {
  private static final String THROTTLE_PUTS =
      "{\"match\":{\"operation\":\"PutItem\"},\"fault\":{\"kind\":\"throttling\"}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private RawStore store;
  private ProxyFixture fixture;

  @BeforeEach
  void start() throws IOException {
    store = RawStore.echo();
    fixture = new ProxyFixture(store.address());
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    fixture.close();
    store.close();
  }

  private record Reply(int status, JsonNode body) {}

  private Reply call(String method, String target, String body)
      throws IOException, InterruptedException {
    int port = fixture.proxy().controlAddress().getPort();
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return new Reply(response.statusCode(), new ObjectMapper().readTree(response.body()));
  }

  @Test
  void takesShowsAndRemovesRules() throws Exception {
    assertThat(call("PUT", "/rules/a", THROTTLE_PUTS).status()).isEqualTo(200);
    assertThat(call("POST", "/rules", "{\"id\":\"b\"," + THROTTLE_PUTS.substring(1)).status())
        .isEqualTo(201);
    assertThat(call("POST", "/rules", "{\"id\":\"b\"," + THROTTLE_PUTS.substring(1)).status())
        .isEqualTo(409);

    assertThat(call("GET", "/rules", "").body().findValuesAsText("id")).containsExactly("a", "b");
    assertThat(call("GET", "/rules/a", "").body().path("fault").path("kind").asText())
        .isEqualTo("throttling");
    assertThat(call("DELETE", "/rules/a", "").status()).isEqualTo(200);
    assertThat(call("DELETE", "/rules/a", "").status()).isEqualTo(404);
    assertThat(call("DELETE", "/rules", "").body().path("removed").asInt()).isEqualTo(1);
    assertThat(call("GET", "/rules", "").body().path("rules")).isEmpty();
  }

  @Test
  void acknowledgesARuleWhenNoLaterRequestCanEscapeIt() throws Exception {
    try (RawClient client = fixture.client()) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
        call("PUT", "/rules/a", THROTTLE_PUTS);
        assertThat(client.call("PutItem", "{}").status()).isEqualTo(400);
        call("DELETE", "/rules/a", "");
      }
    }
  }

  @Test
  void countsWhatARuleDid() throws Exception {
    call("PUT", "/rules/a", THROTTLE_PUTS.replace("}}", "}, \"schedule\":{\"limit\":1}}"));
    try (RawClient client = fixture.client()) {
      client.call("PutItem", "{}");
      client.call("PutItem", "{}");
    }

    JsonNode rule = call("GET", "/rules/a", "").body();
    assertThat(rule.path("calls").asInt()).isEqualTo(2);
    assertThat(rule.path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void saysWhichRulesHaveMatchedNothing() throws Exception {
    call("PUT", "/rules/a", THROTTLE_PUTS);

    assertThat(call("GET", "/rules/a", "").body().path("warning").asText())
        .isEqualTo("no request has matched this rule");
    try (RawClient client = fixture.client()) {
      client.call("PutItem", "{}");
    }
    assertThat(call("GET", "/rules/a", "").body().has("warning")).isFalse();
  }

  @Test
  void capsTheFaultsOfAllRules() throws Exception {
    call("PUT", "/rules/a", THROTTLE_PUTS);
    assertThat(call("PUT", "/limits", "{\"max_active\":0}").status()).isEqualTo(200);
    try (RawClient client = fixture.client()) {
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
      assertThat(call("GET", "/rules/a", "").body().path("held_back").asInt()).isEqualTo(1);
      assertThat(call("DELETE", "/limits", "").body().path("max_active").isNull()).isTrue();
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(400);
    }
  }

  @Test
  void healsWhenItsControllerIsNotHeardFrom() throws Exception {
    call("PUT", "/rules/a", THROTTLE_PUTS);
    assertThat(call("PUT", "/deadman", "{\"ttl_ms\":60000}").body().path("left_ms").asLong())
        .isBetween(1L, 60_000L);
    assertThat(call("GET", "/rules", "").body().path("rules")).hasSize(1);

    call("PUT", "/deadman", "{\"ttl_ms\":1}");
    while (!call("GET", "/rules", "").body().path("rules").isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(call("GET", "/deadman", "").body().path("expiries").asInt()).isEqualTo(1);
    try (RawClient client = fixture.client()) {
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void showsTheJournalInPages() throws Exception {
    try (RawClient client = fixture.client()) {
      for (int i = 0; i < 5; i++) {
        client.call(i == 4 ? "GetItem" : "PutItem", "{\"TableName\":\"t\"}");
      }
    }

    JsonNode page = call("GET", "/journal?after=1&limit=2", "").body().path("exchanges");
    assertThat(page.findValuesAsText("sequence")).containsExactly("2", "3");
    assertThat(page.path(0).path("tables").path(0).asText()).isEqualTo("t");
    assertThat(page.path(0).path("store_saw").asText()).isEqualTo("yes");
    assertThat(page.path(0).path("request").path("body").asText())
        .isEqualTo("{\"TableName\":\"t\"}");
    assertThat(call("GET", "/journal?operation=GetItem", "").body().path("exchanges")).hasSize(1);
  }

  @Test
  void saysWhatItIs() throws Exception {
    assertThat(call("GET", "/health", "").body().path("status").asText()).isEqualTo("ok");
    assertThat(call("GET", "/", "").body().path("upstream").asText())
        .isEqualTo(store.address().toString());
    assertThat(call("GET", "/", "").body().path("routes").toString()).contains("PUT /rules/{id}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PUT  | /rules/a | {"fault":{"kind":"latency","latency_ms":"abc"}} | 400 | fault.latency_ms | fault.latency_ms must be a number between 0 and 600000, was "abc"
          PUT  | /rules/a%20b | {}                | 400 | id      | id must be 1 to 64 letters, digits, '.', '-' or '_', was "a b"
          POST | /rules   | {"id":"a","falt":{}}  | 400 | falt    | falt is not a known field; did you mean fault?
          GET  | /journal?limit=x | ``            | 400 | limit   | limit must be a whole number between 1 and 10000, was "x"
          GET  | /journal?form=1 | ``             | 400 | form    | form is not a known parameter; known are after, limit, scenario, operation, table, upstream, touched_by, status, since_ns, until_ns
          GET  | /rule    | ``                    | 404 | path    | /rule does not exist; GET / lists what does
          GET  | /rules/x | ``                    | 404 | id      | there is no rule "x"
          PUT  | /deadman | {"ttl":5}             | 400 | ttl     | ttl is not a known field; did you mean ttl_ms?
          PUT  | /limits  | {"max_active":-1}     | 400 | max_active | max_active must be a whole number from 0, was -1
          PUT  | /health  | ``                    | 405 | method  | PUT is not allowed on /health, only GET
          """)
  void refusesWithOneSentenceAndTheFieldsName(
      String method, String target, String body, int status, String field, String sentence)
      throws Exception {
    Reply reply = call(method, target, body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().path("error").asText()).isEqualTo(sentence);
    assertThat(reply.body().path("field").asText()).isEqualTo(field);
  }
}
