package dev.assay.features.workload;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Sees each request that the SDK makes of an operation and how it ended, which the SDK itself does
 * not tell: only that decides whether a failed operation may have been applied.
 */
final class Attempts implements SdkHttpClient {
  /** Carries the operation's name; the proxy's journal keeps it as the exchange's scenario. */
  static final String HEADER = "x-assay-scenario";

  private final SdkHttpClient http;
  private final Map<String, List<Ending>> byOperation = new ConcurrentHashMap<>();

  /** How one request ended. */
  enum Ending {
    /** With an answer that promises that nothing was done. */
    REFUSED,
    /** Before it could reach the store. */
    NOT_SENT,
    /** With success, with an error of the store's own, or without an answer. */
    OPEN
  }

  Attempts(SdkHttpClient http) {
    this.http = http;
  }

  /** The requests made under that name so far; forgotten from then on. */
  List<Ending> take(String operation) {
    List<Ending> endings = byOperation.remove(operation);
    if (endings == null) {
      return List.of();
    }
    synchronized (endings) {
      return List.copyOf(endings);
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    String operation = request.httpRequest().firstMatchingHeader(HEADER).orElse("");
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        List<Ending> endings = byOperation.computeIfAbsent(operation, name -> new ArrayList<>());
        int index = begin(endings);
        try {
          HttpExecuteResponse response = prepared.call();
          int status = response.httpResponse().statusCode();
          end(endings, index, status >= 400 && status < 500 ? Ending.REFUSED : Ending.OPEN);
          return response;
        } catch (IOException | RuntimeException e) {
          end(endings, index, neverLeft(e) ? Ending.NOT_SENT : Ending.OPEN);
          throw e;
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static int begin(List<Ending> endings) {
    synchronized (endings) {
      endings.add(Ending.OPEN);
      return endings.size() - 1;
    }
  }

  private static void end(List<Ending> endings, int index, Ending ending) {
    synchronized (endings) {
      endings.set(index, ending);
    }
  }

  private static boolean neverLeft(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
