package dev.assay.engine.fuzz;

import dev.assay.engine.fuzz.SeedRequests.Seed;
import java.util.ArrayList;
import java.util.List;

/** The same for what goes beyond one table in one region: replicas, recovery and scaling. */
final class SeedRequestsAcross {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/fuzz-a";
  private static final String TABLE = "'TableName':'fuzz-a'";
  private static final String BACKUP = "'" + ARN + "/backup/01489602797149-73d8d5bc'";
  private static final String SCALED =
      "'ServiceNamespace':'dynamodb','ResourceId':'table/fuzz-p',"
          + "'ScalableDimension':'dynamodb:table:WriteCapacityUnits'";

  private SeedRequestsAcross() {}

  static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    replicas(seeds);
    recovery(seeds);
    objects(seeds);
    scaling(seeds);
    return seeds;
  }

  private static void replicas(List<Seed> seeds) {
    String globalKeys =
        "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],";
    add(
        seeds,
        "CreateTable",
        "{'TableName':'fuzz-g',"
            + globalKeys
            + "'BillingMode':'PAY_PER_REQUEST','StreamSpecification':{'StreamEnabled':true,"
            + "'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
    add(
        seeds,
        "UpdateTable",
        "{'TableName':'fuzz-g','ReplicaUpdates':[{'Create':{'RegionName':'us-east-2',"
            + "'TableClassOverride':'STANDARD','GlobalSecondaryIndexes':[]}}]}");
    add(seeds, "PutItem", "{'TableName':'fuzz-g','Item':{'pk':{'S':'a'},'n':{'N':'1'}}}");
    add(
        seeds,
        "UpdateTable",
        "{'TableName':'fuzz-g','ReplicaUpdates':[{'Delete':{'RegionName':'us-east-2'}}]}");
    add(
        seeds,
        "CreateTable",
        "{'TableName':'fuzz-s'," + globalKeys + "'BillingMode':'PAY_PER_REQUEST'}");
    add(
        seeds,
        "UpdateTable",
        "{'TableName':'fuzz-s','MultiRegionConsistency':'STRONG','ReplicaUpdates':["
            + "{'Create':{'RegionName':'us-east-2'}}],'GlobalTableWitnessUpdates':["
            + "{'Create':{'RegionName':'us-west-2'}}]}");
    add(seeds, "PutItem", "{'TableName':'fuzz-s','Item':{'pk':{'S':'a'}}}");
    add(
        seeds,
        "CreateGlobalTable",
        "{'GlobalTableName':'fuzz-o','ReplicationGroup':[{'RegionName':'us-east-1'},"
            + "{'RegionName':'us-east-2'}]}");
    add(
        seeds,
        "UpdateGlobalTable",
        "{'GlobalTableName':'fuzz-o','ReplicaUpdates':[{'Create':{'RegionName':'us-west-2'}}]}");
    add(seeds, "DescribeGlobalTable", "{'GlobalTableName':'fuzz-o'}");
    add(seeds, "DescribeGlobalTableSettings", "{'GlobalTableName':'fuzz-o'}");
    add(seeds, "ListGlobalTables", "{'Limit':3,'RegionName':'us-east-1'}");
    add(
        seeds,
        "UpdateGlobalTableSettings",
        "{'GlobalTableName':'fuzz-o','GlobalTableProvisionedWriteCapacityUnits':5,"
            + "'ReplicaSettingsUpdate':[{'RegionName':'us-east-2',"
            + "'ReplicaProvisionedReadCapacityUnits':7}]}");
    add(
        seeds,
        "UpdateTableReplicaAutoScaling",
        "{"
            + TABLE
            + ",'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':1,'MaximumUnits':9,"
            + "'ScalingPolicyUpdate':{'TargetTrackingScalingPolicyConfiguration':{'TargetValue':70}}}}");
  }

  private static void recovery(List<Seed> seeds) {
    String enabled = "'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':7";
    add(
        seeds,
        "UpdateContinuousBackups",
        "{" + TABLE + ",'PointInTimeRecoverySpecification':{" + enabled + "}}");
    add(seeds, "DescribeContinuousBackups", "{" + TABLE + "}");
    String overrides =
        ",'BillingModeOverride':'PROVISIONED','ProvisionedThroughputOverride':{"
            + "'ReadCapacityUnits':1,'WriteCapacityUnits':1},'GlobalSecondaryIndexOverride':[],"
            + "'SSESpecificationOverride':{'Enabled':false}}";
    add(
        seeds,
        "RestoreTableToPointInTime",
        "{'SourceTableName':'fuzz-a','TargetTableName':'fuzz-r','UseLatestRestorableTime':true"
            + overrides);
    add(
        seeds,
        "RestoreTableToPointInTime",
        "{'SourceTableArn':'" + ARN + "','TargetTableName':'fuzz-q','RestoreDateTime':1.7674e9}");
    add(seeds, "CreateBackup", "{" + TABLE + ",'BackupName':'fuzz-backup'}");
    add(seeds, "DescribeBackup", "{'BackupArn':" + BACKUP + "}");
    add(seeds, "DeleteBackup", "{'BackupArn':" + BACKUP + "}");
    add(
        seeds,
        "RestoreTableFromBackup",
        "{'TargetTableName':'fuzz-b','BackupArn':" + BACKUP + overrides);
    add(
        seeds,
        "ListBackups",
        "{"
            + TABLE
            + ",'Limit':2,'TimeRangeLowerBound':1,'TimeRangeUpperBound':1.9e9,'BackupType':'ALL',"
            + "'ExclusiveStartBackupArn':"
            + BACKUP
            + "}");
  }

  private static void objects(List<Seed> seeds) {
    add(
        seeds,
        "ExportTableToPointInTime",
        "{'TableArn':'"
            + ARN
            + "','S3Bucket':'fuzz','S3Prefix':'p','ExportFormat':'ION','ExportType':'INCREMENTAL_EXPORT',"
            + "'IncrementalExportSpecification':{'ExportFromTime':1,'ExportToTime':1000,"
            + "'ExportViewType':'NEW_IMAGE'}}");
    add(seeds, "DescribeExport", "{'ExportArn':'" + ARN + "/export/01489602797149-73d8d5bc'}");
    add(seeds, "ListExports", "{'TableArn':'" + ARN + "','MaxResults':2,'NextToken':'n'}");
    add(
        seeds,
        "ImportTable",
        "{'ClientToken':'t','S3BucketSource':{'S3Bucket':'fuzz','S3KeyPrefix':'p'},"
            + "'InputFormat':'CSV','InputFormatOptions':{'Csv':{'Delimiter':';','HeaderList':['pk']}},"
            + "'InputCompressionType':'GZIP','TableCreationParameters':{'TableName':'fuzz-i',"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'AttributeDefinitions':["
            + "{'AttributeName':'pk','AttributeType':'S'}],'BillingMode':'PAY_PER_REQUEST'}}");
    add(seeds, "DescribeImport", "{'ImportArn':'" + ARN + "/import/01489602797149-73d8d5bc'}");
    add(seeds, "ListImports", "{'TableArn':'" + ARN + "','PageSize':2,'NextToken':'n'}");
  }

  private static void scaling(List<Seed> seeds) {
    add(
        seeds,
        "CreateTable",
        "{'TableName':'fuzz-p','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}");
    addScaling(
        seeds, "RegisterScalableTarget", "{" + SCALED + ",'MinCapacity':1,'MaxCapacity':10}");
    addScaling(
        seeds,
        "PutScalingPolicy",
        "{"
            + SCALED
            + ",'PolicyName':'p','PolicyType':'TargetTrackingScaling',"
            + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':70,'ScaleInCooldown':1,"
            + "'PredefinedMetricSpecification':{"
            + "'PredefinedMetricType':'DynamoDBWriteCapacityUtilization'}}}");
    String namespace = "{'ServiceNamespace':'dynamodb','MaxResults':2}";
    addScaling(seeds, "DescribeScalableTargets", namespace);
    addScaling(seeds, "DescribeScalingPolicies", namespace);
    addScaling(seeds, "DeleteScalingPolicy", "{" + SCALED + ",'PolicyName':'p'}");
    addScaling(seeds, "DeregisterScalableTarget", "{" + SCALED + "}");
  }

  private static void add(List<Seed> seeds, String operation, String body) {
    seeds.add(new Seed("DynamoDB_20120810." + operation, body.replace('\'', '"')));
  }

  private static void addScaling(List<Seed> seeds, String operation, String body) {
    seeds.add(new Seed("AnyScaleFrontendService." + operation, body.replace('\'', '"')));
  }
}
