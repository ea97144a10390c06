package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.features.notation.Divergence;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.World;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Calls that may get no answer, and connections that may not come about. */
public final class FaultSteps {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final World world;
  private Optional<IOException> failure = Optional.empty();
  private boolean called;
  private @Nullable Socket connection;

  public FaultSteps(World world) {
    this.world = world;
  }

  @Given("the SDK retries as it does by itself")
  public void theSdkRetries() {
    world.letTheSdkRetry();
  }

  @Given("the region that requests are signed for is saved as {string}")
  public void regionIsSaved(String name) {
    world.save(name, JsonNodeFactory.instance.textNode(world.endpoint().region()));
  }

  /** A call that ends without an answer is no error of the scenario. */
  @When("{word} is called, answered or not, with:")
  public void isCalled(String operation, String body) {
    called = true;
    try {
      world.call(operation, world.fill(body));
    } catch (TransportException e) {
      failure = Optional.of(e);
    }
  }

  @Then("no whole answer comes")
  public void noWholeAnswer() {
    if (!called || failure.isEmpty()) {
      throw new Divergence("the call is answered", "no whole answer", world.answer().toString());
    }
  }

  /** The first rule of the scenario is removed as soon as the call suffers it. */
  @When("{word} waits for the proxy rule to be removed, called with:")
  public void waitsForRemoval(String operation, String body)
      throws TransportException, InterruptedException {
    try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      String filled = world.fill(body);
      Future<?> pending = caller.submit(() -> world.call(operation, filled));
      Poll poll = world.poll();
      boolean suffers =
          poll.until(
                  DEADLINE,
                  () -> Optional.of(world.proxy().rule()).filter(r -> r.path("active").asInt() > 0))
              .isPresent();
      boolean waited = suffers && !pending.isDone();
      world.proxy().removeRules();
      called = true;
      await(pending);
      if (!waited) {
        throw new Divergence("the call does not wait", "a call that waits", "one that does not");
      }
    }
  }

  /** A call that ends without an answer is no error of the scenario. */
  private void await(Future<?> pending) throws InterruptedException {
    try {
      pending.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TransportException transport)) {
        throw new IllegalStateException(e.getCause());
      }
      failure = Optional.of(transport);
    }
  }

  /** Its address and port are known before it is opened, so that a rule can name it. */
  @Given("a connection that is not open yet, whose address is saved as {string}")
  public void aConnection(String name) throws IOException {
    Socket socket = new Socket();
    connection = socket;
    socket.setSoTimeout((int) DEADLINE.toMillis());
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    world.save(name, JsonNodeFactory.instance.textNode("127.0.0.1:" + socket.getLocalPort()));
  }

  @When("that connection is opened and asks for {string}")
  public void isOpened(String path) {
    attempt(
        socket -> {
          socket
              .getOutputStream()
              .write(
                  ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
          if (socket.getInputStream().read() < 0) {
            throw new IOException("the connection ended without an answer");
          }
        });
  }

  @When("that connection is opened and begins TLS")
  public void beginsTls() {
    attempt(
        socket -> {
          SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
          try (SSLSocket tls =
              (SSLSocket) factory.createSocket(socket, "localhost", socket.getPort(), true)) {
            tls.startHandshake();
          }
        });
  }

  private interface Use {
    void of(Socket socket) throws IOException;
  }

  /** The proxy of a run is on this machine. */
  private void attempt(Use use) {
    called = true;
    Socket socket = connection;
    if (socket == null) {
      throw new IllegalStateException("there is no connection");
    }
    URI proxy = world.endpoint().uri();
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getPort()));
      use.of(socket);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  @Then("it fails because of something like {string}")
  public void failsBecause(String regex) {
    String said = failure.map(IOException::toString).orElse("no failure");
    if (!called || !said.matches("(?s).*(?:" + regex + ").*")) {
      throw new Divergence("the connection fails otherwise", "/" + regex + "/", said);
    }
  }

  @Then("the proxy rule has fired {int} time(s)")
  public void hasFired(int times) throws TransportException {
    JsonNode rule = world.proxy().rule();
    if (rule.path("fired").asInt() != times) {
      throw new Divergence(
          "the rule fired " + rule.path("fired").asInt() + " times",
          times + " times",
          rule.toString());
    }
  }

  @After
  public void closeConnection() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }
}
