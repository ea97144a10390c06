Feature: CreateTable in detail

  Rule: What is missing or out of its set is refused before the table is thought of

    @id:CTBL-MEM-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario Outline: A member that breaks its constraint: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", <rest>}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case               | rest | problem |
        | no-key-schema      | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "BillingMode": "PAY_PER_REQUEST" | Value null at 'keySchema' failed to satisfy constraint: Member must not be null |
        | empty-key-schema   | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [], "BillingMode": "PAY_PER_REQUEST" | at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1 |
        | no-definitions     | "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST" | Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null |
        | key-type           | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASHED"}], "BillingMode": "PAY_PER_REQUEST" | Value 'HASHED' at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE] |
        | no-key-type        | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk"}], "BillingMode": "PAY_PER_REQUEST" | Value null at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must not be null |
        | no-key-name        | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST" | Value null at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must not be null |
        | attribute-type     | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "BOOL"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST" | Value 'BOOL' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S] |
        | no-attribute-type  | "AttributeDefinitions": [{"AttributeName": "pk"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST" | Value null at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must not be null |
        | billing-mode       | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "FREE" | Value 'FREE' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST] |
        | reads-zero         | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 1} | Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1 |
        | writes-negative    | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": -1} | Value '-1' at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1 |
        | no-writes          | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "ProvisionedThroughput": {"ReadCapacityUnits": 1} | Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must not be null |
        | table-class        | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "TableClass": "FIRST" | Value 'FIRST' at 'tableClass' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS] |
        | stream-view        | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "SOME"} | Value 'SOME' at 'streamSpecification.streamViewType' failed to satisfy constraint: Member must satisfy enum value set: [ |
        | stream-not-said    | "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamViewType": "NEW_IMAGE"} | Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null |

    @id:CTBL-NAME-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario Outline: A name that no table can have: <case>
      When CreateTable is called with:
        """
        {<name> "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case      | name                              | problem |
        | none      |                                   | The parameter 'TableName' is required but was not present in the request |
        | one       | "TableName": "a",                 | TableName must be at least 3 characters long and at most 255 characters long |
        | too-long  | "TableName": "{repeat:a:256}",    | TableName must be at least 3 characters long and at most 255 characters long |
        | blank     | "TableName": "a b c",             | Value 'a b c' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ |
        | semicolon | "TableName": "abc;",              | Value 'abc;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ |
        | umlaut    | "TableName": "größe",             | at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ |

  Rule: The key schema names one HASH attribute and at most one RANGE attribute, each defined once

    @id:CTBL-KEY-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @source:facts-140
    Scenario Outline: Keys and definitions that do not fit: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [<definitions>], "KeySchema": [<keys>], "BillingMode": "PAY_PER_REQUEST"}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case                 | definitions | keys | message |
        | same-attribute-twice | {"AttributeName": "pk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "pk", "KeyType": "RANGE"} | Invalid KeySchema: Some index key attribute have no definition |
        | too-few-definitions  | {"AttributeName": "pk", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"} | Invalid KeySchema: Some index key attribute have no definition |
        | no-definitions       |                                               | {"AttributeName": "pk", "KeyType": "HASH"} | Invalid KeySchema: Some index key attribute have no definition |
        | range-before-hash    | {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"} | {"AttributeName": "sk", "KeyType": "RANGE"}, {"AttributeName": "pk", "KeyType": "HASH"} | Invalid KeySchema: The first KeySchemaElement is not a HASH key type |
        | two-unused           | {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}, {"AttributeName": "y", "AttributeType": "S"} | {"AttributeName": "pk", "KeyType": "HASH"} | One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions |

    @id:CTBL-KEY-002 @tier:strict @op:CreateTable @source:facts-140 @source:aws-api-CreateTable
    Scenario: With an index, unused definitions are told by name
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException saying something starting with "One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: ["

    @id:CTBL-KEY-003 @tier:complete @op:CreateTable @source:aws-api-CreateTable
    Scenario Outline: A key may be of each scalar type: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "<hash>"}, {"AttributeName": "sk", "AttributeType": "<range>"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "AttributeDefinitions": ["{unordered}", {"AttributeName": "pk", "AttributeType": "<hash>"}, {"AttributeName": "sk", "AttributeType": "<range>"}]}}
        """

      Examples:
        | case             | hash | range |
        | string-number    | S    | N     |
        | number-binary    | N    | B     |
        | binary-string    | B    | S     |

  Rule: Index names, keys and projections are checked with the table

    @id:CTBL-IDX-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario Outline: A global secondary index that cannot be: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [<indexes>]}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case             | indexes | problem |
        | empty-list       |         | One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty |
        | no-name          | {"KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | Value null at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must not be null |
        | no-keys          | {"IndexName": "by-g", "Projection": {"ProjectionType": "ALL"}} | Value null at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must not be null |
        | no-projection    | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}]} | Value null at 'globalSecondaryIndexes.1.member.projection' failed to satisfy constraint: Member must not be null |
        | empty-projection | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {}} | One or more parameter values were invalid: Unknown ProjectionType: null |
        | projection-type  | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "SOME"}} | Value 'SOME' at 'globalSecondaryIndexes.1.member.projection.projectionType' failed to satisfy constraint: Member must satisfy enum value set: [ |
        | no-attributes    | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": []}} | globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: Member must have length greater than or equal to 1 |
        | short-name       | {"IndexName": "gg", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | Value 'gg' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3 |
        | name-pattern     | {"IndexName": "by g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | Value 'by g' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ |
        | range-first      | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}} | Invalid KeySchema: The first KeySchemaElement is not a HASH key type |
        | undefined-key    | {"IndexName": "by-x", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [ |
        | same-name-twice  | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}, {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | One or more parameter values were invalid: Duplicate index name: by-g |
        | its-throughput   | {"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}} | One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: by-g when BillingMode is PAY_PER_REQUEST |
        | twenty-one       | {each:1..21:{"IndexName": "by-##", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}} | One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20 |

    @id:CTBL-IDX-002 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario Outline: A local secondary index that cannot be: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}, {"AttributeName": "l", "AttributeType": "N"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "LocalSecondaryIndexes": [<indexes>]}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case             | indexes | problem |
        | empty-list       |         | One or more parameter values were invalid: List of LocalSecondaryIndexes is empty |
        | hash-only        | {"IndexName": "by-l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}} | One or more parameter values were invalid: Index KeySchema does not have a range key for index: by-l |
        | other-hash       | {"IndexName": "by-l", "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}} | One or more parameter values were invalid: Index KeySchema does not have the same leading hash key as table KeySchema for index: by-l. index hash key: sk, table hash key: pk |
        | same-name-twice  | {"IndexName": "by-l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}, {"IndexName": "by-l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}} | One or more parameter values were invalid: Duplicate index name: by-l |
        | six              | {each:1..6:{"IndexName": "by-##", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "KEYS_ONLY"}}} | One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5 |

    @id:CTBL-IDX-003 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario: A local secondary index needs a table with a sort key
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "l", "AttributeType": "N"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "LocalSecondaryIndexes": [{"IndexName": "by-l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"

    @id:CTBL-IDX-004 @tier:strict @op:CreateTable @source:facts-130
    Scenario: Errors of global index names come before those of local ones
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "LocalSecondaryIndexes": [{"IndexName": "l;l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}],
         "GlobalSecondaryIndexes": [{"IndexName": "g;g", "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException saying something matching "(?s).*'globalSecondaryIndexes\.1\.member\.indexName'.*'localSecondaryIndexes\.1\.member\.indexName'.*"

    @id:CTBL-IDX-005 @tier:strict @op:CreateTable @source:facts-130
    Scenario: That order does not depend on the order of the request
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "GlobalSecondaryIndexes": [{"IndexName": "g;g", "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}],
         "LocalSecondaryIndexes": [{"IndexName": "l;l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException saying something matching "(?s).*'globalSecondaryIndexes\.1\.member\.indexName'.*'localSecondaryIndexes\.1\.member\.indexName'.*"

    @id:CTBL-IDX-006 @tier:strict @op:CreateTable @source:facts-142
    Scenario Outline: A local index's projection that does not hold together: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}, {"AttributeName": "l", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
         "LocalSecondaryIndexes": [{"IndexName": "by-l", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}], "Projection": <projection>}]}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: <problem>"

      Examples:
        | case          | projection                                                 | problem |
        | include-none  | {"ProjectionType": "INCLUDE"}                              | ProjectionType is INCLUDE, but NonKeyAttributes is not specified |
        | keys-and-more | {"ProjectionType": "KEYS_ONLY", "NonKeyAttributes": ["x"]} | ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified |

  Rule: A global secondary index may have up to four HASH and four RANGE attributes

    @id:CTBL-MKEY-001 @tier:complete @op:CreateTable @source:facts-089
    Scenario Outline: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, <definitions>],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [{"IndexName": "wide", "KeySchema": [<keys>], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then "TableDescription.GlobalSecondaryIndexes[0].KeySchema" in the response is [<keys>]

      Examples:
        | case                     | definitions | keys |
        | one-hash-and-four-ranges | {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "N"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "B"}, {"AttributeName": "e", "AttributeType": "N"} | {"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}, {"AttributeName": "e", "KeyType": "RANGE"} |
        | two-hashes-and-two-ranges | {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "N"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "B"} | {"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"} |
        | two-hashes-alone         | {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"} | {"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"} |

    @id:CTBL-MKEY-002 @tier:strict @op:CreateTable @source:facts-089 @source:aws-guide-GSI.DesignPattern.MultiAttributeKeys @unconfirmed
    Scenario Outline: Too many: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {each:1..5:{"AttributeName": "a#", "AttributeType": "S"}}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [{"IndexName": "wide", "KeySchema": [<keys>], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException

      Examples:
        | case        | keys |
        | five-hashes | {each:1..5:{"AttributeName": "a#", "KeyType": "HASH"}} |
        | five-ranges | {"AttributeName": "pk", "KeyType": "HASH"}, {each:1..5:{"AttributeName": "a#", "KeyType": "RANGE"}} |
        | hash-behind | {"AttributeName": "a1", "KeyType": "HASH"}, {"AttributeName": "a2", "KeyType": "RANGE"}, {"AttributeName": "a3", "KeyType": "HASH"}, {"AttributeName": "a4", "KeyType": "RANGE"}, {"AttributeName": "a5", "KeyType": "RANGE"} |

  Rule: Settings given at creation are described as they were given

    @id:CTBL-SET-001 @tier:complete @op:CreateTable @source:aws-api-CreateTable
    Scenario Outline: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], <given>}
        """
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {<described>}}
        """

      Examples:
        | case                | given | described |
        | infrequent-access   | "BillingMode": "PAY_PER_REQUEST", "TableClass": "STANDARD_INFREQUENT_ACCESS" | "TableClassSummary": {"TableClass": "STANDARD_INFREQUENT_ACCESS"} |
        | protected           | "BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": true | "DeletionProtectionEnabled": true |
        | unprotected         | "BillingMode": "PAY_PER_REQUEST" | "DeletionProtectionEnabled": false |
        | ceilings            | "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxReadRequestUnits": 5, "MaxWriteRequestUnits": 6} | "OnDemandThroughput": {"MaxReadRequestUnits": 5, "MaxWriteRequestUnits": 6} |
        | provisioned         | "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 4} | "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 4, "NumberOfDecreasesToday": 0}, "BillingModeSummary": "{absent}" |
        | by-request          | "BillingMode": "PAY_PER_REQUEST" | "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST", "LastUpdateToPayPerRequestDateTime": "{number}"}, "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0} |
        | no-stream           | "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": false} | "StreamSpecification": "{absent}", "LatestStreamArn": "{absent}" |

    @id:CTBL-STRM-003 @tier:complete @op:CreateTable @needs:streams @source:aws-api-CreateTable
    Scenario: A stream is described with its ARN and its label
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}, "LatestStreamArn": "{matches:.*/stream/.*}",
          "LatestStreamLabel": "{matches:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[.][0-9]{3}}"}}
        """

    @id:CTBL-SSE-001 @tier:complete @op:CreateTable @op:DescribeTable @source:facts-143 @unconfirmed
    Scenario: Without a word on encryption none is described
      Given a new table with partition key "pk" (S)
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response has no "Table.SSEDescription"

    @id:CTBL-SSE-002 @tier:complete @op:CreateTable @source:aws-api-CreateTable
    Scenario: A managed key is described by its ARN
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "SSESpecification": {"Enabled": true}}
        """
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then "Table.SSEDescription" in the response is:
        """
        {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "{matches:arn:aws[a-z-]*:kms:.*:key/.*}"}
        """

    @id:CTBL-STRM-001 @tier:strict @op:CreateTable @needs:streams @source:facts-142 @unconfirmed
    Scenario: A disabled stream has no view type
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": false, "StreamViewType": "NEW_IMAGE"}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Table is being created with a stream disabled, UpdateViewType should not be specified"

    @id:CTBL-STRM-002 @tier:strict @op:CreateTable @needs:streams @source:aws-api-StreamSpecification
    Scenario: An enabled stream needs a view type
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true}}
        """
      Then it fails with ValidationException

    @id:CTBL-ODT-001 @tier:strict @op:CreateTable @source:facts-145
    Scenario Outline: Ceilings are for tables billed by request: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], <more>}
        """
      Then it fails with ValidationException

      Examples:
        | case            | more |
        | provisioned     | "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}, "OnDemandThroughput": {"MaxReadRequestUnits": 5} |
        | nothing-to-lift | "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxReadRequestUnits": -1} |
        | zero            | "BillingMode": "PAY_PER_REQUEST", "OnDemandThroughput": {"MaxWriteRequestUnits": 0} |

    @id:CTBL-THR-001 @tier:strict @op:CreateTable @source:aws-api-CreateTable @unconfirmed
    Scenario Outline: Capacity that no table has: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": <reads>, "WriteCapacityUnits": <writes>}}
        """
      Then it fails with ValidationException saying "Given value 1000000000001 for <unit> is out of bounds"

      Examples:
        | case   | reads         | writes        | unit               |
        | reads  | 1000000000001 | 1             | ReadCapacityUnits  |
        | writes | 1             | 1000000000001 | WriteCapacityUnits |

    @id:CTBL-THR-003 @tier:strict @op:CreateTable @source:aws-guide-ServiceQuotas @unconfirmed
    Scenario Outline: More capacity than a new account may give to one table: <case>
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": <reads>, "WriteCapacityUnits": <writes>}}
        """
      Then it fails with LimitExceededException

      Examples:
        | case   | reads  | writes |
        | reads  | 999999 | 1      |
        | writes | 1      | 999999 |

    @id:CTBL-THR-002 @tier:strict @op:CreateTable @source:aws-api-CreateTable
    Scenario: On a provisioned table an index needs its capacity too
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [{"IndexName": "by-g", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException

    @id:CTBL-VEC-001 @tier:strict @op:CreateTable @needs:vectors @source:facts-177
    Scenario: A provisioned table has no vector index
      When CreateTable is called with:
        """
        {"TableName": "{new-table}", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v", "Dimensions": 4}, "DistanceMetric": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      Then it fails with ValidationException
