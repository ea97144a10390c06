package dev.assay.engine;

import dev.assay.engine.api.Operation;
import dev.assay.engine.control.CreateGlobalTable;
import dev.assay.engine.control.CreateTable;
import dev.assay.engine.control.DeleteResourcePolicy;
import dev.assay.engine.control.DeleteTable;
import dev.assay.engine.control.DescribeContributorInsights;
import dev.assay.engine.control.DescribeEndpoints;
import dev.assay.engine.control.DescribeGlobalTable;
import dev.assay.engine.control.DescribeGlobalTableSettings;
import dev.assay.engine.control.DescribeKinesisStreamingDestination;
import dev.assay.engine.control.DescribeLimits;
import dev.assay.engine.control.DescribeTable;
import dev.assay.engine.control.DescribeTimeToLive;
import dev.assay.engine.control.DisableKinesisStreamingDestination;
import dev.assay.engine.control.EnableKinesisStreamingDestination;
import dev.assay.engine.control.GetResourcePolicy;
import dev.assay.engine.control.ListContributorInsights;
import dev.assay.engine.control.ListGlobalTables;
import dev.assay.engine.control.ListTables;
import dev.assay.engine.control.ListTagsOfResource;
import dev.assay.engine.control.PutResourcePolicy;
import dev.assay.engine.control.TagResource;
import dev.assay.engine.control.UntagResource;
import dev.assay.engine.control.UpdateContributorInsights;
import dev.assay.engine.control.UpdateGlobalTable;
import dev.assay.engine.control.UpdateGlobalTableSettings;
import dev.assay.engine.control.UpdateKinesisStreamingDestination;
import dev.assay.engine.control.UpdateTable;
import dev.assay.engine.control.UpdateTimeToLive;
import dev.assay.engine.item.BatchGetItem;
import dev.assay.engine.item.BatchWriteItem;
import dev.assay.engine.item.DeleteItem;
import dev.assay.engine.item.GetItem;
import dev.assay.engine.item.PutItem;
import dev.assay.engine.item.Query;
import dev.assay.engine.item.Scan;
import dev.assay.engine.item.UpdateItem;
import dev.assay.engine.partiql.BatchExecuteStatement;
import dev.assay.engine.partiql.ExecuteStatement;
import dev.assay.engine.partiql.ExecuteTransaction;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.recovery.api.RecoveryOperations;
import dev.assay.engine.scaling.api.DescribeTableReplicaAutoScaling;
import dev.assay.engine.scaling.api.ScalingOperations;
import dev.assay.engine.scaling.api.UpdateTableReplicaAutoScaling;
import dev.assay.engine.stream.api.StreamOperations;
import dev.assay.engine.transact.IdempotencyTokens;
import dev.assay.engine.transact.TransactGetItems;
import dev.assay.engine.transact.TransactWriteItems;
import dev.assay.engine.vector.SearchVectors;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The explicit lists of all operations. Adding one means adding a line here. */
final class Operations {
  private static final String DYNAMODB = "DynamoDB_20120810";

  private Operations() {}

  /**
   * @param tokens restores what is known of the tokens of transactions
   */
  static Map<String, List<Operation>> all(Consumer<IdempotencyTokens> tokens, Recovery recovery) {
    return Map.of(
        DYNAMODB,
        both(
            dynamodb(tokens("TransactWriteItems", tokens), tokens("ExecuteTransaction", tokens)),
            RecoveryOperations.all(recovery)),
        StreamOperations.TARGET_PREFIX,
        StreamOperations.all(),
        ScalingOperations.TARGET_PREFIX,
        ScalingOperations.all());
  }

  private static List<Operation> both(List<Operation> some, List<Operation> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static IdempotencyTokens tokens(String operation, Consumer<IdempotencyTokens> restore) {
    IdempotencyTokens tokens = new IdempotencyTokens(operation);
    restore.accept(tokens);
    return tokens;
  }

  private static List<Operation> dynamodb(
      IdempotencyTokens tokens, IdempotencyTokens statementTokens) {
    return List.of(
        new BatchExecuteStatement(),
        new BatchGetItem(),
        new BatchWriteItem(),
        new CreateTable(),
        new CreateGlobalTable(),
        new DeleteItem(),
        new DeleteResourcePolicy(),
        new DeleteTable(),
        new DescribeContributorInsights(),
        new DescribeEndpoints(),
        new DescribeGlobalTableSettings(),
        new DescribeGlobalTable(),
        new DescribeKinesisStreamingDestination(),
        new DescribeLimits(),
        new DescribeTable(),
        new DescribeTableReplicaAutoScaling(),
        new DescribeTimeToLive(),
        new DisableKinesisStreamingDestination(),
        new EnableKinesisStreamingDestination(),
        new ExecuteStatement(),
        new ExecuteTransaction(statementTokens),
        new GetItem(),
        new GetResourcePolicy(),
        new ListContributorInsights(),
        new ListGlobalTables(),
        new ListTables(),
        new ListTagsOfResource(),
        new PutItem(),
        new PutResourcePolicy(),
        new Query(),
        new Scan(),
        new TagResource(),
        new SearchVectors(),
        new TransactGetItems(),
        new TransactWriteItems(tokens),
        new UntagResource(),
        new UpdateContributorInsights(),
        new UpdateGlobalTableSettings(),
        new UpdateGlobalTable(),
        new UpdateItem(),
        new UpdateKinesisStreamingDestination(),
        new UpdateTable(),
        new UpdateTableReplicaAutoScaling(),
        new UpdateTimeToLive());
  }
}
