package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A running proxy's control API; what it refuses becomes a {@link Refusal} in its own words. */
final class ProxyControl {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;

  private ProxyControl(String base) {
    this.base = base;
  }

  /** By a port of this machine, HOST:PORT or a URL. */
  static ProxyControl at(String address) {
    String url =
        address.matches("[0-9]+")
            ? "http://127.0.0.1:" + address
            : address.contains("://") ? address : "http://" + address;
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65_535) {
        return new ProxyControl(url.replaceAll("/+$", ""));
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like one without a host or a port.
    }
    throw Refusal.usage(
        "--control must be a port, HOST:PORT or a URL with a port, was '" + address + "'");
  }

  static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Sends a request and gives the answer's body.
   *
   * @throws Refusal when nobody answers, or the answer is no
   */
  JsonNode send(String method, String path, String body) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(base + path))
                  .timeout(PATIENCE)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() >= 300) {
        throw Refusal.usage("the proxy refuses: " + answer.path("error").asText());
      }
      return answer;
    } catch (JsonProcessingException e) {
      throw Refusal.unreachable(base + " answers, but is no control API of a proxy");
    } catch (IOException e) {
      throw Refusal.unreachable(
          "no proxy answers at " + base + "; assay proxy says where its control API is");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unreachable("interrupted while waiting for the proxy at " + base);
    }
  }
}
