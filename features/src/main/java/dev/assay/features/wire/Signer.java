package dev.assay.features.wire;

import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests with Signature Version 4, as the service wants them.
 *
 * @param credentials asked for at each signature, because they may expire
 * @param clock what the signature is dated by; a wrong one makes a wrong signature
 */
public record Signer(Supplier<AwsCredentialsIdentity> credentials, String region, Clock clock) {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private static String service(HttpMessage.Request request) {
    boolean scaling =
        request
            .headers()
            .first("X-Amz-Target")
            .filter(target -> Operation.ofTarget(target).ofScaling())
            .isPresent();
    return scaling ? "application-autoscaling" : "dynamodb";
  }

  /** The request with its date, authorization and, where there is one, session token. */
  public HttpMessage.Request sign(HttpMessage.Request request) {
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .uri(request.uri())
            .method(SdkHttpMethod.fromValue(request.method()));
    request.headers().values().forEach(unsigned::putHeader);
    SignedRequest signed =
        SIGNER.sign(
            r ->
                r.identity(credentials.get())
                    .request(unsigned.build())
                    .payload(ContentStreamProvider.fromByteArray(request.body().bytes()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service(request))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    return request.with(new Headers(signed.request().headers()));
  }
}
