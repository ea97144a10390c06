package dev.assay.features.steps;

import dev.assay.features.notation.Divergence;
import dev.assay.features.wire.Body;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Signing;
import dev.assay.features.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The wire itself: headers, signatures, checksums, bodies that are no requests. */
public final class WireSteps {
  private final World world;

  public WireSteps(World world) {
    this.world = world;
  }

  @Given("the request header {string} is {string}")
  public void headerIs(String name, String value) {
    String filled = world.fill(value);
    world.changeHeaders(headers -> headers.with(name, filled));
  }

  @Given("the request has no header {string}")
  public void noHeader(String name) {
    world.changeHeaders(headers -> headers.without(name));
  }

  @Given("^the request is (not signed|signed with a wrong secret|signed by an unknown key)$")
  public void signed(String how) {
    world.signing(
        switch (how) {
          case "not signed" -> new Signing.None();
          case "signed with a wrong secret" -> new Signing.WrongSecret();
          default -> new Signing.UnknownKey();
        });
  }

  @Given("the request is signed {int} minutes ago")
  public void signedAgo(int minutes) {
    world.signing(new Signing.Dated(Duration.ofMinutes(-minutes)));
  }

  @Given("the request is signed {int} minutes ahead")
  public void signedAhead(int minutes) {
    world.signing(new Signing.Dated(Duration.ofMinutes(minutes)));
  }

  /**
   * The doc-string is method and path, then headers, then after an empty line the body. Date,
   * authorization and what HTTP itself needs are added. The body goes as UTF-8 unless told
   * otherwise: compressed, or as Latin-1, in which every character is one byte.
   */
  @When("^this HTTP request is sent(?: with its body in (gzip|deflate|Latin-1))?:$")
  public void requestIsSent(@Nullable String form, String text) throws TransportException {
    String filled = world.fill(text);
    int blank = filled.indexOf("\n\n");
    String head = blank < 0 ? filled : filled.substring(0, blank);
    String body = blank < 0 ? "" : filled.substring(blank + 2);
    List<String> lines = head.lines().toList();
    String[] start = lines.getFirst().split(" ", 2);
    Headers headers = Headers.none();
    for (String line : lines.subList(1, lines.size())) {
      String[] header = line.split(":\\s*", 2);
      headers = headers.with(header[0], header[1]);
    }
    world.send(
        lines.getFirst(),
        new HttpMessage.Request(
            start[0], world.endpoint().uri().resolve(start[1]), headers, encoded(body, form)));
  }

  private static Body encoded(String text, @Nullable String form) {
    if (form == null) {
      return Body.of(text);
    }
    if (form.equals("Latin-1")) {
      return Body.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed =
        form.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Body.of(bytes.toByteArray());
  }

  @Then("the status is {int}")
  public void theStatusIs(int status) {
    if (world.answer().status() != status) {
      throw new Divergence(
          "the status is " + world.answer().status(),
          "status " + status,
          world.answer().toString());
    }
  }

  @Then("^the response header \"([^\"]+)\" is \"(.*)\"$")
  public void responseHeaderIs(String name, String value) {
    String actual = header(name);
    if (!actual.equals(value)) {
      throw new Divergence("the header " + name + " differs", value, actual);
    }
  }

  @Then("^the response header \"([^\"]+)\" matches \"(.*)\"$")
  public void responseHeaderMatches(String name, String regex) {
    String actual = header(name);
    if (!actual.matches(regex)) {
      throw new Divergence("the header " + name + " does not match", "/" + regex + "/", actual);
    }
  }

  @Then("the response body is {string}")
  public void theBodyIs(String expected) {
    if (!world.answer().text().equals(expected)) {
      throw new Divergence("the body differs", expected, world.answer().text());
    }
  }

  /** The whole error type with its namespace, as on the wire. */
  @Then("the error type on the wire is {string}")
  public void theWireTypeIs(String type) {
    String actual = world.answer().anyBody().path("__type").asText();
    if (!actual.equals(type)) {
      throw new Divergence("the type on the wire differs", type, world.answer().toString());
    }
  }

  @Then("the CRC32 header is that of the body")
  public void theChecksumFits() {
    CRC32 crc = new CRC32();
    crc.update(world.answer().raw().bytes());
    String expected = Long.toString(crc.getValue());
    if (!header("x-amz-crc32").equals(expected)) {
      throw new Divergence("the checksum is not that of the body", expected, header("x-amz-crc32"));
    }
  }

  private String header(String name) {
    return world
        .answer()
        .headers()
        .first(name)
        .orElseThrow(
            () ->
                new Divergence(
                    "the response has no header " + name,
                    name,
                    String.join(", ", world.answer().headers().values().keySet())));
  }
}
