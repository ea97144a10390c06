package dev.assay.proxy.sign;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Takes a client's signature away and puts the upstream's in its place. Nothing of the client's is
 * checked: whoever reaches the proxy acts with the upstream's credentials.
 *
 * <p>The body is signed whole, whatever the client did: DynamoDB's protocol has no streaming
 * bodies, so an aws-chunked one is unpacked, and one that the client left unsigned gets signed.
 */
public final class Resigner {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final String SERVICE = "dynamodb";
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String CHUNKED = "aws-chunked";

  /** Headers of a signature, or of the framing that it was made over. */
  private static final List<String> OF_THE_CLIENT =
      List.of(
          "Authorization",
          "X-Amz-Date",
          "Date",
          "X-Amz-Security-Token",
          "X-Amz-Content-Sha256",
          "X-Amz-Decoded-Content-Length",
          "X-Amz-Trailer",
          "X-Amz-Region-Set",
          "Host",
          "Content-Length",
          "Transfer-Encoding");

  private final Resigning resigning;
  private final Clock clock;

  /**
   * @param clock what signatures are dated by; the service refuses those that are five minutes off
   */
  public Resigner(Resigning resigning, Clock clock) {
    this.resigning = resigning;
    this.clock = clock;
  }

  /**
   * The request as the upstream wants it.
   *
   * @param head the client's, free of headers about its connection
   * @param body whole, and left to the caller
   * @param upstream scheme, host and port
   * @param upstreamRegion the empty string when it does not say
   */
  public FullHttpRequest sign(HttpRequest head, ByteBuf body, URI upstream, String upstreamRegion)
      throws SigningException {
    byte[] payload = payload(head.headers(), body);
    HttpHeaders kept = head.headers().copy();
    OF_THE_CLIENT.forEach(kept::remove);
    dropChunkedCoding(kept);
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .uri(upstream.resolve(head.uri().startsWith("/") ? head.uri() : "/"))
            .method(SdkHttpMethod.fromValue(head.method().name()));
    Set<String> names = kept.names();
    names.forEach(name -> unsigned.putHeader(name, kept.getAll(name)));
    SignedRequest signed;
    try {
      AwsCredentialsIdentity identity = resigning.credentials().get();
      signed =
          SIGNER.sign(
              r ->
                  r.identity(identity)
                      .request(unsigned.build())
                      .payload(ContentStreamProvider.fromByteArray(payload))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                      .putProperty(
                          AwsV4HttpSigner.REGION_NAME, region(head.headers(), upstreamRegion))
                      .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    } catch (RuntimeException e) {
      throw new SigningException("the credentials cannot be had: " + e.getMessage(), e);
    }
    return request(head, signed.request().headers(), payload);
  }

  private static FullHttpRequest request(
      HttpRequest head, Map<String, List<String>> headers, byte[] payload) {
    HttpHeaders written = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    headers.forEach(written::set);
    written.set(HttpHeaderNames.CONTENT_LENGTH, payload.length);
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1,
        head.method(),
        head.uri(),
        Unpooled.wrappedBuffer(payload),
        written,
        DefaultHttpHeadersFactory.trailersFactory().newHeaders());
  }

  private String region(HttpHeaders client, String upstreamRegion) {
    return Stream.of(resigning.region().orElse(""), upstreamRegion, SignedScope.region(client))
        .filter(region -> !region.isEmpty())
        .findFirst()
        .orElse(DEFAULT_REGION);
  }

  private static byte[] payload(HttpHeaders headers, ByteBuf body) throws SigningException {
    String digest = headers.get("x-amz-content-sha256", "");
    boolean chunked =
        digest.startsWith("STREAMING-")
            || headers
                .get(HttpHeaderNames.CONTENT_ENCODING, "")
                .toLowerCase(Locale.ROOT)
                .contains(CHUNKED);
    return chunked ? AwsChunked.decode(body) : ByteBufUtil.getBytes(body);
  }

  private static void dropChunkedCoding(HttpHeaders headers) {
    String codings = headers.get(HttpHeaderNames.CONTENT_ENCODING);
    if (codings == null) {
      return;
    }
    String others =
        Arrays.stream(codings.split(","))
            .map(String::strip)
            .filter(coding -> !coding.equalsIgnoreCase(CHUNKED))
            .collect(Collectors.joining(","));
    if (others.isEmpty()) {
      headers.remove(HttpHeaderNames.CONTENT_ENCODING);
    } else {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, others);
    }
  }
}
