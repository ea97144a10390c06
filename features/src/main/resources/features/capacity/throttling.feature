Feature: Throttling by capacity

  Rule: A provisioned table serves what it has and what it saved for 300 seconds, and no more

    @id:CAP-THROTTLE-001 @tier:strict @op:PutItem @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Writes beyond the capacity are refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When PutItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      Then it fails with ProvisionedThroughputExceededException saying something starting with "The level of configured provisioned throughput for the table was exceeded."

    @id:CAP-THROTTLE-002 @tier:strict @op:PutItem @needs:throttling @source:aws-api-ThrottlingReason
    Scenario: A throttled write says why and of which table
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When PutItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableWriteProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-003 @tier:strict @op:GetItem @needs:throttling @source:aws-api-ThrottlingReason
    Scenario: A throttled get says why
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When GetItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableReadProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-004 @tier:complete @op:Query @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Queries beyond the capacity are refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When Query is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableReadProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-005 @tier:complete @op:Scan @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Scans beyond the capacity are refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When Scan is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableReadProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-006 @tier:complete @op:UpdateItem @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Updates beyond the capacity are refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When UpdateItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "{repeat:x:100000}"}}}
        """
      Then it fails with ProvisionedThroughputExceededException

    @id:CAP-THROTTLE-007 @tier:complete @op:DeleteItem @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Deletions are refused when nothing is left
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then it fails with ProvisionedThroughputExceededException

    @id:CAP-THROTTLE-008 @tier:complete @op:GetItem @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Reads go on while writes are throttled
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "none"}}}
        """
      Then the call succeeds

    @id:CAP-THROTTLE-009 @tier:complete @op:PutItem @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: Writes go on while reads are throttled
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      And GetItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "small"}}}
        """
      Then the call succeeds

    @id:CAP-THROTTLE-010 @tier:strict @op:PutItem @needs:throttling @source:aws-api-PutItem
    Scenario: The type on the wire has the namespace of the service
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When PutItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      Then the error type on the wire is "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"

    @id:CAP-THROTTLE-011 @tier:complete @op:PutItem @op:DescribeTable @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: What comes in a second is served again
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 10}}
        """
      And PutItem was called until it was refused, at most 400 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:10000}"}}}
        """
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then within 60 seconds calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "small"}}}' answers:
        """
        {}
        """

    @id:CAP-THROTTLE-012 @tier:complete @op:UpdateTable @needs:throttling @source:aws-guide-burst-adaptive-capacity
    Scenario: More capacity ends the throttling
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 500}}
        """
      Then within 60 seconds calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "small"}}}' answers:
        """
        {}
        """

  Rule: Batches leave what is throttled for later, and are refused when that is all of it

    @id:CAP-THROTTLE-013 @tier:complete @op:BatchWriteItem @needs:throttling @source:aws-api-BatchWriteItem
    Scenario: A batch of throttled writes alone is refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}, {"PutRequest": {"Item": {"pk": {"S": "c"}}}}]}}
        """
      Then it fails with ProvisionedThroughputExceededException

    @id:CAP-THROTTLE-014 @tier:complete @op:BatchWriteItem @needs:throttling @source:aws-api-BatchWriteItem
    Scenario: Throttled writes are unprocessed, the others are done
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      And a new table "other" created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}], "{table:other}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}]}}
        """
      Then the response contains:
        """
        {"UnprocessedItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}], "{table:other}": "{absent}"}}
        """

    @id:CAP-THROTTLE-015 @tier:complete @op:BatchGetItem @needs:throttling @source:aws-api-BatchGetItem
    Scenario: A batch of throttled reads alone is refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      And GetItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "b"}}]}}}
        """
      Then it fails with ProvisionedThroughputExceededException

    @id:CAP-THROTTLE-016 @tier:complete @op:BatchGetItem @needs:throttling @source:aws-api-BatchGetItem
    Scenario: Throttled reads are unprocessed, the others are done
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      And GetItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      And a new table "other" created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "b"}}]}, "{table:other}": {"Keys": [{"pk": {"S": "b"}}]}}}
        """
      Then the response contains:
        """
        {"UnprocessedKeys": {"{table}": {"Keys": [{"pk": {"S": "b"}}]}, "{table:other}": "{absent}"}}
        """

  Rule: A transaction on a table without capacity is cancelled with that reason

    @id:CAP-THROTTLE-017 @tier:complete @op:TransactWriteItems @needs:throttling @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A transaction that writes
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ProvisionedThroughputExceeded"}]}
        """

    @id:CAP-THROTTLE-018 @tier:complete @op:TransactGetItems @needs:throttling @needs:transactions @source:aws-api-TransactGetItems
    Scenario: A transaction that reads
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      And GetItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ProvisionedThroughputExceeded"}]}
        """

    @id:CAP-THROTTLE-019 @tier:complete @op:ExecuteStatement @needs:throttling @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: A statement that writes is refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'b'}"}
        """
      Then it fails with ProvisionedThroughputExceededException

  Rule: An index has capacity of its own, and holds back the writes of its table when it has none

    @id:CAP-THROTTLE-020 @tier:complete @op:PutItem @needs:throttling @source:aws-guide-GSI @source:aws-api-ThrottlingReason
    Scenario: Writes to an index without capacity are refused on the table
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1000}, "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1}}]}
        """
      When PutItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:100000}"}, "x": {"S": "g"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "IndexWriteProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-021 @tier:complete @op:PutItem @needs:throttling @source:aws-guide-GSI @source:aws-api-ThrottlingReason
    Scenario: Items that are not in the index are written all the same
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1000}, "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1}}]}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:100000}"}, "x": {"S": "g"}}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "small"}}}
        """
      Then the call succeeds

    @id:CAP-THROTTLE-022 @tier:complete @op:Query @needs:throttling @source:aws-guide-GSI @source:aws-api-ThrottlingReason
    Scenario: Queries of an index without capacity are refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1000}, "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}]}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}, "x": {"S": "g"}}}
        """
      And within 20 seconds calling Scan with '{"TableName": "{table}", "IndexName": "gsi", "Select": "COUNT", "Limit": 1}' answers:
        """
        {"Count": 1}
        """
      When Query is called until it is refused, at most 120 times, with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "x = :x", "ExpressionAttributeValues": {":x": {"S": "g"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "IndexReadProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-023 @tier:complete @op:GetItem @needs:throttling @source:aws-guide-GSI @source:aws-api-ThrottlingReason
    Scenario: Gets of the table go on while reads of the index are throttled
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1000}, "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}}]}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}, "x": {"S": "g"}}}
        """
      And within 20 seconds calling Scan with '{"TableName": "{table}", "IndexName": "gsi", "Select": "COUNT", "Limit": 1}' answers:
        """
        {"Count": 1}
        """
      And Query was called until it was refused, at most 120 times, with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "x = :x", "ExpressionAttributeValues": {":x": {"S": "g"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "none"}}}
        """
      Then the call succeeds

    @id:CAP-THROTTLE-024 @tier:complete @op:Query @needs:throttling @source:aws-guide-LSI
    Scenario: A local index uses the capacity of its table
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1000}, "LocalSecondaryIndexes": [{"IndexName": "lsi", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "x", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}, "sk": {"S": "s"}, "x": {"S": "g"}}}
        """
      When Query is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "IndexName": "lsi", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableReadProvisionedThroughputExceeded", "resource": "{text}"}]}
        """

  Rule: A table billed by request has the ceilings that it was given

    @id:CAP-THROTTLE-025 @tier:complete @op:PutItem @needs:throttling @unconfirmed @source:aws-guide-on-demand-capacity-mode-max-throughput @source:aws-api-ThrottlingReason
    Scenario: Writes beyond the ceiling are throttled
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxWriteRequestUnits": 1}}
        """
      When PutItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      Then it fails with ThrottlingException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableWriteMaxOnDemandThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-026 @tier:complete @op:GetItem @needs:throttling @unconfirmed @source:aws-guide-on-demand-capacity-mode-max-throughput @source:aws-api-ThrottlingReason
    Scenario: Reads beyond the ceiling are throttled
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxReadRequestUnits": 1}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When GetItem is called until it is refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with ThrottlingException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableReadMaxOnDemandThroughputExceeded", "resource": "{text}"}]}
        """

    @id:CAP-THROTTLE-027 @tier:complete @op:GetItem @needs:throttling @source:aws-guide-on-demand-capacity-mode-max-throughput @source:aws-api-ThrottlingReason
    Scenario: A ceiling of writes leaves reads alone
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxWriteRequestUnits": 1}}
        """
      And PutItem was called until it was refused, at most 60 times, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:100000}"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "none"}}}
        """
      Then the call succeeds
