Feature: Tables

  Rule: CreateTable makes a table that is described as it was asked for

    @id:TBL-CREATE-001 @tier:core @op:CreateTable @source:aws-api-CreateTable
    Scenario: A table with a partition key, billed by request
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "ItemCount": 0, "TableSizeBytes": 0,
         "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"}, "TableStatus": "{matches:CREATING|ACTIVE}",
         "CreationDateTime": "{number}", "TableArn": "{matches:arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/.+}"}}
        """

    @id:TBL-CREATE-002 @tier:core @op:CreateTable @source:aws-api-CreateTable
    Scenario: A new table becomes ACTIVE
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 1}}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 1, "NumberOfDecreasesToday": 0}}}
        """

    @id:TBL-CREATE-003 @tier:core @op:CreateTable @source:aws-api-CreateTable
    Scenario: A table that exists is not created again
      Given a new table with partition key "pk" (S)
      When CreateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ResourceInUseException

    @id:TBL-CREATE-006 @tier:strict @op:CreateTable @source:aws-api-CreateTable
    Scenario: The words of a table that exists
      Given a new table with partition key "pk" (S)
      When CreateTable is called with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ResourceInUseException saying "Table already exists: {table}"

    @id:TBL-CREATE-004 @tier:complete @op:CreateTable @source:aws-api-CreateTable
    Scenario: Indexes are described with the table
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}, {"AttributeName": "g", "AttributeType": "B"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "LocalSecondaryIndexes": [{"IndexName": "local", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "g", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}],
         "GlobalSecondaryIndexes": [{"IndexName": "global", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"]}}]}
        """
      Then the response contains:
        """
        {"TableDescription": {
          "LocalSecondaryIndexes": [{"IndexName": "local", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "g", "KeyType": "RANGE"}],
            "Projection": {"ProjectionType": "KEYS_ONLY"}, "ItemCount": 0, "IndexSizeBytes": 0, "IndexArn": "{matches:.*/index/local}"}],
          "GlobalSecondaryIndexes": [{"IndexName": "global", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"]}, "ItemCount": 0, "IndexSizeBytes": 0,
            "IndexStatus": "{matches:CREATING|ACTIVE}", "IndexArn": "{matches:.*/index/global}"}]}}
        """

    @id:TBL-CREATE-005 @tier:complete @op:CreateTable @source:facts-144
    Scenario: The table's id stays the same
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then "TableDescription.TableId" in the response is saved as "id"
      And calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableId": "${id}"}}
        """

  Rule: CreateTable refuses a schema that does not hold together

    @id:TBL-ERR-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @source:facts-140
    Scenario Outline: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [<definitions>], "KeySchema": [<keys>], <more>}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case                | definitions | keys | more | message |
        | unused-definition   | {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"} | "BillingMode": "PAY_PER_REQUEST" | One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions |
        | other-definition    | {"AttributeName": "x", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"} | "BillingMode": "PAY_PER_REQUEST" | One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [x] |
        | range-first         | {"AttributeName": "pk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "RANGE"} | "BillingMode": "PAY_PER_REQUEST" | Invalid KeySchema: The first KeySchemaElement is not a HASH key type |
        | two-hashes          | {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "HASH"} | "BillingMode": "PAY_PER_REQUEST" | Invalid KeySchema: The second KeySchemaElement is not a RANGE key type |
        | no-throughput       | {"AttributeName": "pk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"} | "BillingMode": "PROVISIONED" | One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED |
        | needless-throughput | {"AttributeName": "pk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"} | "BillingMode": "PAY_PER_REQUEST", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1} | One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST |

    @id:TBL-ERR-002 @tier:strict @op:CreateTable @source:aws-api-CreateTable
    Scenario: A name of two characters is too short
      When CreateTable is called with:
        """
        {"TableName": "ab", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ValidationException saying "TableName must be at least 3 characters long and at most 255 characters long"

    @id:TBL-ERR-003 @tier:strict @op:CreateTable @source:facts-142
    Scenario Outline: A projection that does not hold together: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [{"IndexName": "global", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": <projection>}]}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: <problem>"

      Examples:
        | case          | projection                                                     | problem |
        | include-none  | {"ProjectionType": "INCLUDE"}                                  | ProjectionType is INCLUDE, but NonKeyAttributes is not specified |
        | keys-and-more | {"ProjectionType": "KEYS_ONLY", "NonKeyAttributes": ["x"]}     | ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified |
        | all-and-more  | {"ProjectionType": "ALL", "NonKeyAttributes": ["x"]}           | ProjectionType is ALL, but NonKeyAttributes is specified |

    @id:TBL-ERR-004 @tier:strict @op:CreateTable @source:facts-094
    Scenario: A table's key has at most two attributes
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}]}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must have length less than or equal to 2"

  Rule: DescribeTable tells what a table is

    @id:TBL-DESC-001 @tier:core @op:DescribeTable @source:aws-api-DescribeTable
    Scenario: A table of two keys
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"TableName": "{table}", "TableStatus": "ACTIVE", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "AttributeDefinitions": ["{unordered}", {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}]}}
        """

    @id:TBL-DESC-002 @tier:core @op:DescribeTable @source:aws-api-DescribeTable
    Scenario: A table that does not exist
      When DescribeTable is called with:
        """
        {"TableName": "{new-table}"}
        """
      Then it fails with ResourceNotFoundException

    @id:TBL-DESC-004 @tier:core @op:DescribeTable @source:aws-api-TableDescription
    Scenario: A table that is new holds nothing
      Given a new table with partition key "pk" (S)
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"ItemCount": 0, "TableSizeBytes": 0}}
        """

    @id:TBL-DESC-003 @tier:strict @op:DescribeTable @source:facts-129
    Scenario: No table named
      When DescribeTable is called with:
        """
        {}
        """
      Then it fails with ValidationException saying one of:
        """
        The parameter 'TableName' is required but was not present in the request
        1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null
        Value null at 'tableName' failed to satisfy constraint: Member must not be null
        """

  Rule: ListTables names the tables of the account in pages

    @id:TBL-LIST-001 @tier:core @op:ListTables @source:aws-api-ListTables
    Scenario: Every table is on some page
      Given a table with partition key "pk" (S)
      And a table "other" with partition key "pk" (S)
      When ListTables is called page by page with:
        """
        {"Limit": 1}
        """
      Then the response contains:
        """
        {"TableNames": ["{some}", "{table}", "{table:other}"]}
        """

    @id:TBL-LIST-002 @tier:core @op:ListTables @source:aws-api-ListTables
    Scenario: A page of one
      Given a table with partition key "pk" (S)
      And a table "other" with partition key "pk" (S)
      When ListTables is called with:
        """
        {"Limit": 1}
        """
      Then the response is:
        """
        {"TableNames": ["{text}"], "LastEvaluatedTableName": "{text}"}
        """

    @id:TBL-LIST-003 @tier:strict @op:ListTables @source:aws-api-ListTables
    Scenario Outline: A Limit out of bounds: <case>
      When ListTables is called with:
        """
        {"Limit": <limit>}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must have value <bound>"

      Examples:
        | case     | limit | bound                          |
        | zero     | 0     | greater than or equal to 1     |
        | too-high | 101   | less than or equal to 100      |

    @id:TBL-LIST-004 @tier:complete @op:ListTables @source:aws-api-ListTables
    Scenario: A page starts after the name it is given
      Given a new table with partition key "pk" (S)
      When ListTables is called page by page with:
        """
        {"ExclusiveStartTableName": "{table}", "Limit": 100}
        """
      Then "TableNames" in the response does not have "{table}"

  Rule: DeleteTable removes a table and all its items

    @id:TBL-DEL-001 @tier:core @op:DeleteTable @source:aws-api-DeleteTable
    Scenario: The answer describes the table that goes
      Given a new table with partition key "pk" (S)
      When DeleteTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableName": "{table}", "TableStatus": "DELETING"}}
        """
      And within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' fails with ResourceNotFoundException

    @id:TBL-DEL-002 @tier:core @op:DeleteTable @source:aws-api-DeleteTable
    Scenario: A table that does not exist
      When DeleteTable is called with:
        """
        {"TableName": "{new-table}"}
        """
      Then it fails with ResourceNotFoundException

    @id:TBL-DEL-003 @tier:complete @op:DeleteTable @source:facts-146
    Scenario: A protected table is not deleted
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "DeletionProtectionEnabled": true}
        """
      When DeleteTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException saying "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."
      And calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "DeletionProtectionEnabled": true}}
        """
