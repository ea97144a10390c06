package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.LeverControl;
import dev.assay.features.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The levers that break the store on purpose. Needs {@code @needs:levers}, and then the scenario
 * runs alone; whatever it broke is healed after it.
 */
public final class LeverSteps {
  private static final Pattern ARGUMENT = Pattern.compile("(\\w+) (\"[^\"]*\"|[^ ,]+)");

  private final World world;
  private LeverControl.@Nullable Reply reply;

  public LeverSteps(World world) {
    this.world = world;
  }

  /** Arguments as in {@code with zone "a", state "down"}; the pull must be accepted. */
  @Given("^the lever \"([^\"]+)\" was pulled(?: with (.+))?$")
  public void wasPulled(String lever, @Nullable String arguments) throws TransportException {
    require(world.levers().pull(lever, json(arguments)), "pulling " + lever);
  }

  @Given("the levers were healed")
  public void wereHealed() throws TransportException {
    require(world.levers().heal(), "healing");
  }

  /** Arguments as in {@code with zone "a", state "down"}. */
  @When("^the lever \"([^\"]+)\" is pulled(?: with (.+))?$")
  public void isPulled(String lever, @Nullable String arguments) throws TransportException {
    reply = world.levers().pull(lever, json(arguments));
  }

  @When("the levers are healed")
  public void areHealed() throws TransportException {
    reply = world.levers().heal();
  }

  @When("the levers are listed")
  public void areListed() throws TransportException {
    reply = world.levers().list();
  }

  /** Compared as by "contains". */
  @Then("the levers answer:")
  public void theyAnswer(String json) {
    expect(world.json(json), require(reply(), "the call").body());
  }

  @Then("the levers refuse, saying {string}")
  public void theyRefuse(String sentence) {
    LeverControl.Reply got = reply();
    String said = got.body().path("error").asText();
    if (got.status() != 400 || !said.equals(world.fill(sentence))) {
      throw new Divergence(
          "the levers answer otherwise", "400 " + world.fill(sentence), got.status() + " " + said);
    }
  }

  /** Compared as by "contains". */
  @Then("^the lever \"([^\"]+)\" then shows:$")
  public void theLeverShows(String lever, String json) throws TransportException {
    expect(
        world.json(json),
        require(world.levers().look(lever), "looking at " + lever).body().path("state"));
  }

  private LeverControl.Reply reply() {
    return Optional.ofNullable(reply)
        .orElseThrow(() -> new IllegalStateException("no lever was pulled yet"));
  }

  private static LeverControl.Reply require(LeverControl.Reply got, String what) {
    if (!got.succeeded()) {
      throw new Divergence(
          what + " is refused", "HTTP 200", got.status() + " " + Json.pretty(got.body()));
    }
    return got;
  }

  private static void expect(JsonNode expected, JsonNode actual) {
    JsonMatch.subset(expected, actual)
        .ifPresent(
            difference -> {
              throw new Divergence(difference, Json.pretty(expected), Json.pretty(actual));
            });
  }

  private String json(@Nullable String arguments) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    if (arguments != null) {
      Matcher each = ARGUMENT.matcher(world.fill(arguments));
      while (each.find()) {
        members.set(each.group(1), Json.parse(each.group(2)));
      }
      if (members.isEmpty()) {
        throw new IllegalArgumentException(
            "arguments are written as in: zone \"a\", state \"down\"; was " + arguments);
      }
    }
    return members.toString();
  }
}
