package dev.assay.features.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.wire.Body;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.SdkTransport;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Makes a call through the AWS SDK and keeps what the SDK made of the answer. */
public final class SdkClient {
  /** The member of the answer to a refused call that holds the class of the SDK's exception. */
  public static final String EXCEPTION = "exception";

  private final World world;
  private final String operation;
  private HttpMessage.Response last = new HttpMessage.Response(0, Headers.none(), Body.empty());

  private SdkClient(World world, String operation) {
    this.world = world;
    this.operation = operation;
  }

  /**
   * @param call returns as JSON what the typed response says
   * @throws Divergence when the SDK cannot make sense of the response
   */
  public static void call(World world, String operation, Function<DynamoDbClient, ObjectNode> call)
      throws TransportException {
    new SdkClient(world, operation).call(call);
  }

  private void call(Function<DynamoDbClient, ObjectNode> call) throws TransportException {
    try (DynamoDbClient sdk = open()) {
      ObjectNode result = call.apply(sdk);
      world.answer(Answer.of(operation, last).readAs(result));
    } catch (DynamoDbException e) {
      world.answer(Answer.of(operation, last).readAs(error(e)));
    } catch (SdkClientException e) {
      if (transportFailure(e).isPresent()) {
        throw transportFailure(e).get();
      }
      throw new Divergence(
          "the SDK cannot read the response: " + e.getMessage(),
          "a response that the SDK understands",
          Answer.of(operation, last).toString());
    }
  }

  private static Optional<TransportException> transportFailure(Throwable e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof TransportException transport) {
        return Optional.of(transport);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static ObjectNode error(DynamoDbException e) {
    ObjectNode error =
        JsonNodeFactory.instance.objectNode().put(EXCEPTION, e.getClass().getSimpleName());
    if (e.awsErrorDetails() != null) {
      error.put("__type", e.awsErrorDetails().errorCode());
      error.put("message", e.awsErrorDetails().errorMessage());
    }
    return error;
  }

  private DynamoDbClient open() {
    StoreClient store = world.store();
    return DynamoDbClient.builder()
        .endpointOverride(world.endpoint().uri())
        .region(Region.of(world.endpoint().region()))
        .credentialsProvider(this::credentials)
        .overrideConfiguration(
            o ->
                o.retryStrategy(
                    world.sdkRetries()
                        ? AwsRetryStrategy.standardRetryStrategy()
                        : AwsRetryStrategy.doNotRetry()))
        .httpClient(
            new SdkTransport(
                request -> request, store::send, (request, response) -> last = response))
        .build();
  }

  private AwsCredentials credentials() {
    return toSdk(world.signer().credentials().get());
  }

  private static AwsCredentials toSdk(AwsCredentialsIdentity identity) {
    return identity instanceof AwsSessionCredentialsIdentity session
        ? AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
        : AwsBasicCredentials.create(identity.accessKeyId(), identity.secretAccessKey());
  }
}
