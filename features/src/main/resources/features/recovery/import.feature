Feature: Imports

  Rule: What was exported becomes a table again

    @id:IMPORT-TABLE-001 @tier:core @op:ImportTable @needs:import @needs:export @needs:pitr @source:aws-api-ImportTable
    Scenario: The answer shows what has begun
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "DYNAMODB_JSON"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/nothing/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the response contains:
        """
        {"ImportTableDescription": {"ImportArn": "{matches:.*:table/{table:target}/import/[0-9]+-[0-9a-f]+}", "ImportStatus": "IN_PROGRESS", "TableArn": "{matches:.*:table/{table:target}}", "TableId": "{text}", "S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/nothing/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{table:target}", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}}
        """
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "COMPLETED"}}
        """

    @id:IMPORT-TABLE-002 @tier:complete @op:ImportTable @op:DescribeImport @needs:import @needs:export @needs:pitr @source:aws-api-ImportTable @unconfirmed
    Scenario Outline: The items of an export come back, and what is none is counted: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "<format>"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/AWSDynamoDB/"}, "InputFormat": "<format>", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the call succeeds
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "FAILED", "FailureCode": "ItemValidationError", "FailureMessage": "Some of the items failed validation checks and were not imported. Please check CloudWatch error logs for more details.", "ErrorCount": 4, "ProcessedItemCount": 6, "ImportedItemCount": 2, "EndTime": "{number}"}}
        """
      And the table "target" holds exactly:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |

      Examples:
        | case | format |
        | json | DYNAMODB_JSON |
        | ion | ION |

    @id:IMPORT-TABLE-003 @tier:complete @op:ImportTable @needs:import @needs:export @needs:pitr @source:aws-api-ImportTable @unconfirmed
    Scenario: A prefix that no object has makes an empty table
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "DYNAMODB_JSON"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/nothing/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the call succeeds
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "COMPLETED", "ErrorCount": 0, "ImportedItemCount": 0, "ProcessedItemCount": 0}}
        """
      And the table "target" holds 0 items

    @id:IMPORT-TABLE-004 @tier:complete @op:ImportTable @needs:import @needs:export @needs:pitr @source:aws-guide-S3DataImport.Validation @unconfirmed
    Scenario: The compression is not that of the objects
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "DYNAMODB_JSON"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/AWSDynamoDB/"}, "InputFormat": "DYNAMODB_JSON", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the call succeeds
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "FAILED", "FailureCode": "ItemValidationError", "FailureMessage": "Some of the items failed validation checks and were not imported. Please check CloudWatch error logs for more details.", "ImportedItemCount": 0}}
        """
      And the table "target" holds 0 items

    @id:IMPORT-TABLE-005 @tier:complete @op:ListImports @needs:import @needs:export @needs:pitr @source:aws-api-ListImports
    Scenario: It is listed
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "DYNAMODB_JSON"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      And ImportTable was called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/nothing/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And "ImportTableDescription.TableArn" in the response is saved as "made"
      When ListImports is called with:
        """
        {"TableArn": "${made}"}
        """
      Then the response contains:
        """
        {"ImportSummaryList": [{"ImportArn": "${import}", "TableArn": "${made}", "InputFormat": "DYNAMODB_JSON", "S3BucketSource": {"S3Bucket": "{bucket}"}, "StartTime": "{number}"}]}
        """
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "COMPLETED"}}
        """

    @id:IMPORT-TABLE-006 @tier:complete @op:ImportTable @needs:import @needs:export @needs:pitr @source:aws-api-ImportTable @unconfirmed
    Scenario: Indexes are made and filled
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      And "Table.TableId" in the response is saved as "id"
      And within 30 seconds calling UpdateContinuousBackups with '{"TableName": "{table}", "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}' answers:
        """
        {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
        """
      And these items:
        | pk | v |
        | "a" | 1 |
        | "b" | 2 |
      And ExportTableToPointInTime was called with:
        """
        {"TableArn": "${table}", "S3Bucket": "{bucket}", "S3Prefix": "${id}", "ExportFormat": "DYNAMODB_JSON"}
        """
      And "ExportDescription.ExportArn" in the response is saved as "arn"
      And within 1800 seconds calling DescribeExport with '{"ExportArn": "${arn}"}' answers:
        """
        {"ExportDescription": {"ExportStatus": "COMPLETED"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "${id}/AWSDynamoDB/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "v", "AttributeType": "N"}], "GlobalSecondaryIndexes": [{"IndexName": "by-v", "KeySchema": [{"AttributeName": "v", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the call succeeds
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"EndTime": "{number}", "ImportedItemCount": 2}}
        """
      And within 60 seconds calling Query with '{"TableName": "{table:target}", "IndexName": "by-v", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"N": "2"}}}' answers:
        """
        {"Items": [{"pk": {"S": "b"}, "v": {"N": "2"}}]}
        """

  Rule: An import that cannot be is refused

    @id:IMPORT-ERR-001 @tier:core @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: A table that is there
      Given a new table with partition key "pk" (S)
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{table}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then it fails with ResourceInUseException saying "Table already exists: {table}"

    @id:IMPORT-ERR-002 @tier:complete @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: A bucket that does not exist shows in the description, and leaves no table
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}-that-is-not-there", "S3KeyPrefix": "x"}, "InputFormat": "DYNAMODB_JSON", "InputCompressionType": "GZIP", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then the call succeeds
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"ImportStatus": "FAILED", "FailureCode": "S3NoSuchBucket"}}
        """
      And within 60 seconds calling DescribeTable with '{"TableName": "{table:target}"}' fails with ResourceNotFoundException

    @id:IMPORT-ERR-003 @tier:strict @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario Outline: Members that do not do: <case>
      When ImportTable is called with:
        """
        {<members>}
        """
      Then it fails with ValidationException

      Examples:
        | case | members |
        | no-source | "InputFormat": "CSV", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | no-format | "S3BucketSource": {"S3Bucket": "{bucket}"}, "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | format | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "XML", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | compression | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV", "InputCompressionType": "BZIP2", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | no-table | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV" |
        | no-bucket | "S3BucketSource": {"S3KeyPrefix": "x"}, "InputFormat": "CSV", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | owner | "S3BucketSource": {"S3Bucket": "{bucket}", "S3BucketOwner": "me"}, "InputFormat": "CSV", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | empty-header | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV", "InputFormatOptions": {"Csv": {"HeaderList": []}}, "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | comma-in-header | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV", "InputFormatOptions": {"Csv": {"HeaderList": ["pk", "a,b"]}}, "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | delimiter | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV", "InputFormatOptions": {"Csv": {"Delimiter": ";;"}}, "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | options | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "DYNAMODB_JSON", "InputFormatOptions": {"Csv": {"Delimiter": ";"}}, "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |
        | no-units | "S3BucketSource": {"S3Bucket": "{bucket}"}, "InputFormat": "CSV", "TableCreationParameters": {"TableName": "{new-table:target}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]} |

    @id:IMPORT-ERR-004 @tier:complete @op:DescribeImport @needs:import @source:aws-api-DescribeImport @unconfirmed
    Scenario Outline: An import that does not exist: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "table"
      When DescribeImport is called with:
        """
        {"ImportArn": "${table}<rest>"}
        """
      Then it fails with <error>

      Examples:
        | case | rest | error |
        | unknown | /import/01695759283458-73d8d5bc | ImportNotFoundException |
        | no-import |  | ValidationException |
        | an-export | /export/01695759283458-73d8d5bc | ValidationException |

    @id:IMPORT-ERR-005 @tier:strict @op:ListImports @needs:import @source:aws-api-ListImports @unconfirmed
    Scenario Outline: What cannot be listed: <case>
      When ListImports is called with:
        """
        {<members>}
        """
      Then it fails with ValidationException

      Examples:
        | case | members |
        | zero | "PageSize": 0 |
        | many | "PageSize": 26 |

  Rule: A client token begins one import

    @id:IMPORT-TOKEN-001 @tier:complete @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: The same request again
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableId" in the response is saved as "id"
      And ImportTable was called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then "ImportTableDescription.ImportArn" in the response is "${import}"

    @id:IMPORT-TOKEN-002 @tier:complete @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: Another table with it
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableId" in the response is saved as "id"
      And ImportTable was called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{new-table:other}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then it fails with ImportConflictException

    @id:IMPORT-TOKEN-003 @tier:complete @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: Another format with it
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableId" in the response is saved as "id"
      And ImportTable was called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "ION", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then it fails with ImportConflictException

    @id:IMPORT-TOKEN-004 @tier:complete @op:ImportTable @needs:import @source:aws-api-ImportTable @unconfirmed
    Scenario: The same request again when its import has ended
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableId" in the response is saved as "id"
      And ImportTable was called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{new-table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      And "ImportTableDescription.ImportArn" in the response is saved as "import"
      And within 1800 seconds calling DescribeImport with '{"ImportArn": "${import}"}' answers:
        """
        {"ImportTableDescription": {"EndTime": "{number}"}}
        """
      When ImportTable is called with:
        """
        {"S3BucketSource": {"S3Bucket": "{bucket}", "S3KeyPrefix": "nothing/${id}/"}, "InputFormat": "DYNAMODB_JSON", "ClientToken": "${id}", "TableCreationParameters": {"TableName": "{table:target}", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}}
        """
      Then "ImportTableDescription.ImportArn" in the response is "${import}"
