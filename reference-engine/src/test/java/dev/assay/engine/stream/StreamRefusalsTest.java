package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.table.StreamViewType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations refuse, and with which words. */
final class StreamRefusalsTest {
  private static final String ARN_40 = "arn:aws:dynamodb:us-east-1:0:table/T/stre";
  private static final String SHARD_28 = "shardId-00000000000000000000";

  private final StreamsFixture fixture = new StreamsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ListStreams | {'Limit':0} | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          ListStreams | {'Limit':101} | One or more parameter values were invalid: Limit cannot be greater than the maximum allowed size: 100
          ListStreams | {'TableName':'a*'} | 2 validation errors detected: Value 'a*' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a*' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
          ListStreams | {'ExclusiveStartStreamArn':'abc'} | 1 validation error detected: Value 'abc' at 'exclusiveStartStreamArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          DescribeStream | {} | 1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null
          DescribeStream | {'StreamArn':'abc','Limit':0} | 2 validation errors detected: Value 'abc' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal to 37; Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          DescribeStream | {'StreamArn':'ARN','Limit':101} | One or more parameter values were invalid: Limit cannot be greater than the maximum: 100
          DescribeStream | {'StreamArn':'ARN','ExclusiveStartShardId':'abc'} | 1 validation error detected: Value 'abc' at 'exclusiveStartShardId' failed to satisfy constraint: Member must have length greater than or equal to 28
          DescribeStream | {'StreamArn':'ARN','ShardFilter':{'Type':'OTHER'}} | 1 validation error detected: Value 'OTHER' at 'shardFilter.type' failed to satisfy constraint: Member must satisfy enum value set: [CHILD_SHARDS]
          DescribeStream | {'StreamArn':'ARN','ShardFilter':{'ShardId':'SHARD'}} | 1 validation error detected: Value 'null' at 'shardFilter.type' failed to satisfy constraint: Member must be CHILD_SHARDS
          GetShardIterator | {'StreamArn':'ARN'} | 2 validation errors detected: Value null at 'shardId' failed to satisfy constraint: Member must not be null; Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null
          GetShardIterator | {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'X'} | 1 validation error detected: Value 'X' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]
          GetShardIterator | {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'AT_SEQUENCE_NUMBER'} | One or more parameter values were invalid: Invalid SequenceNumber
          GetShardIterator | {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'AT_SEQUENCE_NUMBER','SequenceNumber':'1'} | 1 validation error detected: Value '1' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or equal to 21
          GetShardIterator | {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'LATEST','SequenceNumber':'000000000000000000000'} | One or more parameter values were invalid: SequenceNumber should not be passed for this iterator type
          GetRecords | {} | 1 validation error detected: Value null at 'shardIterator' failed to satisfy constraint: Member must not be null
          GetRecords | {'ShardIterator':'abc','Limit':0} | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          GetRecords | {'ShardIterator':'abc','Limit':1001} | One or more parameter values were invalid: Limit should be less than or equal to 1000
          """)
  void aRequestThatIsInvalidInItself(String operation, String request, String message) {
    assertThat(
            fixture.refused(
                operation, request.replace("'ARN'", "'" + ARN_40 + "'").replace("SHARD", SHARD_28)))
        .isEqualTo("ValidationException: " + message);
  }

  @Test
  void aStreamThatThereIsNot() {
    assertThat(fixture.refused("DescribeStream", "{'StreamArn':'" + ARN_40 + "'}"))
        .isEqualTo(
            "ResourceNotFoundException: Requested resource not found: Stream: "
                + ARN_40
                + " not found");
    assertThat(
            fixture.refused(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'LATEST'}"
                    .formatted(ARN_40, SHARD_28)))
        .isEqualTo(
            "ResourceNotFoundException: Requested resource not found: Stream does not exist");
  }

  @Test
  void aShardThatThereIsNot() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);

    assertThat(
            fixture.refused(
                "GetShardIterator", StreamsFixture.iteratorRequest(stream, SHARD_28, "LATEST", "")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found: Shard does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "000000000000000000000",
    "100000000000000000000",
    "199999999999999999999",
    "9999999999999999999999999",
    "xxxxxxxxxxxxxxxxxxxxx"
  })
  void aSequenceNumberThatTheShardHasNeverHeld(String number) {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    fixture.put("a", "one");

    assertThat(
            fixture.refused(
                "GetShardIterator",
                StreamsFixture.iteratorRequest(
                    stream,
                    fixture.shardIds(stream).get(0),
                    "AT_SEQUENCE_NUMBER",
                    ",'SequenceNumber':'" + number + "'")))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: Invalid"
                + " SequenceNumber");
  }
}
