Feature: UpdateTable

  Rule: A request that asks for nothing, or for what already is, is refused

    @id:UTBL-NONE-001 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable
    Scenario Outline: Nothing to do: <case>
      Given a table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException saying something starting with "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates"

      Examples:
        | case             | rest |
        | no-change        |      |
        | definitions-only | , "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}] |

    @id:UTBL-THR-001 @tier:complete @op:UpdateTable @source:facts-141 @unconfirmed
    Scenario: The capacity that a provisioned table already has
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      Then it fails with ValidationException saying exactly:
        """
        The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.
        """

    @id:UTBL-BILL-001 @tier:complete @op:UpdateTable @source:facts-141 @unconfirmed
    Scenario: A table billed by request may be asked to be so again
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "BillingMode": "PAY_PER_REQUEST"}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableName": "{table}", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"}}}
        """

    @id:UTBL-NAME-001 @tier:core @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: A table that does not exist
      When UpdateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ResourceNotFoundException

    @id:UTBL-MEM-001 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable @unconfirmed
    Scenario Outline: A member that breaks its constraint: <case>
      Given a table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case          | rest | problem |
        | billing-mode  | "BillingMode": "FREE" | Value 'FREE' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST] |
        | reads-zero    | "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 1} | Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1 |
        | no-writes     | "ProvisionedThroughput": {"ReadCapacityUnits": 1} | Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must not be null |
        | no-indexes    | "GlobalSecondaryIndexUpdates": [] | One or more parameter values were invalid: List of GlobalSecondaryIndexUpdates is empty |
        | empty-index   | "GlobalSecondaryIndexUpdates": [{}] | One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null |
        | table-class   | "TableClass": "FIRST" | Value 'FIRST' at 'tableClass' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS] |
        | both-billings | "BillingMode": "PAY_PER_REQUEST", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1} | One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST |

  Rule: Capacity and billing change on a live table

    @id:UTBL-THR-002 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: More capacity
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2, "NumberOfDecreasesToday": 0, "LastIncreaseDateTime": "{number}"}}}
        """

    @id:UTBL-THR-003 @tier:complete @op:UpdateTable @source:aws-api-ProvisionedThroughputDescription
    Scenario: Less capacity is counted
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 3}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 3}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 3, "NumberOfDecreasesToday": 1, "LastDecreaseDateTime": "{number}"}}}
        """

    @id:UTBL-BILL-002 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: From capacity to requests
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 2}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "BillingMode": "PAY_PER_REQUEST"}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST", "LastUpdateToPayPerRequestDateTime": "{number}"},
         "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0}}}
        """

    @id:UTBL-BILL-003 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: From requests to capacity
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "BillingMode": "PROVISIONED", "ProvisionedThroughput": {"ReadCapacityUnits": 4, "WriteCapacityUnits": 3}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "BillingModeSummary": {"BillingMode": "PROVISIONED"}, "ProvisionedThroughput": {"ReadCapacityUnits": 4, "WriteCapacityUnits": 3}}}
        """

    @id:UTBL-BILL-004 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: Capacity must be said for a switch to capacity
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "BillingMode": "PROVISIONED"}
        """
      Then it fails with ValidationException

  Rule: Ceilings of a table billed by request are merged member by member, lifted by -1 and cleared by a switch

    @id:UTBL-ODT-001 @tier:complete @op:UpdateTable @source:facts-145
    Scenario Outline: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxReadRequestUnits": 5, "MaxWriteRequestUnits": 6}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", <change>}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "OnDemandThroughput": <left>}}
        """

      Examples:
        | case                  | change                                                                            | left |
        | one-member-is-changed | "OnDemandThroughput": {"MaxReadRequestUnits": 9}                                  | {"MaxReadRequestUnits": 9, "MaxWriteRequestUnits": 6} |
        | both-are-changed      | "OnDemandThroughput": {"MaxReadRequestUnits": 8, "MaxWriteRequestUnits": 7}       | {"MaxReadRequestUnits": 8, "MaxWriteRequestUnits": 7} |
        | one-is-lifted         | "OnDemandThroughput": {"MaxReadRequestUnits": -1}                                 | {"MaxReadRequestUnits": "{absent}", "MaxWriteRequestUnits": 6} |
        | cleared-by-a-switch   | "BillingMode": "PROVISIONED", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1} | "{absent}" |

    @id:UTBL-ODT-002 @tier:complete @op:UpdateTable @source:facts-145
    Scenario: A provisioned table has no ceilings
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "OnDemandThroughput": {"MaxReadRequestUnits": 5}}
        """
      Then it fails with ValidationException saying something starting with "One or more parameter values were invalid: "

  Rule: Protection and class change on a live table

    @id:UTBL-PROT-001 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: A table is protected later
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "DeletionProtectionEnabled": true}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "DeletionProtectionEnabled": true}}
        """
      And calling DeleteTable with '{"TableName": "{table}"}' fails with ValidationException

    @id:UTBL-PROT-002 @tier:complete @op:UpdateTable @op:DeleteTable @source:facts-146
    Scenario: Protection taken away lets the table be deleted
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": true}
        """
      And UpdateTable was called with:
        """
        {"TableName": "{table}", "DeletionProtectionEnabled": false}
        """
      And within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "DeletionProtectionEnabled": false}}
        """
      When DeleteTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the call succeeds

    @id:UTBL-CLASS-001 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: To infrequent access
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "TableClass": "STANDARD_INFREQUENT_ACCESS"}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "TableClassSummary": {"TableClass": "STANDARD_INFREQUENT_ACCESS", "LastUpdateDateTime": "{number}"}}}
        """

    @id:UTBL-SSE-001 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: A managed key on a live table
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "SSESpecification": {"Enabled": true, "SSEType": "KMS"}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"SSEDescription": {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "{text}"}}}
        """

  Rule: A stream is turned on and off, once each

    @id:UTBL-STRM-001 @tier:complete @op:UpdateTable @needs:streams @source:aws-api-UpdateTable
    Scenario Outline: A stream of each view type: <case>
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "<view>"}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "<view>"}, "LatestStreamArn": "{text}", "LatestStreamLabel": "{text}"}}
        """

      Examples:
        | case      | view               |
        | keys      | KEYS_ONLY          |
        | new       | NEW_IMAGE          |
        | old       | OLD_IMAGE          |
        | both      | NEW_AND_OLD_IMAGES |

    @id:UTBL-STRM-002 @tier:strict @op:UpdateTable @needs:streams @source:aws-api-UpdateTable
    Scenario: A second stream is refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "OLD_IMAGE"}}
        """
      Then it fails with ValidationException saying "Table already has an enabled stream: TableName: {table}"

    @id:UTBL-STRM-003 @tier:strict @op:UpdateTable @needs:streams @source:aws-api-UpdateTable
    Scenario: No stream to disable
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false}}
        """
      Then it fails with ValidationException saying something starting with "Table has no stream to disable"

    @id:UTBL-STRM-004 @tier:strict @op:UpdateTable @needs:streams @source:facts-142 @unconfirmed
    Scenario: Disabling names no view type
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false, "StreamViewType": "NEW_IMAGE"}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: If stream is being disabled, then UpdateViewType must not be specified"

    @id:UTBL-STRM-005 @tier:strict @op:UpdateTable @needs:streams @source:aws-api-StreamSpecification @unconfirmed
    Scenario: Enabling needs a view type
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": true}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required"

    @id:UTBL-STRM-006 @tier:complete @op:UpdateTable @needs:streams @source:aws-api-TableDescription
    Scenario: A disabled stream leaves its name behind
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "StreamSpecification": "{absent}", "LatestStreamArn": "{text}", "LatestStreamLabel": "{text}"}}
        """

    @id:UTBL-STRM-007 @tier:complete @op:UpdateTable @needs:streams @source:aws-api-UpdateTable
    Scenario: Enabled again, a table has another stream
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And the ARN of the stream is saved as "first"
      And UpdateTable was called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false}}
        """
      And within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "LatestStreamArn": "${first}"}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """
      Then the call succeeds
      And within 60 seconds calling ListStreams with '{"TableName": "{table}"}' answers:
        """
        {"Streams": ["{unordered}", {"StreamArn": "${first}"}, {"StreamArn": "{text}"}]}
        """
      And within 60 seconds calling DescribeStream with '{"StreamArn": "${first}"}' answers:
        """
        {"StreamDescription": {"StreamStatus": "DISABLED", "StreamViewType": "NEW_IMAGE"}}
        """

  Rule: Global secondary indexes come and go on a live table

    @id:UTBL-GSI-001 @tier:complete @op:UpdateTable @source:aws-guide-GSI.OnlineOps
    Scenario: A new index holds the items that were there before
      Given a new table with partition key "pk" (S)
      And these items:
        | pk  | g   |
        | "1" | "x" |
        | "2" | "x" |
        | "3" |     |
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}]}
        """
      Then within 120 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "GlobalSecondaryIndexes": [{"IndexName": "by-g", "IndexStatus": "ACTIVE", "Backfilling": "{absent}"}]}}
        """
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-g"}' answers:
        """
        {"Count": 2}
        """

    @id:UTBL-GSI-002 @tier:complete @op:UpdateTable @source:facts-138
    Scenario: Definitions are a delta to those that are stored
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}}]}
        """
      Then "TableDescription.AttributeDefinitions" in the response is:
        """
        ["{unordered}", {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}, {"AttributeName": "g", "AttributeType": "S"}]
        """

    @id:UTBL-GSI-003 @tier:complete @op:UpdateTable @source:facts-138
    Scenario: A definition that nothing uses is dropped, and one that contradicts is not heeded
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}}]}
        """
      Then "TableDescription.AttributeDefinitions" in the response is:
        """
        ["{unordered}", {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}, {"AttributeName": "g", "AttributeType": "S"}]
        """

    @id:UTBL-GSI-004 @tier:complete @op:UpdateTable @source:facts-138
    Scenario: With an index go the definitions that only it needed
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST",
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "by-g"}}]}
        """
      Then within 120 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "GlobalSecondaryIndexes": "{absent}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}]}}
        """

    @id:UTBL-GSI-005 @tier:strict @op:UpdateTable @source:facts-139
    Scenario Outline: The new index's key attributes must be in this request: <case>
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", <definitions>
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-sk", "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}]}
        """
      Then it fails with ValidationException

      Examples:
        | case             | definitions |
        | stored-only      |             |
        | others-only      | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], |

    @id:UTBL-GSI-006 @tier:complete @op:UpdateTable @source:facts-086 @unconfirmed
    Scenario: An index that is not there cannot be deleted
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "nothing"}}]}
        """
      Then it fails with ResourceNotFoundException

    @id:UTBL-GSI-007 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable @unconfirmed
    Scenario: An index of a name that is taken
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST",
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}]}
        """
      Then it fails with ValidationException saying "Attempting to create an index which already exists"

    @id:UTBL-GSI-008 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: Two new indexes at once are one too many
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [
          {"Create": {"IndexName": "one", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}},
          {"Create": {"IndexName": "two", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}]}
        """
      Then it fails with LimitExceededException saying "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"

    @id:UTBL-GSI-009 @tier:strict @op:UpdateTable @source:aws-api-UpdateTable @unconfirmed
    Scenario: One index is changed once in a request
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "GlobalSecondaryIndexUpdates": [{"Update": {"IndexName": "by-g", "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 2}}}, {"Delete": {"IndexName": "by-g"}}]}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Only one global secondary index update per index is allowed simultaneously. Index: by-g"

    @id:UTBL-GSI-010 @tier:complete @op:UpdateTable @source:aws-api-UpdateTable
    Scenario: An index's capacity changes by itself
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "GlobalSecondaryIndexUpdates": [{"Update": {"IndexName": "by-g", "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2}}}]}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
         "GlobalSecondaryIndexes": [{"IndexStatus": "ACTIVE", "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2}}]}}
        """

    @id:UTBL-GSI-011 @tier:complete @op:UpdateTable @op:Query @source:facts-086 @unconfirmed
    Scenario: A deleted index can no longer be queried
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST",
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "by-g"}}]}
        """
      Then within 120 seconds calling Query with '{"TableName": "{table}", "IndexName": "by-g", "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "x"}}}' fails with ValidationException

    @id:UTBL-GSI-012 @tier:strict @op:UpdateTable @source:facts-142
    Scenario Outline: A new index's projection that does not hold together: <case>
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "g", "AttributeType": "S"}],
         "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": <projection>}}]}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: <problem>"

      Examples:
        | case          | projection                                                 | problem |
        | include-none  | {"ProjectionType": "INCLUDE"}                              | ProjectionType is INCLUDE, but NonKeyAttributes is not specified |
        | keys-and-more | {"ProjectionType": "KEYS_ONLY", "NonKeyAttributes": ["x"]} | ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified |

  Rule: A table keeps its identity whatever changes

    @id:UTBL-ID-001 @tier:complete @op:UpdateTable @source:facts-144
    Scenario: The id stays
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableId" in the response is saved as "id"
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "DeletionProtectionEnabled": false, "TableClass": "STANDARD_INFREQUENT_ACCESS"}
        """
      Then "TableDescription.TableId" in the response is "${id}"

  Rule: Warm throughput may be raised and never lowered

    @id:UTBL-WARM-001 @tier:complete @op:DescribeTable @source:aws-guide-warm-throughput-scenarios
    Scenario: A table billed by request starts warm
      Given a new table with partition key "pk" (S)
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"}}}
        """

    @id:UTBL-WARM-002 @tier:strict @op:UpdateTable @source:aws-guide-warm-throughput @unconfirmed
    Scenario: Less than there is
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "WarmThroughput": {"ReadUnitsPerSecond": 11000, "WriteUnitsPerSecond": 4000}}
        """
      Then it fails with ValidationException
