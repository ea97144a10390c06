package dev.assay.features.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Lets the AWS SDK speak through {@link Wire}, so that its exchanges leave the same evidence as raw
 * ones.
 */
public final class SdkTransport implements SdkHttpClient {
  private final Function<HttpMessage.Request, HttpMessage.Request> outgoing;
  private final Sender sender;
  private final BiConsumer<HttpMessage.Request, HttpMessage.Response> answered;

  /** Whatever sends a request and returns its response. */
  public interface Sender {
    HttpMessage.Response send(HttpMessage.Request request) throws TransportException;
  }

  /**
   * @param outgoing what is done to each signed request before it leaves
   * @param answered told of each request that got its response
   */
  public SdkTransport(
      Function<HttpMessage.Request, HttpMessage.Request> outgoing,
      Sender sender,
      BiConsumer<HttpMessage.Request, HttpMessage.Response> answered) {
    this.outgoing = outgoing;
    this.sender = sender;
    this.answered = answered;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest execute) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpMessage.Request request = outgoing.apply(read(execute));
        HttpMessage.Response response = sender.send(request);
        answered.accept(request, response);
        return toSdk(response);
      }

      @Override
      public void abort() {
        // The wire's own deadline ends an exchange; nothing here outlives the call.
      }
    };
  }

  private static HttpMessage.Request read(HttpExecuteRequest execute) throws IOException {
    Body body = Body.empty();
    if (execute.contentStreamProvider().isPresent()) {
      try (InputStream stream = execute.contentStreamProvider().get().newStream()) {
        body = Body.of(stream.readAllBytes());
      }
    }
    return new HttpMessage.Request(
        execute.httpRequest().method().name(),
        execute.httpRequest().getUri(),
        new Headers(execute.httpRequest().headers()),
        body);
  }

  private static HttpExecuteResponse toSdk(HttpMessage.Response response) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(response.status())
                .headers(response.headers().values())
                .build())
        .responseBody(
            AbortableInputStream.create(new ByteArrayInputStream(response.body().bytes())))
        .build();
  }

  @Override
  public String clientName() {
    return "assay";
  }

  @Override
  public void close() {
    // The wire belongs to the run, not to one client.
  }
}
