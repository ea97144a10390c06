package dev.assay.cli.gameday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.gameday.RigException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A target's levers over HTTP, as {@code docs/levers.md} describes them. */
final class LeverPort implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  LeverPort(URI base) {
    this.base = base;
  }

  /** A lever as it stands. */
  record Standing(String help, String state) {}

  /** All levers by name. */
  Map<String, Standing> all() throws RigException {
    Map<String, Standing> levers = new LinkedHashMap<>();
    JsonNode answer = send("GET", "/levers", "");
    if (!answer.path("levers").isArray()) {
      throw new RigException(base + " answers, but not as levers do");
    }
    for (JsonNode lever : answer.path("levers")) {
      // A clock runs on whoever pulled what: only by how much it is wrong is how the lever stands.
      if (lever.path("state") instanceof ObjectNode state) {
        state.remove("now");
      }
      levers.put(
          lever.path("lever").asText(),
          new Standing(lever.path("help").asText(), lever.path("state").toString()));
    }
    return levers;
  }

  void pull(String lever, Map<String, Object> arguments) throws RigException {
    try {
      var unused = send("PUT", "/levers/" + lever, JSON.writeValueAsString(arguments));
    } catch (JsonProcessingException e) {
      throw new RigException("the arguments of " + lever + " are no JSON: " + e.getMessage(), e);
    }
  }

  void heal() throws RigException {
    var unused = send("POST", "/heal", "");
  }

  private JsonNode send(String method, String path, String body) throws RigException {
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                  .timeout(PATIENCE)
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() == 200 && answer != null) {
        return answer;
      }
      String error = answer == null ? "" : answer.path("error").asText();
      throw new RigException(
          error.isEmpty() ? base + " answers HTTP " + response.statusCode() : error);
    } catch (JsonProcessingException e) {
      throw new RigException(base + " answers, but not as levers do", e);
    } catch (IOException e) {
      throw new RigException("no levers can be reached at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RigException("the levers at " + base + " were not waited for", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
