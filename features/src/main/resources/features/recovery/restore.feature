Feature: Restoring a table from a backup

  Rule: A backup is restored into a new table

    @id:RESTORE-BACKUP-001 @tier:core @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup
    Scenario: The answer shows where the table comes from
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableName": "{table:target}", "TableStatus": "CREATING", "RestoreSummary": {"SourceBackupArn": "${arn}", "SourceTableArn": "{matches:.*:table/{table}}", "RestoreDateTime": "{number}", "RestoreInProgress": true}}}
        """
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """

    @id:RESTORE-BACKUP-002 @tier:core @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup
    Scenario: It has the items of the backup, not those of today
      Given a new table with partition key "pk" (S)
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "c"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
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

    @id:RESTORE-BACKUP-003 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup
    Scenario: Its indexes answer
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And the items:
        """
        [{"pk": {"S": "a"}, "n": {"N": "1"}}, {"pk": {"S": "b"}}]
        """
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And within 60 seconds calling Scan with '{"TableName": "{table:target}", "IndexName": "by-n"}' answers:
        """
        {"Items": [{"pk": {"S": "a"}, "n": {"N": "1"}}]}
        """

    @id:RESTORE-BACKUP-004 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup @unconfirmed
    Scenario: An index may get another name
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}", "GlobalSecondaryIndexOverride": [{"IndexName": "renamed", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"GlobalSecondaryIndexes": [{"IndexName": "renamed"}]}}
        """

    @id:RESTORE-BACKUP-005 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup @unconfirmed
    Scenario Outline: Ceilings of on-demand use come along, or are others: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 50}}
        """
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}" <rest>}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"OnDemandThroughput": {"MaxReadRequestUnits": <read>}}}
        """

      Examples:
        | case | rest | read |
        | kept |  | 100 |
        | other | , "OnDemandThroughputOverride": {"MaxReadRequestUnits": 40, "MaxWriteRequestUnits": 40} | 40 |

    @id:RESTORE-BACKUP-006 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup @unconfirmed
    Scenario: A table class does not come along
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "TableClass": "STANDARD_INFREQUENT_ACCESS"}
        """
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableClassSummary": "{absent}"}}
        """

    @id:RESTORE-BACKUP-007 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup
    Scenario: Encryption is chosen anew
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}", "SSESpecificationOverride": {"Enabled": true, "SSEType": "KMS"}}
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

    @id:RESTORE-BACKUP-008 @tier:complete @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup
    Scenario: When one restore is done another may come from the same backup
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      And RestoreTableFromBackup was called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
        """
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:target}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:second}"}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table:second}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """

  Rule: A restore that cannot be is refused

    @id:RESTORE-ERR-001 @tier:core @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup @unconfirmed
    Scenario: A name that is taken
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{table}"}
        """
      Then it fails with TableAlreadyExistsException saying "Table already exists: {table}"

    @id:RESTORE-ERR-002 @tier:core @op:RestoreTableFromBackup @needs:backups @source:facts-147
    Scenario: A backup that does not exist
      Given a table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${table}/backup/01489602797149-73d8d5bc", "TargetTableName": "{new-table:target}"}
        """
      Then it fails with BackupNotFoundException

    @id:RESTORE-ERR-003 @tier:strict @op:RestoreTableFromBackup @needs:backups @source:aws-api-RestoreTableFromBackup @unconfirmed
    Scenario Outline: Overrides that do not go together: <case>
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}" <rest>}
        """
      Then it fails with ValidationException saying something containing "<problem>"
      And calling DescribeTable with '{"TableName": "{table:target}"}' fails with ResourceNotFoundException

      Examples:
        | case | rest | problem |
        | units | , "ProvisionedThroughputOverride": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1} | Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED |
        | no-units | , "BillingModeOverride": "PROVISIONED" | Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED |
        | ceilings | , "OnDemandThroughputOverride": {"MaxReadRequestUnits": 0, "MaxWriteRequestUnits": 0} | Requested MaxReadRequestUnits for OnDemandThroughput is outside of valid range |
        | index | , "GlobalSecondaryIndexOverride": [{"IndexName": "new", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}] | does not match a secondary index that existed in the source table |
        | mode | , "BillingModeOverride": "BOGUS" | billingModeOverride |
