package dev.assay.features.capability;

import dev.assay.features.catalogue.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which operations a store may decline together with their whole capability. A store that declines
 * any other operation diverges.
 */
final class Optionality {
  private static final Map<String, Need> NEEDS =
      Map.ofEntries(
          Map.entry("TransactGetItems", Need.TRANSACTIONS),
          Map.entry("TransactWriteItems", Need.TRANSACTIONS),
          Map.entry("ExecuteStatement", Need.PARTIQL),
          Map.entry("BatchExecuteStatement", Need.PARTIQL),
          Map.entry("ExecuteTransaction", Need.PARTIQL),
          Map.entry("ListStreams", Need.STREAMS),
          Map.entry("DescribeStream", Need.STREAMS),
          Map.entry("GetShardIterator", Need.STREAMS),
          Map.entry("GetRecords", Need.STREAMS),
          Map.entry("DescribeTimeToLive", Need.TTL),
          Map.entry("UpdateTimeToLive", Need.TTL),
          Map.entry("ListTagsOfResource", Need.TAGS),
          Map.entry("TagResource", Need.TAGS),
          Map.entry("UntagResource", Need.TAGS),
          Map.entry("CreateBackup", Need.BACKUPS),
          Map.entry("DeleteBackup", Need.BACKUPS),
          Map.entry("DescribeBackup", Need.BACKUPS),
          Map.entry("ListBackups", Need.BACKUPS),
          Map.entry("RestoreTableFromBackup", Need.BACKUPS),
          Map.entry("DescribeContinuousBackups", Need.PITR),
          Map.entry("UpdateContinuousBackups", Need.PITR),
          Map.entry("RestoreTableToPointInTime", Need.PITR),
          Map.entry("ExportTableToPointInTime", Need.EXPORT),
          Map.entry("DescribeExport", Need.EXPORT),
          Map.entry("ListExports", Need.EXPORT),
          Map.entry("ImportTable", Need.IMPORT),
          Map.entry("DescribeImport", Need.IMPORT),
          Map.entry("ListImports", Need.IMPORT),
          Map.entry("CreateGlobalTable", Need.GLOBAL_TABLES),
          Map.entry("DescribeGlobalTable", Need.GLOBAL_TABLES),
          Map.entry("DescribeGlobalTableSettings", Need.GLOBAL_TABLES),
          Map.entry("ListGlobalTables", Need.GLOBAL_TABLES),
          Map.entry("UpdateGlobalTable", Need.GLOBAL_TABLES),
          Map.entry("UpdateGlobalTableSettings", Need.GLOBAL_TABLES),
          Map.entry("DescribeKinesisStreamingDestination", Need.KINESIS),
          Map.entry("DisableKinesisStreamingDestination", Need.KINESIS),
          Map.entry("EnableKinesisStreamingDestination", Need.KINESIS),
          Map.entry("UpdateKinesisStreamingDestination", Need.KINESIS),
          Map.entry("DescribeContributorInsights", Need.CONTRIBUTOR_INSIGHTS),
          Map.entry("ListContributorInsights", Need.CONTRIBUTOR_INSIGHTS),
          Map.entry("UpdateContributorInsights", Need.CONTRIBUTOR_INSIGHTS),
          Map.entry("GetResourcePolicy", Need.RESOURCE_POLICY),
          Map.entry("PutResourcePolicy", Need.RESOURCE_POLICY),
          Map.entry("DeleteResourcePolicy", Need.RESOURCE_POLICY),
          Map.entry("DescribeTableReplicaAutoScaling", Need.AUTO_SCALING),
          Map.entry("UpdateTableReplicaAutoScaling", Need.AUTO_SCALING),
          Map.entry("DeleteScalingPolicy", Need.APPLICATION_AUTO_SCALING),
          Map.entry("DeregisterScalableTarget", Need.APPLICATION_AUTO_SCALING),
          Map.entry("DescribeScalableTargets", Need.APPLICATION_AUTO_SCALING),
          Map.entry("DescribeScalingActivities", Need.APPLICATION_AUTO_SCALING),
          Map.entry("DescribeScalingPolicies", Need.APPLICATION_AUTO_SCALING),
          Map.entry("PutScalingPolicy", Need.APPLICATION_AUTO_SCALING),
          Map.entry("RegisterScalableTarget", Need.APPLICATION_AUTO_SCALING),
          Map.entry("DescribeLimits", Need.LIMITS),
          Map.entry("DescribeEndpoints", Need.ENDPOINTS),
          Map.entry("SearchVectors", Need.VECTORS),
          Map.entry("StartBulkPutItems", Need.BULK),
          Map.entry("DescribeBulkOperation", Need.BULK),
          Map.entry("ListBulkOperations", Need.BULK),
          Map.entry("CancelBulkOperation", Need.BULK));

  private Optionality() {}

  static Optional<Need> of(String operation) {
    return Optional.ofNullable(NEEDS.get(operation));
  }

  /** The operations of a capability, in the order of the alphabet. */
  static List<String> operations(Need need) {
    return NEEDS.entrySet().stream()
        .filter(entry -> entry.getValue() == need)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
