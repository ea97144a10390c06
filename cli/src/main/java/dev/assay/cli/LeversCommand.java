package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay levers}: breaks a running reference engine on purpose, and heals it. */
@Command(
    name = "levers",
    sortOptions = false,
    description = {
      "Break a reference engine on purpose that runs with --levers, and heal it.",
      "Prints the lever's state before and after.",
      "",
      "  assay levers                             every lever, what it does and how it stands",
      "  assay levers az-outage zone=a            pulls one",
      "  assay levers heal                        undoes everything"
    })
final class LeversCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "list|heal|NAME [KEY=VALUE]",
      description = "What to do (default: list).")
  private List<String> words = List.of();

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8001",
      paramLabel = "URL",
      description = "Where the levers are served (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(names = "--json", description = "Print what the engine answers, as JSON.")
  private boolean json;

  LeversCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    String what = words.isEmpty() ? "list" : words.getFirst();
    List<String> arguments = words.size() < 2 ? List.of() : words.subList(1, words.size());
    boolean whole = what.equals("list") || what.equals("heal");
    if (whole && !arguments.isEmpty()) {
      throw Refusal.usage(
          "nothing is expected after '" + what + "', was '" + arguments.get(0) + "'");
    }
    if (what.contains("=")) {
      throw Refusal.usage("the lever's name must come first, was '" + what + "'");
    }
    JsonNode answer =
        switch (what) {
          case "list" -> send("GET", "/levers", "");
          case "heal" -> send("POST", "/heal", "");
          default -> send("PUT", "/levers/" + what, arguments(arguments).toString());
        };
    print(answer);
    return ExitCode.OK;
  }

  private static ObjectNode arguments(List<String> words) {
    ObjectNode members = JSON.createObjectNode();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw Refusal.usage("an argument of a lever must be KEY=VALUE, was '" + word + "'");
      }
      members.set(word.substring(0, equals), value(word.substring(equals + 1)));
    }
    return members;
  }

  /** Numbers, booleans, lists and objects as JSON has them; everything else is text. */
  private static JsonNode value(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      if (read != null && !read.isTextual() && !read.isMissingNode() && !read.isNull()) {
        return read;
      }
    } catch (JsonProcessingException e) {
      // Text.
    }
    return JSON.getNodeFactory().textNode(text);
  }

  private JsonNode send(String method, String path, String body) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(target(path))
                  .timeout(PATIENCE)
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() == 200) {
        return answer;
      }
      throw answer != null && answer.path("error").isTextual()
          ? Refusal.usage(answer.path("error").asText())
          : notLevers(response.statusCode());
    } catch (JsonProcessingException e) {
      throw notLevers(200);
    } catch (IOException e) {
      if (path.equals("/levers/crash")) {
        return JSON.createObjectNode().put("lever", "crash").put("after", "the engine is gone");
      }
      throw Refusal.unreachable(
          "no levers can be reached at "
              + url
              + "; an engine has them that was started with --levers PORT");
    }
  }

  private URI target(String path) {
    try {
      URI base = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if ("http".equals(base.getScheme()) && base.getHost() != null) {
        return URI.create(base + path);
      }
    } catch (IllegalArgumentException e) {
      if (url.indexOf(' ') < 0 && url.startsWith("http://")) {
        throw Refusal.usage("a lever's name has small letters and hyphens only");
      }
    }
    throw Refusal.usage("--url must be a URL such as http://127.0.0.1:8001, was '" + url + "'");
  }

  private Refusal notLevers(int status) {
    return Refusal.unreachable(
        url + " answers, but not as levers do (HTTP " + status + "): please check --url");
  }

  private void print(JsonNode answer) {
    PrintWriter out = surroundings.out();
    if (json) {
      out.println(answer.toPrettyString());
      return;
    }
    if (answer.has("levers")) {
      answer.path("levers").forEach(lever -> printLever(out, lever));
    } else if (answer.has("changes")) {
      answer.path("changes").forEach(change -> printIfChanged(out, change));
      out.println("healed");
    } else {
      printChange(out, answer);
    }
  }

  private static void printLever(PrintWriter out, JsonNode lever) {
    out.println(lever.path("lever").asText());
    out.println("  " + lever.path("help").asText());
    out.println("  now     " + lever.path("state"));
  }

  private static void printIfChanged(PrintWriter out, JsonNode change) {
    if (!change.path("before").equals(change.path("after"))) {
      printChange(out, change);
    }
  }

  private static void printChange(PrintWriter out, JsonNode change) {
    out.println(change.path("lever").asText());
    if (change.has("before")) {
      out.println("  before  " + change.path("before"));
    }
    out.println("  after   " + change.path("after"));
  }
}
