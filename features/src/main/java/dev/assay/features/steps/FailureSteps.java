package dev.assay.features.steps;

import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.function.Predicate;

/** How a call is refused. The type is compared without its namespace. */
public final class FailureSteps {
  private static final String SAYING = "^it fails with (\\w+) saying ";

  private static final String ENVELOPE = "1 validation error detected: ";

  private final World world;

  public FailureSteps(World world) {
    this.world = world;
  }

  @Then("it fails with {word}")
  public void itFails(String type) {
    expect(type, "any message", message -> true);
  }

  /** The message is all that stands between the first and the last double quote of the line. */
  @Then(SAYING + "\"(.*)\"$")
  public void saying(String type, String message) {
    String expected = world.fill(message);
    expect(type, expected, expected::equals);
  }

  /**
   * For what some regions put behind "1 validation error detected: " and others do not (facts 124
   * to 128).
   */
  @Then("^it fails with (\\w+), enveloped or not, saying \"(.*)\"$")
  public void sayingEnvelopedOrNot(String type, String message) {
    String expected = world.fill(message);
    expect(
        type,
        "[" + ENVELOPE + "]" + expected,
        said -> said.equals(expected) || said.equals(ENVELOPE + expected));
  }

  @Then(SAYING + "something starting with \"(.*)\"$")
  public void sayingStarting(String type, String start) {
    String expected = world.fill(start);
    expect(type, expected + "...", message -> message.startsWith(expected));
  }

  @Then(SAYING + "something containing \"(.*)\"$")
  public void sayingContaining(String type, String part) {
    String expected = world.fill(part);
    expect(type, "..." + expected + "...", message -> message.contains(expected));
  }

  @Then(SAYING + "something matching \"(.*)\"$")
  public void sayingMatching(String type, String regex) {
    String expected = world.fill(regex);
    expect(type, "/" + expected + "/", message -> message.matches(expected));
  }

  /** The doc-string is the message. */
  @Then(SAYING + "exactly:$")
  public void sayingText(String type, String message) {
    saying(type, message);
  }

  /**
   * For wording that differs between regions: each line of the doc-string is one that the service
   * uses.
   */
  @Then(SAYING + "one of:$")
  public void sayingOneOf(String type, String lines) {
    List<String> expected = world.fill(lines).lines().filter(line -> !line.isBlank()).toList();
    expect(type, String.join("\n or ", expected), expected::contains);
  }

  @Then("it fails with {word} without a message")
  public void withoutMessage(String type) {
    Answer answer = refused(type, "no message");
    if (answer.errorMessage().isPresent()) {
      throw new Divergence("there is a message", type + " without a message", answer.toString());
    }
  }

  /** For where the service's own answer differs between regions: types joined by "or". */
  @Then("^it fails with (\\w+(?: or \\w+)+)$")
  public void failsWithOneOf(String types) {
    Answer answer = world.answer();
    if (answer.succeeded() || !List.of(types.split(" or ")).contains(answer.errorType())) {
      throw new Divergence("it is not refused with " + types, types, answer.toString());
    }
  }

  /** Members of the error beside type and message; more are allowed. */
  @Then("the error contains:")
  public void theErrorContains(String json) {
    Answer answer = world.answer();
    var expected = world.json(json);
    JsonMatch.subset(expected, answer.anyBody())
        .ifPresent(
            difference -> {
              throw new Divergence(difference, expected.toPrettyString(), answer.toString());
            });
  }

  private void expect(String type, String description, Predicate<String> message) {
    Answer answer = refused(type, description);
    String said = answer.errorMessage().orElse("");
    if (!message.test(said)) {
      throw new Divergence("the message differs", description, said);
    }
  }

  private Answer refused(String type, String description) {
    Answer answer = world.answer();
    String expected = type + ": " + description;
    if (answer.succeeded()) {
      throw new Divergence("the call succeeds", expected, answer.toString());
    }
    if (!answer.errorType().equals(type)) {
      throw new Divergence(
          "it fails with " + (answer.errorType().isEmpty() ? "no type" : answer.errorType()),
          expected,
          answer.toString());
    }
    int status =
        switch (type) {
          case "InternalServerError" -> 500;
          case "ServiceUnavailable", "ServiceUnavailableException" -> 503;
          default -> 400;
        };
    if (answer.status() != status) {
      throw new Divergence(
          "the status is " + answer.status(), "status " + status, answer.toString());
    }
    return answer;
  }
}
