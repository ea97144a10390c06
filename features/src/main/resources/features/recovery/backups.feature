Feature: Backups on demand

  Rule: A table is backed up whole, under a name that need not be unique

    @id:BACKUP-CREATE-001 @tier:core @op:CreateBackup @needs:backups @source:aws-api-CreateBackup
    Scenario: The answer shows the backup being made
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      When CreateBackup is called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      Then the response is:
        """
        {"BackupDetails": {"BackupArn": "{matches:arn:.*:table/{table}/backup/[0-9]+-[0-9a-f]+}", "BackupName": "first", "BackupStatus": "CREATING", "BackupType": "USER", "BackupSizeBytes": "{number}", "BackupCreationDateTime": "{number}"}}
        """

    @id:BACKUP-CREATE-002 @tier:core @op:CreateBackup @op:DescribeBackup @needs:backups @source:aws-api-CreateBackup
    Scenario: It becomes available
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling DescribeContinuousBackups with '{"TableName": "{table}"}' answers:
        """
        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}
        """
      When CreateBackup is called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      Then "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """

    @id:BACKUP-CREATE-003 @tier:complete @op:CreateBackup @op:ListBackups @needs:backups @source:aws-api-CreateBackup
    Scenario: Two of one name are two
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
      When CreateBackup is called with:
        """
        {"TableName": "{table}", "BackupName": "first"}
        """
      Then the call succeeds
      And within 60 seconds calling ListBackups with '{"TableName": "{table}"}' answers:
        """
        {"BackupSummaries": [{"BackupName": "first"}, {"BackupName": "first"}]}
        """

    @id:BACKUP-CREATE-004 @tier:core @op:CreateBackup @needs:backups @source:aws-api-CreateBackup @unconfirmed
    Scenario: A table that does not exist
      When CreateBackup is called with:
        """
        {"TableName": "{new-table}", "BackupName": "first"}
        """
      Then it fails with TableNotFoundException saying "Table not found: {table}"

    @id:BACKUP-CREATE-005 @tier:strict @op:CreateBackup @needs:backups @source:aws-api-CreateBackup @unconfirmed
    Scenario Outline: A name that is none: <case>
      Given a table with partition key "pk" (S)
      When CreateBackup is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException saying something containing "backupName"

      Examples:
        | case | rest |
        | none |  |
        | short | , "BackupName": "ab" |
        | space | , "BackupName": "a b c" |
        | long | , "BackupName": "{repeat:a:256}" |

  Rule: A backup is described with what it keeps of its table

    @id:BACKUP-DESC-001 @tier:core @op:DescribeBackup @needs:backups @source:aws-api-DescribeBackup
    Scenario: Details of the table
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
      When DescribeBackup is called with:
        """
        {"BackupArn": "${arn}"}
        """
      Then the response contains:
        """
        {"BackupDescription": {"BackupDetails": {"BackupArn": "${arn}", "BackupName": "first", "BackupType": "USER", "BackupExpiryDateTime": "{absent}"}, "SourceTableDetails": {"TableName": "{table}", "TableId": "{text}", "TableArn": "{matches:.*:table/{table}}", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0}, "ItemCount": "{number}", "TableSizeBytes": "{number}", "TableCreationDateTime": "{number}"}, "SourceTableFeatureDetails": {}}}
        """

    @id:BACKUP-DESC-002 @tier:complete @op:DescribeBackup @needs:backups @source:aws-api-DescribeBackup
    Scenario: Indexes and stream of the table
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}, "GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
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
      When DescribeBackup is called with:
        """
        {"BackupArn": "${arn}"}
        """
      Then the response contains:
        """
        {"BackupDescription": {"SourceTableFeatureDetails": {"GlobalSecondaryIndexes": [{"IndexName": "by-n", "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}], "StreamDescription": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}}}
        """

    @id:BACKUP-DESC-003 @tier:core @op:DescribeBackup @op:DeleteBackup @needs:backups @source:facts-147
    Scenario Outline: A backup that does not exist: <case>
      Given a table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When <operation> is called with:
        """
        {"BackupArn": "${table}/backup/01489602797149-73d8d5bc"}
        """
      Then it fails with BackupNotFoundException

      Examples:
        | case | operation |
        | describe | DescribeBackup |
        | delete | DeleteBackup |

    @id:BACKUP-DESC-004 @tier:strict @op:DescribeBackup @needs:backups @source:aws-api-DescribeBackup @unconfirmed
    Scenario: An ARN that is no backup's
      Given a table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When DescribeBackup is called with:
        """
        {"BackupArn": "${table}"}
        """
      Then it fails with ValidationException saying something containing "Invalid Backup ARN"

  Rule: Backups are listed by table, time and type, page by page

    @id:BACKUP-LIST-001 @tier:complete @op:ListBackups @needs:backups @source:aws-api-ListBackups
    Scenario: A page of one, and what follows it
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
      And CreateBackup was called with:
        """
        {"TableName": "{table}", "BackupName": "second"}
        """
      And "BackupDetails.BackupArn" in the response is saved as "arn"
      And within 900 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}
        """
      And ListBackups was called with:
        """
        {"TableName": "{table}", "Limit": 1}
        """
      And "LastEvaluatedBackupArn" in the response is saved as "last"
      When ListBackups is called with:
        """
        {"TableName": "{table}", "ExclusiveStartBackupArn": "${last}"}
        """
      Then the response contains:
        """
        {"BackupSummaries": [{"BackupName": "second", "BackupStatus": "AVAILABLE", "BackupType": "USER", "TableName": "{table}", "TableId": "{text}"}], "LastEvaluatedBackupArn": "{absent}"}
        """

    @id:BACKUP-LIST-002 @tier:complete @op:ListBackups @needs:backups @source:aws-api-ListBackups
    Scenario Outline: Bounds of time take the lower and leave the upper: <case>
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
      And DescribeBackup was called with:
        """
        {"BackupArn": "${arn}"}
        """
      And "BackupDescription.BackupDetails.BackupCreationDateTime" in the response is saved as "time"
      When ListBackups is called with:
        """
        {"TableName": "{table}", "<bound>": ${time}}
        """
      Then the response contains:
        """
        {"BackupSummaries": <found>}
        """

      Examples:
        | case | bound | found |
        | lower | TimeRangeLowerBound | [{"BackupName": "first"}] |
        | upper | TimeRangeUpperBound | [] |

    @id:BACKUP-LIST-003 @tier:complete @op:ListBackups @needs:backups @source:aws-api-ListBackups
    Scenario: A table that never was has no backups
      When ListBackups is called with:
        """
        {"TableName": "{new-table}"}
        """
      Then the response is:
        """
        {"BackupSummaries": []}
        """

    @id:BACKUP-LIST-004 @tier:complete @op:ListBackups @needs:backups @source:aws-api-ListBackups
    Scenario Outline: Only those of the type: <case>
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
      When ListBackups is called with:
        """
        {"TableName": "{table}", "BackupType": "<type>"}
        """
      Then the response contains:
        """
        {"BackupSummaries": <found>}
        """

      Examples:
        | case | type | found |
        | user | USER | [{"BackupName": "first"}] |
        | system | SYSTEM | [] |
        | aws-backup | AWS_BACKUP | [] |
        | all | ALL | [{"BackupName": "first"}] |

    @id:BACKUP-LIST-005 @tier:strict @op:ListBackups @needs:backups @source:aws-api-ListBackups
    Scenario Outline: What cannot be listed: <case>
      Given a table with partition key "pk" (S)
      When ListBackups is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case | rest |
        | zero | , "Limit": 0 |
        | many | , "Limit": 101 |
        | type | , "BackupType": "BOGUS" |
        | backwards | , "TimeRangeLowerBound": 1700000001, "TimeRangeUpperBound": 1700000000 |

  Rule: A deleted backup is gone at once

    @id:BACKUP-DELETE-001 @tier:core @op:DeleteBackup @needs:backups @source:aws-api-DeleteBackup
    Scenario: The answer is its last description
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
      When DeleteBackup is called with:
        """
        {"BackupArn": "${arn}"}
        """
      Then the response contains:
        """
        {"BackupDescription": {"BackupDetails": {"BackupArn": "${arn}", "BackupStatus": "DELETED"}, "SourceTableDetails": {"TableName": "{table}"}}}
        """
      And within 30 seconds calling DescribeBackup with '{"BackupArn": "${arn}"}' fails with BackupNotFoundException

    @id:BACKUP-DELETE-002 @tier:complete @op:DeleteBackup @op:RestoreTableFromBackup @needs:backups @source:aws-api-DeleteBackup
    Scenario: What is deleted cannot be restored
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
      And DeleteBackup was called with:
        """
        {"BackupArn": "${arn}"}
        """
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{new-table:target}"}
        """
      Then it fails with BackupNotFoundException

  Rule: A backup outlives its table

    @id:BACKUP-STAY-001 @tier:core @op:RestoreTableFromBackup @needs:backups @source:aws-guide-Backup
    Scenario: A table that was deleted is restored under its old name
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
      And DeleteTable was called with:
        """
        {"TableName": "{table}"}
        """
      And within 300 seconds calling DescribeTable with '{"TableName": "{table}"}' fails with ResourceNotFoundException
      When RestoreTableFromBackup is called with:
        """
        {"BackupArn": "${arn}", "TargetTableName": "{table}"}
        """
      Then the call succeeds
      And within 900 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """
      And the table holds exactly:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |

    @id:BACKUP-STAY-002 @tier:core @op:DeleteTable @op:ListBackups @needs:backups @needs:pitr @source:aws-guide-PointInTimeRecovery
    Scenario: A table with recovery leaves a backup of the system behind
      Given a new table with partition key "pk" (S)
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When DeleteTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the call succeeds
      And within 300 seconds calling ListBackups with '{"TableName": "{table}", "BackupType": "SYSTEM"}' answers:
        """
        {"BackupSummaries": [{"BackupName": "{table}$DeletedTableBackup", "BackupType": "SYSTEM", "BackupStatus": "AVAILABLE", "BackupExpiryDateTime": "{number}"}]}
        """

    @id:BACKUP-STAY-003 @tier:complete @op:RestoreTableFromBackup @needs:backups @needs:pitr @source:aws-guide-PointInTimeRecovery
    Scenario: What the system left is restored
      Given a new table with partition key "pk" (S)
      And these items:
        | pk | v |
        | "a" | 1 |
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And DeleteTable was called with:
        """
        {"TableName": "{table}"}
        """
      And within 300 seconds calling ListBackups with '{"TableName": "{table}", "BackupType": "SYSTEM"}' answers:
        """
        {"BackupSummaries": [{"BackupStatus": "AVAILABLE"}]}
        """
      And ListBackups was called with:
        """
        {"TableName": "{table}", "BackupType": "SYSTEM"}
        """
      And "BackupSummaries[0].BackupArn" in the response is saved as "arn"
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

    @id:BACKUP-STAY-004 @tier:strict @op:DeleteBackup @needs:backups @needs:pitr @source:aws-guide-PointInTimeRecovery @unconfirmed
    Scenario: What the system left cannot be deleted
      Given a new table with partition key "pk" (S)
      And these items:
        | pk | v |
        | "a" | 1 |
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And DeleteTable was called with:
        """
        {"TableName": "{table}"}
        """
      And within 300 seconds calling ListBackups with '{"TableName": "{table}", "BackupType": "SYSTEM"}' answers:
        """
        {"BackupSummaries": [{"BackupStatus": "AVAILABLE"}]}
        """
      And ListBackups was called with:
        """
        {"TableName": "{table}", "BackupType": "SYSTEM"}
        """
      And "BackupSummaries[0].BackupArn" in the response is saved as "arn"
      When DeleteBackup is called with:
        """
        {"BackupArn": "${arn}"}
        """
      Then it fails with ValidationException
      And calling DescribeBackup with '{"BackupArn": "${arn}"}' answers:
        """
        {"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE", "BackupType": "SYSTEM"}}}
        """
