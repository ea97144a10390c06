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

  private Optional<String> ask(Need need) throws TransportException {
    return switch (need) {
      case AUTH -> acceptsForgery();
      case LEVERS -> Optional.of("the run knows no lever URL");
      case MULTI_REGION -> Optional.of("the run does not know the endpoints of three regions");
      case PROXY -> Optional.of("the run does not go through the fault proxy");
      case APPLICATION_AUTO_SCALING ->
          declines("DescribeScalableTargets", "{\"ServiceNamespace\":\"dynamodb\"}");
      case AUTO_SCALING -> declines("DescribeTableReplicaAutoScaling", TABLE);
      case BACKUPS -> declines("ListBackups", "{}");
      case BULK -> declines("ListBulkOperations", "{}");
      case CONTRIBUTOR_INSIGHTS -> declines("ListContributorInsights", "{}");
      case ENDPOINTS -> declines("DescribeEndpoints", "{}");
      case EXPORT -> declines("ListExports", "{}");
      case GLOBAL_TABLES -> declines("ListGlobalTables", "{}");
      case IMPORT -> declines("ListImports", "{}");
      case KINESIS -> declines("DescribeKinesisStreamingDestination", TABLE);
      case LIMITS -> declines("DescribeLimits", "{}");
      case PARTIQL ->
          declines(
              "ExecuteStatement", "{\"Statement\":\"SELECT * FROM \\\"assay-no-such-table\\\"\"}");
      case PITR -> declines("DescribeContinuousBackups", TABLE);
      case RESOURCE_POLICY -> declines("GetResourcePolicy", "{\"ResourceArn\":\"" + ARN + "\"}");
      case STREAMS -> declines("ListStreams", "{}");
      case TAGS -> declines("ListTagsOfResource", "{\"ResourceArn\":\"" + ARN + "\"}");
      case THROTTLING -> throttling.ask(client);
      case TRANSACTIONS ->
          declines(
              "TransactGetItems",
              "{\"TransactItems\":[{\"Get\":{\"TableName\":\"assay-no-such-table\",\"Key\":{\"pk\":{\"S\":\"a\"}}}}]}");
      case TTL -> declines("DescribeTimeToLive", TABLE);
      case VECTORS -> declines("SearchVectors", "{}");
    };
  }

  private static final String TABLE = "{\"TableName\":\"assay-no-such-table\"}";
  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:123456789012:table/assay-no-such-table";

  private Optional<String> declines(String operation, String body) throws TransportException {
    return Declined.by(client.call(new Operation(operation), body))
        .map(words -> "asked for " + operation + ", " + words);
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
