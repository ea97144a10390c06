Feature: Exports

  Rule: A table is exported as it was at a moment

    @id:EXPORT-FULL-001 @tier:core @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime @unconfirmed
    Scenario: The answer shows what has begun
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}"}
        """
      Then the response contains:
        """
        {"ExportDescription": {"ExportArn": "{matches:.*:table/{table}/export/[0-9]+-[0-9a-f]+}", "ExportStatus": "IN_PROGRESS", "StartTime": "{number}", "ExportTime": "{number}", "TableArn": "${table}", "TableId": "{text}", "S3Bucket": "{bucket}", "S3SseAlgorithm": "AES256", "ExportFormat": "DYNAMODB_JSON", "EndTime": "{absent}", "ItemCount": "{absent}", "ExportManifest": "{absent}"}}
        """

    @id:EXPORT-FULL-002 @tier:core @op:ExportTableToPointInTime @op:DescribeExport @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime
    Scenario: When it is done it tells how much and where
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "some/{table}"}
        """
      Then the call succeeds
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      And calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ItemCount": "{number}", "BilledSizeBytes": "{number}", "EndTime": "{number}", "ExportManifest": "{matches:some/{table}/AWSDynamoDB/[0-9]+-[0-9a-f]+/manifest-summary.json}"}}
        """

    @id:EXPORT-FULL-003 @tier:complete @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime
    Scenario: In Ion, too
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ExportFormat": "ION"}
        """
      Then "ExportDescription.ExportFormat" in the response is "ION"
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """

    @id:EXPORT-FULL-004 @tier:complete @op:ListExports @needs:export @needs:pitr @source:aws-api-ListExports
    Scenario: It is listed with its type
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      When ListExports is called with:
        """
        {"TableArn": "${table}"}
        """
      Then the response is:
        """
        {"ExportSummaries": [{"ExportArn": "${arn}", "ExportStatus": "{matches:IN_PROGRESS|COMPLETED}", "ExportType": "FULL_EXPORT"}]}
        """

    @id:EXPORT-FULL-005 @tier:complete @op:ListExports @needs:export @needs:pitr @source:aws-api-ListExports @unconfirmed
    Scenario: Two are listed page by page
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}"}
        """
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}"}
        """
      And ListExports was called with:
        """
        {"TableArn": "${table}", "MaxResults": 1}
        """
      And "NextToken" in the response is saved as "next"
      When ListExports is called with:
        """
        {"TableArn": "${table}", "MaxResults": 1, "NextToken": "${next}"}
        """
      Then the response contains:
        """
        {"ExportSummaries": [{"ExportType": "FULL_EXPORT"}], "NextToken": "{absent}"}
        """

  Rule: A client token begins one export

    @id:EXPORT-TOKEN-001 @tier:complete @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime
    Scenario: The same request again
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ClientToken": "{table}"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ClientToken": "{table}"}
        """
      Then "ExportDescription.ExportArn" in the response is "${arn}"

    @id:EXPORT-TOKEN-002 @tier:complete @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime
    Scenario: Another request with it
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ClientToken": "{table}"}
        """
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ClientToken": "{table}", "S3Prefix": "other"}
        """
      Then it fails with ExportConflictException

  Rule: An export that cannot be is refused

    @id:EXPORT-ERR-001 @tier:core @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime @unconfirmed
    Scenario: A table without recovery
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}"}
        """
      Then it fails with PointInTimeRecoveryUnavailableException saying "Point in time recovery is not enabled for table '{table}'"

    @id:EXPORT-ERR-002 @tier:core @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime @unconfirmed
    Scenario: A table that does not exist
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}x", "S3Bucket": "{bucket}"}
        """
      Then it fails with TableNotFoundException saying "Table not found: ${table}x"

    @id:EXPORT-ERR-003 @tier:complete @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime
    Scenario Outline: A moment that is not in the recovery period: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "ExportTime": <time>}
        """
      Then it fails with InvalidExportTimeException

      Examples:
        | case | time |
        | long-ago | 1000000000 |
        | to-come | 4102444800 |

    @id:EXPORT-ERR-004 @tier:strict @op:ExportTableToPointInTime @needs:export @needs:pitr @source:aws-api-ExportTableToPointInTime @unconfirmed
    Scenario Outline: Members that do not go together: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      When ExportTableToPointInTime is called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}" <rest>}
        """
      Then it fails with <error>

      Examples:
        | case | rest | error |
        | format | , "ExportFormat": "CSV" | ValidationException |
        | type | , "ExportType": "PARTIAL_EXPORT" | ValidationException |
        | owner | , "S3BucketOwner": "me" | ValidationException |
        | algorithm | , "S3SseAlgorithm": "aws:kms" | ValidationException |
        | key-of-nothing | , "S3SseKmsKeyId": "alias/aws/s3" | ValidationException |
        | no-type | , "IncrementalExportSpecification": {"ExportFromTime": 1700000000} | ValidationException |
        | full | , "ExportType": "FULL_EXPORT", "IncrementalExportSpecification": {"ExportFromTime": 1700000000} | ValidationException |
        | no-stretch | , "ExportType": "INCREMENTAL_EXPORT" | ValidationException |
        | no-from | , "ExportType": "INCREMENTAL_EXPORT", "IncrementalExportSpecification": {"ExportViewType": "NEW_IMAGE"} | ValidationException |
        | before-table | , "ExportType": "INCREMENTAL_EXPORT", "IncrementalExportSpecification": {"ExportFromTime": 1700000000} | InvalidExportTimeException |

    @id:EXPORT-ERR-005 @tier:complete @op:DescribeExport @needs:export @source:aws-api-DescribeExport @unconfirmed
    Scenario Outline: An export that does not exist: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When DescribeExport is called with:
        """
        {"ExportArn": "${table}<rest>"}
        """
      Then it fails with <error>

      Examples:
        | case | rest | error |
        | unknown | /export/01695759283458-73d8d5bc | ExportNotFoundException |
        | no-export |  | ValidationException |
        | an-import | /import/01695759283458-73d8d5bc | ValidationException |

    @id:EXPORT-ERR-006 @tier:strict @op:ListExports @needs:export @source:aws-api-ListExports @unconfirmed
    Scenario Outline: What cannot be listed: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When ListExports is called with:
        """
        {"TableArn": "${table}" <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case | rest |
        | zero | , "MaxResults": 0 |
        | many | , "MaxResults": 26 |
        | token | , "NextToken": "nonsense" |
