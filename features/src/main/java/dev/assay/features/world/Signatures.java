package dev.assay.features.world;

import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Signer;
import java.time.Clock;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs a request in the way that a scenario asks for. */
final class Signatures {
  private Signatures() {}

  static HttpMessage.Request sign(HttpMessage.Request request, Signing how, Signer signer) {
    String region = signer.region();
    return switch (how) {
      case Signing.Proper() -> signer.sign(request);
      case Signing.None() -> request;
      case Signing.WrongSecret() ->
          new Signer(
                  () ->
                      AwsCredentialsIdentity.create(
                          signer.credentials().get().accessKeyId(), "not-the-secret"),
                  region,
                  signer.clock())
              .sign(request);
      case Signing.UnknownKey() ->
          new Signer(
                  () -> AwsCredentialsIdentity.create("AKIAASSAYUNKNOWN0000", "whatever"),
                  region,
                  signer.clock())
              .sign(request);
      case Signing.Dated(var offset) ->
          new Signer(signer.credentials(), region, Clock.offset(signer.clock(), offset))
              .sign(request);
    };
  }
}
