package dev.assay.features.catalogue;

import java.util.Set;

/**
 * The operations that a scenario may be about: those of the service's model, and the wire and the
 * levers themselves.
 */
final class Operations {
  /** For what is true of every request, whatever its operation. */
  static final String WIRE = "Wire";

  /** For what breaks a store on purpose, itself. */
  static final String LEVERS = "Levers";

  static final Set<String> KNOWN =
      Set.of(
          WIRE,
          LEVERS,
          "BatchExecuteStatement",
          "BatchGetItem",
          "BatchWriteItem",
          "CancelBulkOperation",
          "CreateBackup",
          "CreateGlobalTable",
          "CreateTable",
          "DeleteBackup",
          "DeleteItem",
          "DeleteResourcePolicy",
          "DeleteTable",
          "DescribeBackup",
          "DescribeBulkOperation",
          "DescribeContinuousBackups",
          "DescribeContributorInsights",
          "DescribeEndpoints",
          "DescribeExport",
          "DescribeGlobalTable",
          "DescribeGlobalTableSettings",
          "DescribeImport",
          "DescribeKinesisStreamingDestination",
          "DescribeLimits",
          "DescribeTable",
          "DescribeTableReplicaAutoScaling",
          "DescribeTimeToLive",
          "DisableKinesisStreamingDestination",
          "EnableKinesisStreamingDestination",
          "ExecuteStatement",
          "ExecuteTransaction",
          "ExportTableToPointInTime",
          "GetItem",
          "GetResourcePolicy",
          "ImportTable",
          "ListBackups",
          "ListBulkOperations",
          "ListContributorInsights",
          "ListExports",
          "ListGlobalTables",
          "ListImports",
          "ListTables",
          "ListTagsOfResource",
          "PutItem",
          "PutResourcePolicy",
          "Query",
          "RestoreTableFromBackup",
          "RestoreTableToPointInTime",
          "Scan",
          "SearchVectors",
          "StartBulkPutItems",
          "TagResource",
          "TransactGetItems",
          "TransactWriteItems",
          "UntagResource",
          "UpdateContinuousBackups",
          "UpdateContributorInsights",
          "UpdateGlobalTable",
          "UpdateGlobalTableSettings",
          "UpdateItem",
          "UpdateKinesisStreamingDestination",
          "UpdateTable",
          "UpdateTableReplicaAutoScaling",
          "UpdateTimeToLive",
          "DeleteScalingPolicy",
          "DeregisterScalableTarget",
          "DescribeScalableTargets",
          "DescribeScalingActivities",
          "DescribeScalingPolicies",
          "PutScalingPolicy",
          "RegisterScalableTarget",
          "DescribeStream",
          "GetRecords",
          "GetShardIterator",
          "ListStreams");

  private Operations() {}
}
