package dev.assay.proxy;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why the store gave no (whole) answer. */
sealed interface UpstreamFailure {

  /** No connection came about: the store saw nothing. */
  record Unreachable(String reason) implements UpstreamFailure {
    static Unreachable of(Throwable cause) {
      return new Unreachable(
          switch (cause) {
            case UnknownHostException e -> "the host name is unknown";
            case io.netty.channel.ConnectTimeoutException e ->
                "no answer to the connection attempt";
            case ConnectException e -> "connection refused";
            case SSLException e -> "TLS handshake failed: " + e.getMessage();
            default -> String.valueOf(cause.getMessage());
          });
    }
  }

  /** The connection ended, or carried something that is not HTTP, before the answer was whole. */
  record BrokeOff(String reason) implements UpstreamFailure {}

  /** No upstream serves the region that the client signed for. */
  record NoUpstream(String region) implements UpstreamFailure {}

  /** The request could not be signed anew. */
  record NotSigned(String reason) implements UpstreamFailure {}
}
