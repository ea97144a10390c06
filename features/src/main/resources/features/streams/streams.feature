Feature: Streams

  Rule: A record shows what the view type asks for

    @id:STRM-VIEW-001 @tier:core @op:GetRecords @needs:streams @source:aws-guide-Streams
    Scenario Outline: A changed item under <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "<view>"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}
        """
      Then within 30 seconds the records of the stream are:
        """
        [{"eventName": "INSERT"}, {"eventName": "MODIFY", "dynamodb": {"StreamViewType": "<view>", "Keys": {"pk": {"S": "a"}}, <images>}}]
        """

      Examples:
        | case               | view               | images |
        | keys-only          | KEYS_ONLY          | "NewImage": "{absent}", "OldImage": "{absent}" |
        | new-image          | NEW_IMAGE          | "NewImage": {"pk": {"S": "a"}, "v": {"N": "2"}}, "OldImage": "{absent}" |
        | old-image          | OLD_IMAGE          | "NewImage": "{absent}", "OldImage": {"pk": {"S": "a"}, "v": {"N": "1"}} |
        | new-and-old-images | NEW_AND_OLD_IMAGES | "NewImage": {"pk": {"S": "a"}, "v": {"N": "2"}}, "OldImage": {"pk": {"S": "a"}, "v": {"N": "1"}} |

    @id:STRM-VIEW-002 @tier:core @op:GetRecords @needs:streams @source:aws-guide-Streams
    Scenario: What an INSERT and a REMOVE lack
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 30 seconds the records of the stream are:
        """
        ["{unordered}", {"eventName": "INSERT", "dynamodb": {"NewImage": {"pk": {"S": "a"}, "v": {"N": "1"}}, "OldImage": "{absent}"}}, {"eventName": "REMOVE", "dynamodb": {"NewImage": "{absent}", "OldImage": {"pk": {"S": "a"}, "v": {"N": "1"}}}}]
        """

  Rule: A record tells where and when the change was made

    @id:STRM-REC-001 @tier:complete @op:GetRecords @needs:streams @source:aws-api-streams-Record
    Scenario: All members of a record
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "abc"}}}
        """
      Then within 30 seconds the records of the stream are:
        """
        [{"eventID": "{text}", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "{matches:[a-z0-9-]+}",
          "userIdentity": "{absent}",
          "dynamodb": {"ApproximateCreationDateTime": "{number}", "Keys": {"pk": {"S": "abc"}}, "NewImage": {"pk": {"S": "abc"}},
            "SequenceNumber": "{matches:[0-9]{21,40}}", "SizeBytes": 10, "StreamViewType": "NEW_IMAGE"}}]
        """

    @id:STRM-REC-002 @tier:complete @op:GetRecords @needs:streams @source:aws-api-streams-Record
    Scenario Outline: Each way of writing leaves its record: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      When <operation> is called with:
        """
        <body>
        """
      Then within 30 seconds the records of the stream are:
        """
        [{"eventName": "INSERT", "dynamodb": {"NewImage": {"pk": {"S": "a"}, "v": {"N": "1"}}}}]
        """

      Examples:
        | case     | operation          | body |
        | put      | PutItem            | {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}} |
        | update   | UpdateItem         | {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"N": "1"}}} |
        | batch    | BatchWriteItem     | {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}}]}} |
        | transact | TransactWriteItems | {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}}]} |
        | partiql  | ExecuteStatement   | {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': 1}"} |

  Rule: What changes nothing leaves no record

    @id:STRM-NONE-001 @tier:core @op:GetRecords @needs:streams @source:aws-guide-Streams
    Scenario Outline: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}, "s": {"SS": ["x", "y"]}}}
        """
      When <operation> is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}, "last": {"S": "one"}}}' answers:
        """
        {}
        """
      And within 30 seconds the records of the stream are:
        """
        [{"eventName": "INSERT"}, {"eventName": "MODIFY", "dynamodb": {"NewImage": {"pk": {"S": "a"}, "last": {"S": "one"}}}}]
        """

      Examples:
        | case                 | operation  | rest |
        | the-same-item-again  | PutItem    | "Item": {"pk": {"S": "a"}, "v": {"N": "1"}, "s": {"SS": ["x", "y"]}} |
        | the-same-value-set   | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"N": "1"}} |
        | nothing-to-remove    | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE nothing" |
        | no-action            | UpdateItem | "Key": {"pk": {"S": "a"}} |
        | no-item-to-delete    | DeleteItem | "Key": {"pk": {"S": "b"}} |
        | a-failed-condition   | PutItem    | "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)" |
        | members-already-there | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD s :s", "ExpressionAttributeValues": {":s": {"SS": ["x"]}} |

  Rule: A stream is described by its table, key and shards

    @id:STRM-DESC-001 @tier:core @op:DescribeStream @needs:streams @source:aws-api-streams-DescribeStream
    Scenario: An open stream
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "OLD_IMAGE"}}
        """
      And the ARN of the stream is saved as "stream"
      When DescribeStream is called with:
        """
        {"StreamArn": "${stream}"}
        """
      Then the response contains:
        """
        {"StreamDescription": {"StreamArn": "${stream}", "StreamLabel": "{text}", "StreamStatus": "ENABLED", "StreamViewType": "OLD_IMAGE", "TableName": "{table}",
          "CreationRequestDateTime": "{number}", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
          "Shards": ["{some}", {"ShardId": "{matches:shardId-[0-9]{20}-[0-9a-f]{8}}", "SequenceNumberRange": {"StartingSequenceNumber": "{matches:[0-9]{21,40}}", "EndingSequenceNumber": "{absent}"}}]}}
        """

    @id:STRM-DESC-002 @tier:complete @op:ListStreams @needs:streams @source:aws-api-streams-ListStreams
    Scenario: The streams of a table
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      When ListStreams is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"Streams": [{"TableName": "{table}", "StreamArn": "{matches:arn:aws[a-z-]*:dynamodb:.*/stream/.*}", "StreamLabel": "{text}"}]}
        """

    @id:STRM-DESC-003 @tier:complete @op:ListStreams @needs:streams @source:aws-api-streams-ListStreams
    Scenario: A table without a stream has none to list
      Given a new table with partition key "pk" (S)
      When ListStreams is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"Streams": []}
        """

    @id:STRM-DESC-004 @tier:complete @op:DescribeStream @needs:streams @source:aws-guide-Streams
    Scenario: A disabled stream can still be read
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "iterator"
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false}}
        """
      Then within 30 seconds calling DescribeStream with '{"StreamArn": "${iterator.stream}"}' answers:
        """
        {"StreamDescription": {"StreamStatus": "DISABLED"}}
        """
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${iterator}"}' answers:
        """
        {"Records": [{"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": "a"}}}}]}
        """

  Rule: Four kinds of iterators start at four places

    @id:STRM-ITER-001 @tier:core @op:GetShardIterator @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario: LATEST sees only what comes after it
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      And the shard that holds records is known as "whole"
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${whole}"}' answers:
        """
        {"Records": ["{any}"]}
        """
      And GetShardIterator was called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "${whole.shard}", "ShardIteratorType": "LATEST"}
        """
      And "ShardIterator" in the response is saved as "latest"
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}
        """
      Then within 10 seconds calling GetRecords with '{"ShardIterator": "${latest}"}' answers:
        """
        {"Records": [{"eventName": "MODIFY", "dynamodb": {"NewImage": {"pk": {"S": "a"}, "v": {"N": "2"}}}}]}
        """

    @id:STRM-ITER-002 @tier:core @op:GetShardIterator @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario Outline: From a sequence number: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}
        """
      And the shard that holds records is known as "whole"
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${whole}"}' answers:
        """
        {"Records": ["{any}", "{any}"]}
        """
      And GetRecords was called with:
        """
        {"ShardIterator": "${whole}", "Limit": 1}
        """
      And "Records[0].dynamodb.SequenceNumber" in the response is saved as "first"
      When GetShardIterator is called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "${whole.shard}", "ShardIteratorType": "<type>", "SequenceNumber": "${first}"}
        """
      Then "ShardIterator" in the response is saved as "from"
      And calling GetRecords with '{"ShardIterator": "${from}"}' answers:
        """
        {"Records": [<records>]}
        """

      Examples:
        | case   | type                  | records |
        | at-it  | AT_SEQUENCE_NUMBER    | {"eventName": "INSERT"}, {"eventName": "MODIFY"} |
        | after  | AFTER_SEQUENCE_NUMBER | {"eventName": "MODIFY"} |

    @id:STRM-ITER-003 @tier:core @op:GetShardIterator @op:GetRecords @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario: The second record of a page has a number of its own
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}
        """
      And the shard that holds records is known as "whole"
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${whole}"}' answers:
        """
        {"Records": ["{any}", "{any}"]}
        """
      And GetRecords was called with:
        """
        {"ShardIterator": "${whole}"}
        """
      And "Records[1].dynamodb.SequenceNumber" in the response is saved as "second"
      When GetShardIterator is called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "${whole.shard}", "ShardIteratorType": "AT_SEQUENCE_NUMBER", "SequenceNumber": "${second}"}
        """
      Then "ShardIterator" in the response is saved as "from"
      And calling GetRecords with '{"ShardIterator": "${from}"}' answers:
        """
        {"Records": [{"eventName": "MODIFY"}]}
        """

    @id:STRM-PAGE-001 @tier:core @op:GetRecords @needs:streams @source:aws-api-streams-GetRecords
    Scenario: Pages of one record follow each other without loss
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}
        """
      And the shard that holds records is known as "whole"
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${whole}"}' answers:
        """
        {"Records": ["{any}", "{any}"]}
        """
      When GetRecords is called with:
        """
        {"ShardIterator": "${whole}", "Limit": 1}
        """
      Then the response contains:
        """
        {"Records": [{"eventName": "INSERT"}]}
        """
      And "NextShardIterator" in the response is saved as "next"
      And calling GetRecords with '{"ShardIterator": "${next}", "Limit": 1}' answers:
        """
        {"Records": [{"eventName": "MODIFY"}], "NextShardIterator": "{text}"}
        """

    @id:STRM-PAGE-002 @tier:complete @op:GetRecords @needs:streams @source:aws-api-streams-GetRecords
    Scenario: An open shard without records still leads on
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "whole"
      And GetShardIterator was called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "${whole.shard}", "ShardIteratorType": "LATEST"}
        """
      And "ShardIterator" in the response is saved as "latest"
      When GetRecords is called with:
        """
        {"ShardIterator": "${latest}"}
        """
      Then the response is:
        """
        {"Records": [], "NextShardIterator": "{text}"}
        """

    @id:STRM-TWO-001 @tier:complete @op:GetRecords @needs:streams @source:aws-guide-Streams
    Scenario: Two readers do not take each other's records
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "one"
      And the shard that holds records is known as "two"
      And within 10 seconds calling GetRecords with '{"ShardIterator": "${one}"}' answers:
        """
        {"Records": [{"eventName": "INSERT"}]}
        """
      When GetRecords is called with:
        """
        {"ShardIterator": "${two}"}
        """
      Then the response contains:
        """
        {"Records": [{"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": "a"}}}}]}
        """

  Rule: A request about no stream, shard or place in it is refused

    @id:STRM-ERR-001 @tier:strict @op:DescribeStream @needs:streams @source:aws-api-streams-DescribeStream
    Scenario: A stream that does not exist
      When DescribeStream is called with:
        """
        {"StreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/{new-table}/stream/2026-01-01T00:00:00.000"}
        """
      Then it fails with ResourceNotFoundException

    @id:STRM-ERR-002 @tier:strict @op:GetShardIterator @op:GetRecords @op:DescribeStream @needs:streams @source:aws-api-streams-GetShardIterator @unconfirmed
    Scenario Outline: A member that breaks its constraint: <case>
      When <operation> is called with:
        """
        {<body>}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case           | operation        | body | problem |
        | describe-none  | DescribeStream   |      | Value null at 'streamArn' failed to satisfy constraint: Member must not be null |
        | describe-zero  | DescribeStream   | "StreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000", "Limit": 0 | Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1 |
        | list-zero      | ListStreams      | "Limit": 0 | Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1 |
        | records-none   | GetRecords       |      | Value null at 'shardIterator' failed to satisfy constraint: Member must not be null |
        | iterator-none  | GetShardIterator | "ShardId": "shardId-00000001541626099285-f35f62ef", "ShardIteratorType": "LATEST" | Value null at 'streamArn' failed to satisfy constraint: Member must not be null |
        | iterator-shard | GetShardIterator | "StreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000", "ShardIteratorType": "LATEST" | Value null at 'shardId' failed to satisfy constraint: Member must not be null |
        | iterator-kind  | GetShardIterator | "StreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000", "ShardId": "shardId-00000001541626099285-f35f62ef", "ShardIteratorType": "FIRST" | Value 'FIRST' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [ |

    @id:STRM-ERR-003 @tier:strict @op:GetRecords @needs:streams @source:aws-api-streams-GetRecords
    Scenario: An iterator that nobody gave out
      When GetRecords is called with:
        """
        {"ShardIterator": "not an iterator"}
        """
      Then it fails with ValidationException

    @id:STRM-ERR-004 @tier:strict @op:GetShardIterator @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario Outline: Sequence numbers and kinds that do not fit: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "whole"
      When GetShardIterator is called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "${whole.shard}", <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case                 | rest |
        | at-nothing           | "ShardIteratorType": "AT_SEQUENCE_NUMBER" |
        | after-nothing        | "ShardIteratorType": "AFTER_SEQUENCE_NUMBER" |
        | horizon-with-number  | "ShardIteratorType": "TRIM_HORIZON", "SequenceNumber": "000000000000000000001" |
        | latest-with-number   | "ShardIteratorType": "LATEST", "SequenceNumber": "000000000000000000001" |

    @id:STRM-ERR-005 @tier:strict @op:GetShardIterator @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario: A shard that the stream does not have
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "whole"
      When GetShardIterator is called with:
        """
        {"StreamArn": "${whole.stream}", "ShardId": "shardId-00000000000000000001-00000000", "ShardIteratorType": "TRIM_HORIZON"}
        """
      Then it fails with ResourceNotFoundException

    @id:STRM-ERR-006 @tier:strict @op:GetShardIterator @needs:streams @source:aws-api-streams-GetShardIterator
    Scenario: A stream of DynamoDB knows no iterator by time, as one of Kinesis does
      When GetShardIterator is called with:
        """
        {"StreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000", "ShardId": "shardId-00000001541626099285-f35f62ef", "ShardIteratorType": "AT_TIMESTAMP"}
        """
      Then it fails with ValidationException
