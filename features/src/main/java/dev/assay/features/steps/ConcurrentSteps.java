package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls that are under way at the same time. */
public final class ConcurrentSteps {
  private static final Pattern CALL = Pattern.compile("(?:(\\d+) x )?(\\w+) (\\{.*})");

  private final World world;

  public ConcurrentSteps(World world) {
    this.world = world;
  }

  private record Call(String operation, String body) {}

  /**
   * Each line of the doc-string is a call, {@code PutItem {...}}, or several, {@code 20 x PutItem
   * {...}}, in which # is the number of the call. The answer is an array Answers, in the order
   * written, of {@code status}, {@code type}, {@code message} and {@code body}.
   */
  @When("these calls are made at the same time:")
  public void callsAtTheSameTime(String lines) throws TransportException, InterruptedException {
    List<Future<Answer>> pending = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Call call : calls(world.fill(lines))) {
        pending.add(callers.submit(() -> world.ask(call.operation(), call.body())));
      }
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode answers = all.putArray("Answers");
    Answer last = null;
    for (Future<Answer> each : pending) {
      last = result(each);
      ObjectNode answer = answers.addObject().put("status", last.status());
      if (!last.succeeded()) {
        answer.put("type", last.errorType());
        last.errorMessage().ifPresent(message -> answer.put("message", message));
      }
      answer.set("body", last.anyBody());
    }
    if (last == null) {
      throw new IllegalArgumentException("no call in: " + lines);
    }
    world.answer(last.readAs(all).succeeding());
  }

  private static List<Call> calls(String lines) {
    List<Call> calls = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      Matcher call = CALL.matcher(line);
      if (!call.matches()) {
        throw new IllegalArgumentException("no call: " + line);
      }
      int times = call.group(1) == null ? 1 : Integer.parseInt(call.group(1));
      for (int i = 1; i <= times; i++) {
        String body = times == 1 ? call.group(3) : call.group(3).replace("#", Integer.toString(i));
        calls.add(new Call(call.group(2), body));
      }
    }
    return calls;
  }

  private static Answer result(Future<Answer> pending)
      throws TransportException, InterruptedException {
    try {
      return pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TransportException transport) {
        throw transport;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Then("{int} of the calls succeed")
  public void callsSucceed(int count) {
    expect(count, "succeed", 200, "");
  }

  @Then("{int} of the calls fail with {word}")
  public void callsFail(int count, String type) {
    expect(count, "fail with " + type, 400, type);
  }

  private void expect(int count, String what, int status, String type) {
    int actual = 0;
    JsonNode answers = world.answer().body().path("Answers");
    for (JsonNode answer : answers) {
      if (answer.path("status").asInt() == status && answer.path("type").asText().equals(type)) {
        actual++;
      }
    }
    if (actual != count) {
      throw new Divergence(
          actual + " of the calls " + what,
          count + " of the calls " + what,
          answers.toPrettyString());
    }
  }
}
