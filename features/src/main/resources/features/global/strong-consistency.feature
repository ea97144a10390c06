Feature: Strongly consistent global tables

  Rule: A strong read in any region sees the last write of any other

    @id:MRSC-READ-001 @tier:core @op:PutItem @op:GetItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario Outline: A strong read in region <region>
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When GetItem is called in region <region> with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "1"}}}
        """

      Examples:
        | case   | region |
        | second | 2      |
        | third  | 3      |

    @id:MRSC-READ-002 @tier:complete @op:Query @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong Query
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When Query is called in region 3 with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Count": 1}
        """

    @id:MRSC-READ-003 @tier:complete @op:Scan @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong Scan
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When Scan is called in region 1 with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Count": 1}
        """

    @id:MRSC-READ-004 @tier:complete @op:BatchGetItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong BatchGetItem
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 3 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When BatchGetItem is called in region 1 with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ConsistentRead": true}}}
        """
      Then the response contains:
        """
        {"Responses": {"{table}": [{"v": {"S": "1"}}]}}
        """

    @id:MRSC-READ-005 @tier:core @op:DeleteItem @op:GetItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong read after a deletion elsewhere
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And DeleteItem was called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When GetItem is called in region 3 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response is:
        """
        {}
        """

  Rule: A condition always sees the last write

    @id:MRSC-COND-001 @tier:core @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A condition in another region, at once
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException

    @id:MRSC-COND-002 @tier:complete @op:UpdateItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A counter that every region counts up
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And UpdateItem was called in region 1 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """
      And UpdateItem was called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """
      When UpdateItem is called in region 3 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}, "ReturnValues": "ALL_NEW"}
        """
      Then the response contains:
        """
        {"Attributes": {"n": {"N": "3"}}}
        """

  Rule: It has three regions, one of which may be a witness

    @id:MRSC-MAKE-001 @tier:core @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-api-TableDescription
    Scenario: Three replicas
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"MultiRegionConsistency": "STRONG", "GlobalTableVersion": "2019.11.21"}}
        """

    @id:MRSC-MAKE-002 @tier:core @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-api-GlobalTableWitnessDescription
    Scenario: Two replicas and a witness
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 2 regions with a witness in region 3
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"MultiRegionConsistency": "STRONG", "GlobalTableWitnesses": [{"RegionName": "{region:3}", "WitnessStatus": "ACTIVE"}]}}
        """

    @id:MRSC-MAKE-003 @tier:complete @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A witness serves nobody
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 2 regions with a witness in region 3
      When PutItem is called in region 3 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then it fails with ResourceNotFoundException

    @id:MRSC-MAKE-004 @tier:core @op:PutItem @op:GetItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Two replicas and a witness read their writes
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 2 regions with a witness in region 3
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When GetItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "1"}}}
        """

    @id:MRSC-MAKE-005 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: One more replica is not enough
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "MultiRegionConsistency": "STRONG", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-MAKE-006 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A table with an item
      Given a new table with partition key "pk" (S)
      And this item:
        | pk  | v   |
        | "a" | "1" |
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "MultiRegionConsistency": "STRONG", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}, {"Create": {"RegionName": "{region:3}"}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-MAKE-007 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A table with a local index
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}, {"AttributeName": "v", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}], "BillingMode": "PAY_PER_REQUEST", "LocalSecondaryIndexes": [{"IndexName": "loc", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "v", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "MultiRegionConsistency": "STRONG", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}, {"Create": {"RegionName": "{region:3}"}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-MAKE-008 @tier:complete @op:DeleteTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: One replica cannot go alone
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-MAKE-009 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: All but one go together and leave an ordinary table
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}, {"Delete": {"RegionName": "{region:3}"}}]}
        """
      Then within 600 seconds calling DescribeTable in region 1 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "MultiRegionConsistency": "{absent}", "Replicas": "{absent}"}}
        """

  Rule: Some features are left out

    @id:MRSC-NOT-001 @tier:complete @op:TransactWriteItems @needs:multi-region @needs:global-tables @needs:transactions @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: Transactions that write
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-NOT-002 @tier:complete @op:TransactGetItems @needs:multi-region @needs:global-tables @needs:transactions @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: Transactions that read
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException

    @id:MRSC-NOT-003 @tier:complete @op:UpdateTimeToLive @needs:multi-region @needs:global-tables @needs:ttl @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Time to live
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      Then it fails with ValidationException
