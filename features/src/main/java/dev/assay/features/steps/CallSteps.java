package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.JsonPath;
import dev.assay.features.notation.Template;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Calls with bodies sent exactly as they are written. */
public final class CallSteps {
  private static final int MOST_PAGES = 10_000;

  private final World world;

  public CallSteps(World world) {
    this.world = world;
  }

  /** For what the scenario starts from: the call must succeed. */
  @Given("{word} was called with:")
  public void wasCalled(String operation, String body) throws TransportException {
    Answer answer = world.call(operation, world.fill(body));
    if (!answer.succeeded()) {
      throw new Divergence(
          "the store refuses a call that the scenario starts from",
          operation + " succeeds",
          answer.toString());
    }
  }

  @When("{word} is called with:")
  public void isCalled(String operation, String body) throws TransportException {
    world.call(operation, world.fill(body));
  }

  /**
   * For what is refused only when something is used up. In the doc-string # is the number of the
   * call; the answer is that of the last.
   */
  @When("{word} is called until it is refused, at most {int} times, with:")
  public void isCalledUntilRefused(String operation, int most, String body)
      throws TransportException {
    callUntilRefused(operation, most, body);
  }

  /** The same for what the scenario starts from: it must be refused in the end. */
  @Given("{word} was called until it was refused, at most {int} times, with:")
  public void wasCalledUntilRefused(String operation, int most, String body)
      throws TransportException {
    Answer answer = callUntilRefused(operation, most, body);
    if (answer.succeeded()) {
      throw new Divergence(
          "the store refuses none of " + most + " calls that the scenario starts from",
          operation + " is refused",
          answer.toString());
    }
  }

  private Answer callUntilRefused(String operation, int most, String body)
      throws TransportException {
    Answer answer = world.call(operation, world.fill(Template.numbered(body, 1)));
    for (int call = 2; call <= most && answer.succeeded(); call++) {
      answer = world.call(operation, world.fill(Template.numbered(body, call)));
    }
    return answer;
  }

  /**
   * Follows LastEvaluatedKey (or LastEvaluatedTableName) to the end; the answer holds all Items (or
   * TableNames), and PageCounts.
   */
  @When("{word} is called page by page with:")
  public void isCalledPageByPage(String operation, String body) throws TransportException {
    ObjectNode request = (ObjectNode) world.json(body);
    ObjectNode whole = request.objectNode();
    ArrayNode counts = request.arrayNode();
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer answer = world.call(operation, request.toString());
      JsonNode got = answer.body();
      counts.add(got.path("Items").size() + got.path("TableNames").size());
      append(whole, "Items", got);
      append(whole, "TableNames", got);
      if (got.has("LastEvaluatedKey")) {
        request.set("ExclusiveStartKey", got.get("LastEvaluatedKey"));
      } else if (got.has("LastEvaluatedTableName")) {
        request.set("ExclusiveStartTableName", got.get("LastEvaluatedTableName"));
      } else {
        whole.set("PageCounts", counts);
        world.answer(answer.readAs(whole));
        return;
      }
    }
    throw new Divergence(
        "the pages do not come to an end", "an end within " + MOST_PAGES + " pages", "more");
  }

  private static void append(ObjectNode whole, String member, JsonNode page) {
    if (page.has(member)) {
      page.get(member).forEach(whole.withArray(member)::add);
    }
  }

  /**
   * Keeps a part of the answer for <code>${name}</code>; a {@code When} or {@code Given} call comes
   * before it.
   */
  @Given("{string} in the response is saved as {string}")
  public void isSaved(String path, String name) {
    JsonNode body = world.answer().body();
    world.save(
        name,
        new JsonPath(world.fill(path))
            .in(body)
            .orElseThrow(
                () ->
                    new Divergence("the response lacks " + path, path, world.answer().toString())));
  }
}
