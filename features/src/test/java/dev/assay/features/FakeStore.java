package dev.assay.features;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * A store on a real socket that answers what a test tells it to. What is no operation, such as a
 * call of a lever, goes by its method and path.
 */
public final class FakeStore implements AutoCloseable {
  /** What comes back: a status, or no answer at all when it is 0. */
  public record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final List<String> scenarios = new CopyOnWriteArrayList<>();

  /** Answers by operation and body. */
  public FakeStore(BiFunction<String, String, Reply> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, BiFunction<String, String, Reply> answers)
      throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation =
        target == null
            ? exchange.getRequestMethod() + " " + exchange.getRequestURI()
            : target.substring(target.indexOf('.') + 1);
    operations.add(operation);
    scenarios.add(exchange.getRequestHeaders().getFirst("x-assay-scenario"));
    Reply reply = answers.apply(operation, request);
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<String> operations() {
    return operations;
  }

  public List<String> scenarios() {
    return scenarios;
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
  }
}
