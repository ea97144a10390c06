package dev.assay.features.workload;

import dev.assay.features.poll.Poll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateReplicationGroupMemberAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** The one table of a run, in each of its regions. */
record RunTable(
    String name,
    Clients clients,
    List<Place> places,
    boolean strongRegions,
    Poll poll,
    Duration patience) {
  static final String KEY = "pk";

  /** Makes it, replicates it to the regions of all places, and waits until all can be used. */
  void create(boolean stream) throws WorkloadException {
    Map<String, Place> regions = new LinkedHashMap<>();
    places.forEach(place -> regions.putIfAbsent(place.region(), place));
    Place first = places.getFirst();
    try {
      make(first, request(stream || regions.size() > 1));
      awaitActive(first);
      List<Place> further =
          regions.values().stream()
              .filter(place -> !place.region().equals(first.region()))
              .toList();
      if (strongRegions) {
        // All replicas of a strongly consistent table come at once, while it is empty.
        replicate(first, further);
      } else {
        for (Place place : further) {
          replicate(first, List.of(place));
        }
      }
      for (Place place : places) {
        awaitActive(place);
      }
    } catch (SdkException e) {
      throw new WorkloadException("the table " + name + " cannot be made: " + e.getMessage(), e);
    }
  }

  private void make(Place first, CreateTableRequest request) {
    try {
      clients.admin(first).createTable(request);
    } catch (ResourceInUseException e) {
      // The name is this run's own: an attempt without an answer has made it.
    }
  }

  private CreateTableRequest request(boolean stream) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName(KEY)
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build());
    if (stream) {
      request.streamSpecification(
          s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES));
    }
    return request.build();
  }

  private void replicate(Place first, List<Place> further) throws WorkloadException {
    List<ReplicationGroupUpdate> updates =
        further.stream()
            .map(
                place ->
                    ReplicationGroupUpdate.builder()
                        .create(
                            CreateReplicationGroupMemberAction.builder()
                                .regionName(place.region())
                                .build())
                        .build())
            .toList();
    clients
        .admin(first)
        .updateTable(
            u -> {
              u.tableName(name).replicaUpdates(updates);
              if (strongRegions) {
                u.multiRegionConsistency(MultiRegionConsistency.STRONG);
              }
            });
    awaitActive(first);
  }

  private void awaitActive(Place place) throws WorkloadException {
    DynamoDbClient sdk = clients.admin(place);
    Optional<Boolean> active =
        poll.until(
            patience,
            () -> {
              try {
                TableStatus status =
                    sdk.describeTable(d -> d.tableName(name)).table().tableStatus();
                return status == TableStatus.ACTIVE ? Optional.of(true) : Optional.empty();
              } catch (ResourceNotFoundException e) {
                return Optional.empty();
              }
            });
    if (active.isEmpty()) {
      throw new WorkloadException(
          "the table %s did not become ACTIVE at %s within %d s"
              .formatted(name, place.name(), patience.toSeconds()),
          new IllegalStateException("not ACTIVE"));
    }
  }

  /**
   * Deletes a table in all regions, the first one last: replicas were made from it. Whether it is
   * gone, or on its way.
   */
  boolean delete(String table, List<Place> everywhere) {
    Map<String, Place> regions = new LinkedHashMap<>();
    everywhere.forEach(place -> regions.putIfAbsent(place.region(), place));
    if (strongRegions) {
      return poll.until(patience, () -> tryDissolve(table, List.copyOf(regions.values())))
          .orElse(false);
    }
    boolean gone = true;
    for (Place place : List.copyOf(regions.values()).reversed()) {
      gone &= poll.until(patience, () -> tryDelete(table, place)).orElse(false);
    }
    return gone;
  }

  /** A strongly consistent table gives up all its other replicas at once, or none. */
  private Optional<Boolean> tryDissolve(String table, List<Place> regions) {
    List<ReplicationGroupUpdate> updates =
        regions.stream()
            .skip(1)
            .map(
                place -> ReplicationGroupUpdate.builder().delete(d -> d.regionName(place.region())))
            .map(ReplicationGroupUpdate.Builder::build)
            .toList();
    try {
      clients
          .admin(regions.getFirst())
          .updateTable(u -> u.tableName(table).replicaUpdates(updates));
    } catch (SdkException e) {
      // It has none, or an earlier attempt took them away: the deletion tells.
    }
    return tryDelete(table, regions.getFirst());
  }

  private Optional<Boolean> tryDelete(String table, Place place) {
    try {
      clients.admin(place).deleteTable(d -> d.tableName(table));
      return Optional.of(true);
    } catch (ResourceNotFoundException e) {
      return Optional.of(true);
    } catch (SdkException e) {
      return Optional.empty();
    }
  }
}
