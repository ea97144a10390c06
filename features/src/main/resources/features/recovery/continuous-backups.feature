Feature: Continuous backups and point-in-time recovery

  Rule: Point-in-time recovery is turned on and off for each table

    @id:PITR-SET-001 @tier:core @op:DescribeContinuousBackups @needs:pitr @source:aws-api-DescribeContinuousBackups
    Scenario: A new table has none
      Given a new table with partition key "pk" (S)
      When DescribeContinuousBackups is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "{matches:ENABLED|DISABLED}", "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}}
        """

    @id:PITR-SET-002 @tier:core @op:UpdateContinuousBackups @op:DescribeContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups
    Scenario: A table that has it is described with its window
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When DescribeContinuousBackups is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED", "RecoveryPeriodInDays": 35, "EarliestRestorableDateTime": "{number}", "LatestRestorableDateTime": "{number}"}}}
        """

    @id:PITR-SET-003 @tier:core @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups
    Scenario: It is turned off again
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When UpdateContinuousBackups is called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": false}}
        """
      Then the response is:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}}
        """

    @id:PITR-SET-004 @tier:complete @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups
    Scenario Outline: The recovery period may be any from 1 to 35 days: <case>
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When UpdateContinuousBackups is called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": <days>}}
        """
      Then "ContinuousBackupsDescription.PointInTimeRecoveryDescription.RecoveryPeriodInDays" in the response is <days>

      Examples:
        | case | days |
        | shortest | 1 |
        | some | 7 |
        | longest | 35 |

    @id:PITR-SET-005 @tier:complete @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups
    Scenario: Turning on what is on leaves its beginning alone
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And DescribeContinuousBackups was called with:
        """
        {"TableName": "{table}"}
        """
      And "ContinuousBackupsDescription.PointInTimeRecoveryDescription.EarliestRestorableDateTime" in the response is saved as "earliest"
      When UpdateContinuousBackups is called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}
        """
      Then "ContinuousBackupsDescription.PointInTimeRecoveryDescription.EarliestRestorableDateTime" in the response is ${earliest}

    @id:PITR-SET-006 @tier:complete @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups @unconfirmed
    Scenario: A period that was chosen is forgotten when recovery is turned off
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And UpdateContinuousBackups was called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 5}}
        """
      And UpdateContinuousBackups was called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": false}}
        """
      When UpdateContinuousBackups is called with:
        """
        {"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}
        """
      Then "ContinuousBackupsDescription.PointInTimeRecoveryDescription.RecoveryPeriodInDays" in the response is 35

    @id:PITR-SET-007 @tier:complete @op:DescribeContinuousBackups @needs:pitr @source:aws-api-DescribeContinuousBackups
    Scenario: The table may be named by its ARN
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When DescribeContinuousBackups is called with:
        """
        {"TableName": "${arn}"}
        """
      Then "ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus" in the response is "DISABLED"

  Rule: A specification must be whole and within its bounds

    @id:PITR-ERR-001 @tier:strict @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups
    Scenario Outline: A specification that does not do: <case>
      Given a table with partition key "pk" (S)
      When UpdateContinuousBackups is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case | rest |
        | none |  |
        | empty | , "PointInTimeRecoverySpecification": {} |
        | zero-days | , "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 0} |
        | many-days | , "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 36} |
        | period-of-nothing | , "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": false, "RecoveryPeriodInDays": 7} |

    @id:PITR-ERR-002 @tier:complete @op:DescribeContinuousBackups @op:UpdateContinuousBackups @needs:pitr @source:aws-api-UpdateContinuousBackups @unconfirmed
    Scenario Outline: A table that does not exist: <case>
      When <operation> is called with:
        """
        {"TableName": "{new-table}" <rest>}
        """
      Then it fails with TableNotFoundException saying "Table not found: {table}"

      Examples:
        | case | operation | rest |
        | describe | DescribeContinuousBackups |  |
        | update | UpdateContinuousBackups | , "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true} |

  Rule: A table is restored to a moment of its recovery period, always into a new one

    @id:PITR-RESTORE-001 @tier:core @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: The answer shows the new table, and where it comes from
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableName": "{table:target}", "TableStatus": "CREATING", "RestoreSummary": {"SourceTableArn": "{matches:.*:table/{table}}", "RestoreDateTime": "{number}", "RestoreInProgress": true}}}
        """
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """

    @id:PITR-RESTORE-002 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime @unconfirmed
    Scenario: When it is active nothing tells that it was restored
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"RestoreSummary": "{absent}"}}
        """

    @id:PITR-RESTORE-003 @tier:core @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: What was there when recovery was turned on is there again
      Given a new table with partition key "pk" (S)
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And the table "target" holds exactly:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |

    @id:PITR-RESTORE-004 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: The source goes on as it was
      Given a new table with partition key "pk" (S)
      And this item:
        | pk | v |
        | "a" | 1 |
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And the stored item {pk: "a"} is:
        | pk | v |
        | "a" | 1 |

    @id:PITR-RESTORE-005 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: Indexes come along
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"GlobalSecondaryIndexes": [{"IndexName": "by-n", "Projection": {"ProjectionType": "ALL"}}]}}
        """

    @id:PITR-RESTORE-006 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: An empty list leaves the indexes out
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true, "GlobalSecondaryIndexOverride": []}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"GlobalSecondaryIndexes": "{absent}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}]}}
        """

    @id:PITR-RESTORE-007 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: Another billing mode is chosen
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true, "BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 3}}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 3}}}
        """

    @id:PITR-RESTORE-008 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: Streams and recovery do not come along
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"StreamSpecification": "{absent}", "LatestStreamArn": "{absent}", "DeletionProtectionEnabled": false}}
        """
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table:target}"}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}}
        """

    @id:PITR-RESTORE-009 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: The source may be named by its ARN
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableArn": "${arn}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then "TableDescription.RestoreSummary.SourceTableArn" in the response is "${arn}"
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """

    @id:PITR-RESTORE-010 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario Outline: Local indexes are left out or chosen: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}, {"AttributeName": "m", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}], "BillingMode": "PAY_PER_REQUEST", "LocalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}, {"IndexName": "by-m", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "m", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
        """
      And the items:
        """
        [{"pk": {"S": "a"}, "sk": {"S": "1"}, "n": {"N": "7"}, "m": {"N": "8"}}]
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true, "LocalSecondaryIndexOverride": <chosen>}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"LocalSecondaryIndexes": <there>, "AttributeDefinitions": <attributes>}}
        """

      Examples:
        | case | chosen | there | attributes |
        | none | [] | "{absent}" | ["{unordered}", {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}] |
        | one | [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}] | [{"IndexName": "by-n"}] | ["{unordered}", {"AttributeName": "n", "AttributeType": "N"}, {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}] |

    @id:PITR-RESTORE-011 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario Outline: Capacity is kept or chosen: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PROVISIONED", "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 4}, "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 2}}]}
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true <rest>}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"ProvisionedThroughput": {"ReadCapacityUnits": <read>, "WriteCapacityUnits": <write>}, "GlobalSecondaryIndexes": [{"IndexName": "by-n", "ProvisionedThroughput": {"ReadCapacityUnits": <index>}}]}}
        """

      Examples:
        | case | rest | read | write | index |
        | kept |  | 3 | 4 | 1 |
        | table | , "ProvisionedThroughputOverride": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6} | 5 | 6 | 1 |
        | index | , "GlobalSecondaryIndexOverride": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 7, "WriteCapacityUnits": 8}}] | 3 | 4 | 7 |
        | on-demand | , "BillingModeOverride": "PAY_PER_REQUEST" | 0 | 0 | 0 |

    @id:PITR-RESTORE-012 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario: Encryption is chosen anew
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true, "SSESpecificationOverride": {"Enabled": true, "SSEType": "KMS"}}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"SSEDescription": {"SSEType": "KMS", "Status": "ENABLED"}}}
        """

    @id:PITR-RESTORE-013 @tier:complete @op:RestoreTableToPointInTime @op:DescribeTimeToLive @op:ListTagsOfResource @needs:pitr @needs:ttl @needs:tags @source:aws-api-RestoreTableToPointInTime
    Scenario: Time to live, tags and protection do not come along
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "Tags": [{"Key": "team", "Value": "red"}]}
        """
      And UpdateTimeToLive was called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then the call succeeds
      And "TableDescription.TableArn" in the response is saved as "made"
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "DeletionProtectionEnabled": false}}
        """
      And calling DescribeTimeToLive with '{"TableName": "{table:target}"}' answers:
        """
        {"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}
        """
      And calling ListTagsOfResource with '{"ResourceArn": "${made}"}' answers:
        """
        {"Tags": []}
        """

    @id:PITR-RESTORE-014 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-PointInTimeRecoveryDescription
    Scenario: The earliest time that is told is one to restore to
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED", "EarliestRestorableDateTime": "{number}"}}}
        """
      And DescribeContinuousBackups was called with:
        """
        {"TableName": "{table}"}
        """
      And "ContinuousBackupsDescription.PointInTimeRecoveryDescription.EarliestRestorableDateTime" in the response is saved as "earliest"
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "RestoreDateTime": ${earliest}}
        """
      Then the call succeeds

  Rule: A restore that cannot be is refused, and makes no table

    @id:PITR-RESTORE-101 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime @unconfirmed
    Scenario: A source without recovery
      Given a new table with partition key "pk" (S)
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then it fails with PointInTimeRecoveryUnavailableException saying "Point in time recovery is not enabled for table '{table}'"
      And calling DescribeTable with '{"TableName": "{table:target}"}' fails with ResourceNotFoundException

    @id:PITR-RESTORE-102 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime @unconfirmed
    Scenario: A source that does not exist
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{new-table}", "TargetTableName": "{new-table:target}", "UseLatestRestorableTime": true}
        """
      Then it fails with TableNotFoundException saying "Table not found: {table}"

    @id:PITR-RESTORE-103 @tier:core @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario Outline: A moment outside of the recovery period: <case>
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{new-table:target}", "RestoreDateTime": <time>}
        """
      Then it fails with InvalidRestoreTimeException
      And calling DescribeTable with '{"TableName": "{table:target}"}' fails with ResourceNotFoundException

      Examples:
        | case | time |
        | long-ago | 1000000000 |
        | epoch | 0 |
        | to-come | 4102444800 |

    @id:PITR-RESTORE-104 @tier:strict @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime
    Scenario Outline: Members that do not go together: <case>
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"TargetTableName": "{new-table:target}" <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case | rest |
        | no-time | , "SourceTableName": "{table}" |
        | no-latest | , "SourceTableName": "{table}", "UseLatestRestorableTime": false |
        | both-times | , "SourceTableName": "{table}", "UseLatestRestorableTime": true, "RestoreDateTime": 1700000000 |
        | no-source | , "UseLatestRestorableTime": true |
        | no-arn | , "SourceTableArn": "nonsense", "UseLatestRestorableTime": true |
        | units-on-demand | , "SourceTableName": "{table}", "UseLatestRestorableTime": true, "ProvisionedThroughputOverride": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1} |
        | no-units | , "SourceTableName": "{table}", "UseLatestRestorableTime": true, "BillingModeOverride": "PROVISIONED" |
        | unknown-mode | , "SourceTableName": "{table}", "UseLatestRestorableTime": true, "BillingModeOverride": "FREE" |
        | new-index | , "SourceTableName": "{table}", "UseLatestRestorableTime": true, "GlobalSecondaryIndexOverride": [{"IndexName": "new", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}] |

    @id:PITR-RESTORE-105 @tier:strict @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime @unconfirmed
    Scenario Outline: A target that is no name: <case>
      Given a table with partition key "pk" (S)
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "<name>", "UseLatestRestorableTime": true}
        """
      Then it fails with ValidationException saying something containing "targetTableName"

      Examples:
        | case | name |
        | short | ab |
        | space | bad name |
        | long | {repeat:a:256} |

    @id:PITR-RESTORE-106 @tier:complete @op:RestoreTableToPointInTime @needs:pitr @source:aws-api-RestoreTableToPointInTime @unconfirmed
    Scenario: A name that is taken
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When RestoreTableToPointInTime is called with:
        """
        {"SourceTableName": "{table}", "TargetTableName": "{table}", "UseLatestRestorableTime": true}
        """
      Then it fails with TableAlreadyExistsException saying "Table already exists: {table}"
