package dev.assay.engine.fuzz;

import java.util.ArrayList;
import java.util.List;

/** A valid request, or nearly, of every operation: what the fuzzer starts from. */
final class SeedRequests {
  private static final String KEY = "'Key':{'pk':{'S':'a'},'sk':{'S':'b'}}";
  private static final String TABLE = "'TableName':'fuzz-a'";

  private SeedRequests() {}

  record Seed(String target, String body) {}

  static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    table(seeds);
    items(seeds);
    several(seeds);
    settings(seeds);
    streams(seeds);
    seeds.addAll(SeedRequestsAcross.all());
    return seeds;
  }

  private static void table(List<Seed> seeds) {
    add(
        seeds,
        "CreateTable",
        "{"
            + TABLE
            + ",'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},"
            + "{'AttributeName':'sk','KeyType':'RANGE'}],"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
            + "{'AttributeName':'sk','AttributeType':'S'},"
            + "{'AttributeName':'g','AttributeType':'S'}],'BillingMode':'PAY_PER_REQUEST',"
            + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'},"
            + "'LocalSecondaryIndexes':[{'IndexName':'lsi','KeySchema':["
            + "{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'g','KeyType':'RANGE'}],"
            + "'Projection':{'ProjectionType':'KEYS_ONLY'}}],"
            + "'GlobalSecondaryIndexes':[{'IndexName':'gsi','KeySchema':["
            + "{'AttributeName':'g','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}");
    add(seeds, "DescribeTable", "{" + TABLE + "}");
    add(seeds, "ListTables", "{'Limit':10,'ExclusiveStartTableName':'aaa'}");
    add(
        seeds,
        "UpdateTable",
        "{"
            + TABLE
            + ",'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'}],"
            + "'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'gsi2','KeySchema':["
            + "{'AttributeName':'h','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}}]}");
    add(seeds, "DeleteTable", "{'TableName':'fuzz-none'}");
  }

  private static void items(List<Seed> seeds) {
    add(
        seeds,
        "PutItem",
        "{"
            + TABLE
            + ",'Item':{'pk':{'S':'a'},'sk':{'S':'b'},'g':{'S':'g'},'n':{'N':'1'},"
            + "'l':{'L':[{'N':'1'},{'S':'x'}]},'m':{'M':{'a':{'BOOL':true}}},'ss':{'SS':['a','b']},"
            + "'ns':{'NS':['1','2']},'bs':{'BS':['AA==']},'z':{'NULL':true}},'ConditionExpression':'attribute_not_exists(zz)"
            + " AND #n <> :v',"
            + "'ExpressionAttributeNames':{'#n':'name'},'ExpressionAttributeValues':{':v':{'S':'x'}},"
            + "'ReturnValues':'ALL_OLD','ReturnConsumedCapacity':'INDEXES'}");
    add(
        seeds,
        "PutItem",
        "{"
            + TABLE
            + ",'Item':{'pk':{'S':'a'},'sk':{'S':'c'}},"
            + "'Expected':{'x':{'Exists':false},'y':{'ComparisonOperator':'NULL'}},"
            + "'ConditionalOperator':'AND'}");
    add(
        seeds,
        "GetItem",
        "{"
            + TABLE
            + ","
            + KEY
            + ",'ConsistentRead':true,'ProjectionExpression':'#n, l[0], m.a',"
            + "'ExpressionAttributeNames':{'#n':'name'},'ReturnConsumedCapacity':'TOTAL'}");
    add(
        seeds,
        "UpdateItem",
        "{"
            + TABLE
            + ","
            + KEY
            + ",'UpdateExpression':'SET n = if_not_exists(n, :v) + :v, l = list_append(l, :l)"
            + " REMOVE z ADD ns :ns DELETE ss :ss','ConditionExpression':'size(l) < :v OR n < :v',"
            + "'ExpressionAttributeValues':{':v':{'N':'2'},':l':{'L':[{'N':'2'}]},"
            + "':ns':{'NS':['3']},':ss':{'SS':['b']}},'ReturnValues':'UPDATED_NEW'}");
    add(
        seeds,
        "UpdateItem",
        "{"
            + TABLE
            + ","
            + KEY
            + ",'AttributeUpdates':{'n':{'Action':'ADD','Value':{'N':'1'}},"
            + "'q':{'Action':'DELETE'}}}");
    add(
        seeds,
        "DeleteItem",
        "{"
            + TABLE
            + ","
            + KEY
            + ",'ReturnValues':'ALL_OLD','ReturnItemCollectionMetrics':'SIZE'}");
    add(
        seeds,
        "Query",
        "{"
            + TABLE
            + ",'KeyConditionExpression':'pk = :p AND sk BETWEEN :a AND :b',"
            + "'FilterExpression':'contains(ss, :a) OR NOT n > :n','ScanIndexForward':false,"
            + "'ExpressionAttributeValues':{':p':{'S':'a'},':a':{'S':'a'},':b':{'S':'c'},"
            + "':n':{'N':'0'}},'Limit':2,'ExclusiveStartKey':{'pk':{'S':'a'},'sk':{'S':'bb'}}}");
    add(
        seeds,
        "Query",
        "{"
            + TABLE
            + ",'IndexName':'lsi','KeyConditions':{'pk':{'ComparisonOperator':'EQ',"
            + "'AttributeValueList':[{'S':'a'}]}},'QueryFilter':{'n':{'ComparisonOperator':'GT',"
            + "'AttributeValueList':[{'N':'0'}]}},'Select':'ALL_ATTRIBUTES'}");
    add(
        seeds,
        "Scan",
        "{"
            + TABLE
            + ",'IndexName':'gsi','Segment':0,'TotalSegments':3,'Limit':5,'FilterExpression':'begins_with(g,"
            + " :g)','ExpressionAttributeValues':{':g':{'S':'g'}}}");
  }

  private static void several(List<Seed> seeds) {
    add(
        seeds,
        "BatchGetItem",
        "{'RequestItems':{'fuzz-a':{'Keys':[{'pk':{'S':'a'},'sk':{'S':'b'}}]}}}");
    add(
        seeds,
        "BatchWriteItem",
        "{'RequestItems':{'fuzz-a':[{'PutRequest':{'Item':{'pk':{'S':'b'},'sk':{'S':'b'}}}},"
            + "{'DeleteRequest':{'Key':{'pk':{'S':'b'},'sk':{'S':'c'}}}}]}}");
    add(
        seeds,
        "TransactWriteItems",
        "{'ClientRequestToken':'t','TransactItems':[{'Put':{"
            + TABLE
            + ",'Item':{'pk':{'S':'t'},'sk':{'S':'1'}}}},{'Update':{"
            + TABLE
            + ",'Key':{'pk':{'S':'t'},'sk':{'S':'2'}},'UpdateExpression':'SET a = :v',"
            + "'ExpressionAttributeValues':{':v':{'N':'1'}}}},{'ConditionCheck':{"
            + TABLE
            + ",'Key':{'pk':{'S':'t'},'sk':{'S':'3'}},"
            + "'ConditionExpression':'attribute_not_exists(a)'}},{'Delete':{"
            + TABLE
            + ",'Key':{'pk':{'S':'t'},'sk':{'S':'4'}}}}]}");
    add(seeds, "TransactGetItems", "{'TransactItems':[{'Get':{" + TABLE + "," + KEY + "}}]}");
    add(
        seeds,
        "ExecuteStatement",
        "{'Statement':'SELECT a, b.c[0] FROM \\\"fuzz-a\\\" WHERE pk = ? AND n > 1 ORDER BY sk',"
            + "'Parameters':[{'S':'a'}],'Limit':3}");
    add(
        seeds,
        "BatchExecuteStatement",
        "{'Statements':[{'Statement':'UPDATE \\\"fuzz-a\\\" SET n = n + 1 WHERE pk = ? AND sk = ?',"
            + "'Parameters':[{'S':'a'},{'S':'b'}]}]}");
    add(
        seeds,
        "ExecuteTransaction",
        "{'TransactStatements':[{'Statement':'DELETE FROM \\\"fuzz-a\\\" WHERE pk = \\u0027a\\u0027"
            + " AND sk = \\u0027z\\u0027'}]}");
    add(
        seeds,
        "SearchVectors",
        "{" + TABLE + ",'IndexName':'vec','SearchVector':{'L':[{'N':'1'}]},'TopK':3}");
  }

  private static void settings(List<Seed> seeds) {
    String arn = "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/fuzz-a'";
    String ttl = ",'TimeToLiveSpecification':{'AttributeName':'ttl','Enabled':true}}";
    add(seeds, "UpdateTimeToLive", "{" + TABLE + ttl);
    add(seeds, "DescribeTimeToLive", "{" + TABLE + "}");
    add(seeds, "TagResource", "{" + arn + ",'Tags':[{'Key':'k','Value':'v'}]}");
    add(seeds, "UntagResource", "{" + arn + ",'TagKeys':['k']}");
    add(seeds, "ListTagsOfResource", "{" + arn + "}");
    add(
        seeds,
        "PutResourcePolicy",
        "{" + arn + ",'Policy':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}'}");
    add(seeds, "GetResourcePolicy", "{" + arn + "}");
    add(seeds, "DeleteResourcePolicy", "{" + arn + "}");
    add(seeds, "DescribeLimits", "{}");
    add(seeds, "DescribeEndpoints", "{}");
    String insights = ",'ContributorInsightsAction':'ENABLE'}";
    add(seeds, "UpdateContributorInsights", "{" + TABLE + insights);
    add(seeds, "DescribeContributorInsights", "{" + TABLE + "}");
    add(seeds, "ListContributorInsights", "{" + TABLE + ",'MaxResults':5}");
    String stream = ",'StreamArn':'arn:aws:kinesis:us-east-1:000000000000:stream/s'}";
    add(seeds, "EnableKinesisStreamingDestination", "{" + TABLE + stream);
    add(seeds, "DisableKinesisStreamingDestination", "{" + TABLE + stream);
    add(seeds, "UpdateKinesisStreamingDestination", "{" + TABLE + stream);
    add(seeds, "DescribeKinesisStreamingDestination", "{" + TABLE + "}");
    add(seeds, "DescribeTableReplicaAutoScaling", "{" + TABLE + "}");
  }

  private static void streams(List<Seed> seeds) {
    String arn =
        "'StreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/fuzz-a/stream/2026-01-01'";
    addStreams(seeds, "ListStreams", "{" + TABLE + ",'Limit':2}");
    addStreams(seeds, "DescribeStream", "{" + arn + ",'Limit':2}");
    addStreams(
        seeds,
        "GetShardIterator",
        "{"
            + arn
            + ",'ShardId':'shardId-00000000000000000000-00000000',"
            + "'ShardIteratorType':'TRIM_HORIZON'}");
    addStreams(seeds, "GetRecords", "{'ShardIterator':'not-an-iterator','Limit':3}");
  }

  private static void add(List<Seed> seeds, String operation, String body) {
    seeds.add(new Seed("DynamoDB_20120810." + operation, body.replace('\'', '"')));
  }

  private static void addStreams(List<Seed> seeds, String operation, String body) {
    seeds.add(new Seed("DynamoDBStreams_20120810." + operation, body.replace("'", "\"")));
  }
}
