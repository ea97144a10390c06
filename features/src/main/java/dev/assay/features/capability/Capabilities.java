package dev.assay.features.capability;

import dev.assay.features.catalogue.Need;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What the store under test can do, asked once for each capability and only when a scenario needs
 * it.
 */
public final class Capabilities {
  private final StoreClient client;
  private final ThrottlingProbe throttling;
  private final Set<Need> given;
  private final Map<Need, Optional<String>> known = new EnumMap<>(Need.class);

  /**
   * @param given what the run's own settings provide, such as the proxy
   * @param throttling finds out what no answer to a single request tells
   */
  public Capabilities(StoreClient client, Set<Need> given, ThrottlingProbe throttling) {
    this.client = client;
    this.throttling = throttling;
    this.given = Set.copyOf(given);
  }

  /** Why the store lacks the capability; empty when it has it. */
  public synchronized Optional<String> lacks(Need need) throws TransportException {
    Optional<String> answer = known.get(need);
    if (answer == null) {
      answer = given.contains(need) ? Optional.empty() : ask(need);
      known.put(need, answer);
    }
    return answer;
  }

  /**
   * Whether a store that declines the operation may do so: when it declines all others of the same
   * capability as well.
   */
  public boolean excuse(String operation) throws TransportException {
    Optional<Need> need = Optionality.of(operation);
    return need.isPresent() && lacks(need.get()).isPresent();
  }

  private Optional<String> ask(Need need) throws TransportException {
    return switch (need) {
      case AUTH -> acceptsForgery();
      case LEVERS -> Optional.of("the run knows no lever URL");
      case MULTI_REGION -> Optional.of("the run does not know the endpoints of three regions");
      case PROXY -> Optional.of("the run does not go through the fault proxy");
      case APPLICATION_AUTO_SCALING ->
          declines(need, "DescribeScalableTargets", "{\"ServiceNamespace\":\"dynamodb\"}");
      case AUTO_SCALING -> declines(need, "DescribeTableReplicaAutoScaling", TABLE);
      case BACKUPS -> declines(need, "ListBackups", "{}");
      case BULK -> declines(need, "ListBulkOperations", "{}");
      case CONTRIBUTOR_INSIGHTS -> declines(need, "ListContributorInsights", "{}");
      case ENDPOINTS -> declines(need, "DescribeEndpoints", "{}");
      case EXPORT -> declines(need, "ListExports", "{}");
      case GLOBAL_TABLES -> declines(need, "ListGlobalTables", "{}");
      case IMPORT -> declines(need, "ListImports", "{}");
      case KINESIS -> declines(need, "DescribeKinesisStreamingDestination", TABLE);
      case LIMITS -> declines(need, "DescribeLimits", "{}");
      case PARTIQL ->
          declines(
              need,
              "ExecuteStatement",
              "{\"Statement\":\"SELECT * FROM \\\"assay-no-such-table\\\"\"}");
      case PITR -> declines(need, "DescribeContinuousBackups", TABLE);
      case RESOURCE_POLICY ->
          declines(need, "GetResourcePolicy", "{\"ResourceArn\":\"" + ARN + "\"}");
      case STREAMS -> declines(need, "ListStreams", "{}");
      case TAGS -> declines(need, "ListTagsOfResource", "{\"ResourceArn\":\"" + ARN + "\"}");
      case THROTTLING -> throttling.ask(client);
      case TRANSACTIONS ->
          declines(
              need,
              "TransactGetItems",
              "{\"TransactItems\":[{\"Get\":{\"TableName\":\"assay-no-such-table\",\"Key\":{\"pk\":{\"S\":\"a\"}}}}]}");
      case TTL -> declines(need, "DescribeTimeToLive", TABLE);
      case VECTORS -> declines(need, "SearchVectors", "{}");
    };
  }

  private static final String TABLE = "{\"TableName\":\"assay-no-such-table\"}";
  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:123456789012:table/assay-no-such-table";

  /**
   * Asks for one operation with a request that it understands and, where the store declines that,
   * for all others of the capability with an empty one. Who has one of them has the capability, and
   * what is lacking of it fails.
   */
  private Optional<String> declines(Need need, String operation, String body)
      throws TransportException {
    Optional<String> words = Declined.by(client.call(new Operation(operation), body));
    for (String other : Optionality.operations(need)) {
      if (words.isPresent()
          && !other.equals(operation)
          && Declined.by(client.call(new Operation(other), "{}")).isEmpty()) {
        return Optional.empty();
      }
    }
    return words.map(said -> "asked for " + operation + ", " + said);
  }

  private Optional<String> acceptsForgery() throws TransportException {
    Signer forger =
        new Signer(
            () -> AwsCredentialsIdentity.create("AKIAASSAYFORGERY0000", "forged"),
            client.signer().region(),
            client.signer().clock());
    HttpMessage.Response response =
        client.send(forger.sign(client.request(new Operation("ListTables"), "{}")));
    return response.status() == 200
        ? Optional.of("it accepts requests signed with an invented key")
        : Optional.empty();
  }
}
