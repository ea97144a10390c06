package dev.assay.proxy;

import dev.assay.fault.Origin;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.Upstream;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a connection and the head of a request tell the rules. */
final class HeadFacts {
  /** As in {@code Credential=AKID/20260101/us-east-1/dynamodb/aws4_request}. */
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,\\s]+)/[0-9]+/([^/,\\s]+)/");

  private HeadFacts() {}

  static RequestFacts of(
      HttpRequest request, Channel client, Optional<dev.assay.proxy.route.Upstream> route) {
    Origin connection = ofConnection(client);
    String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
    boolean signed = scope.find();
    return RequestFacts.ofHead(
        ExchangeNotes.operationOf(request),
        new Origin(
            signed ? scope.group(1) : "",
            signed ? scope.group(2) : "",
            connection.address(),
            connection.port()),
        route
            .map(chosen -> new Upstream(chosen.name(), chosen.region(), chosen.az()))
            .orElse(Upstream.UNKNOWN));
  }

  /** What is known before there is a request. */
  static Origin ofConnection(Channel client) {
    return client.remoteAddress() instanceof InetSocketAddress remote
        ? new Origin("", "", address(remote), remote.getPort())
        : Origin.UNKNOWN;
  }

  private static String address(InetSocketAddress remote) {
    InetAddress resolved = remote.getAddress();
    return resolved == null ? remote.getHostString() : resolved.getHostAddress();
  }
}
