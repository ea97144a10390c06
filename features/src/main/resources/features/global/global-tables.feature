Feature: Global tables

  Rule: A replica is added with UpdateTable and described by every other

    @id:GLOBAL-MAKE-001 @tier:core @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-api-ReplicaDescription
    Scenario: The first region describes the new replica
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"GlobalTableVersion": "2019.11.21", "Replicas": ["{unordered}", {"RegionName": "{region:2}", "ReplicaStatus": "ACTIVE"}]}}
        """

    @id:GLOBAL-MAKE-002 @tier:core @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-api-ReplicaDescription
    Scenario: The new replica describes the first
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When DescribeTable is called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"TableName": "{table}", "TableStatus": "ACTIVE", "GlobalTableVersion": "2019.11.21"}}
        """

    @id:GLOBAL-MAKE-003 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable
    Scenario: The answer shows the replica being created
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:3}"}}]}
        """
      Then the response contains:
        """
        {"TableDescription": {"TableStatus": "UPDATING"}}
        """
      And within 600 seconds calling DescribeTable in region 3 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE"}}
        """

    @id:GLOBAL-MAKE-004 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: Its consistency is eventual unless told otherwise
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"MultiRegionConsistency": "EVENTUAL"}}
        """

    @id:GLOBAL-MAKE-005 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Every replica has a stream of both images
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When DescribeTable is called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}}
        """

    @id:GLOBAL-MAKE-006 @tier:core @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A replica of a table with items gets them
      Given a new table with partition key "pk" (S)
      And these items:
        | pk  | v   |
        | "a" | "1" |
        | "b" | "2" |
      And the table is global in 2 regions
      When DescribeTable is called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
        | "b" | "2" |

    @id:GLOBAL-MAKE-007 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A replica has an ARN of its own region
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When DescribeTable is called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      Then "Table.TableArn" in the response is "{matches:arn:aws[a-z-]*:dynamodb:{region:2}:[0-9]+:table/{table}}"

  Rule: What cannot be a replica is refused

    @id:GLOBAL-RULE-001 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable
    Scenario: The table's own region
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:1}"}}]}
        """
      Then it fails with ValidationException saying "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required."

    @id:GLOBAL-RULE-002 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable
    Scenario: A region that has a replica already
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException

    @id:GLOBAL-RULE-003 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable @unconfirmed
    Scenario: Deleting a replica that is not there
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException saying "Replica specified in the Replica Update or Replica Delete action of the request was not found."

    @id:GLOBAL-RULE-004 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable @unconfirmed
    Scenario: Changing a replica that is not there
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Update": {"RegionName": "{region:2}", "TableClassOverride": "STANDARD"}}]}
        """
      Then it fails with ValidationException saying "Replica specified in the Replica Update or Replica Delete action of the request was not found."

    @id:GLOBAL-RULE-005 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: The stream of a replica cannot be turned off
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called in region 2 with:
        """
        {"TableName": "{table}", "StreamSpecification": {"StreamEnabled": false}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Disabling Stream is not allowed for a Global Table replica."

    @id:GLOBAL-RULE-006 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.reqs.bestpractices
    Scenario: A provisioned table without auto scaling
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PROVISIONED", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException saying "Table write capacity should either be Pay-Per-Request or AutoScaled."

    @id:GLOBAL-RULE-007 @tier:strict @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-CreateReplicationGroupMemberAction
    Scenario: A replica without a region
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {}}]}
        """
      Then it fails with ValidationException

    @id:GLOBAL-RULE-008 @tier:strict @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable
    Scenario: A consistency that there is not
      Given a new table with partition key "pk" (S)
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "MultiRegionConsistency": "SOMETIMES", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException

    @id:GLOBAL-RULE-009 @tier:complete @op:UpdateTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateTable @unconfirmed
    Scenario: A stream of one image only
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ValidationException

  Rule: Settings are shared but for those that each replica has for itself

    @id:GLOBAL-SET-001 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A new index is made in every region
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And UpdateTable was called in region 2 with:
        """
        {"TableName": "{table}", "AttributeDefinitions": [{"AttributeName": "v", "AttributeType": "S"}], "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-v", "KeySchema": [{"AttributeName": "v", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}]}
        """
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "x"}}}
        """
      Then within 900 seconds calling Query in region 2 with '{"TableName": "{table}", "IndexName": "by-v", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "x"}}}' answers:
        """
        {"Count": 1}
        """
      And within 900 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "GlobalSecondaryIndexes": [{"IndexName": "by-v", "IndexStatus": "ACTIVE"}]}}
        """

    @id:GLOBAL-SET-002 @tier:complete @op:UpdateTimeToLive @op:DescribeTimeToLive @needs:multi-region @needs:global-tables @needs:ttl @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Time to live is shared
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      Then within 120 seconds calling DescribeTimeToLive in region 2 with '{"TableName": "{table}"}' answers:
        """
        {"TimeToLiveDescription": {"AttributeName": "until"}}
        """

    @id:GLOBAL-SET-003 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Deletion protection is not shared
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called in region 2 with:
        """
        {"TableName": "{table}", "DeletionProtectionEnabled": true}
        """
      Then within 120 seconds calling DescribeTable in region 2 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"DeletionProtectionEnabled": true, "TableStatus": "ACTIVE"}}
        """
      And within 120 seconds calling DescribeTable in region 1 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"DeletionProtectionEnabled": false, "TableStatus": "ACTIVE"}}
        """
      And within 120 seconds calling UpdateTable in region 2 with '{"TableName": "{table}", "DeletionProtectionEnabled": false}' answers:
        """
        {"TableDescription": {"TableName": "{table}"}}
        """

    @id:GLOBAL-SET-004 @tier:complete @op:TagResource @op:ListTagsOfResource @needs:multi-region @needs:global-tables @needs:tags @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Tags are not shared
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And DescribeTable was called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "there"
      And TagResource was called in region 2 with:
        """
        {"ResourceArn": "${there}", "Tags": [{"Key": "team", "Value": "blue"}]}
        """
      And DescribeTable was called in region 1 with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "here"
      When ListTagsOfResource is called in region 1 with:
        """
        {"ResourceArn": "${here}"}
        """
      Then the response is:
        """
        {"Tags": []}
        """

    @id:GLOBAL-SET-005 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A ceiling of writes is shared
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "OnDemandThroughput": {"MaxWriteRequestUnits": 50}}
        """
      Then within 120 seconds calling DescribeTable in region 2 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"OnDemandThroughput": {"MaxWriteRequestUnits": 50}, "TableStatus": "ACTIVE"}}
        """

    @id:GLOBAL-SET-006 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A replica may have a table class of its own
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And UpdateTable was called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Update": {"RegionName": "{region:2}", "TableClassOverride": "STANDARD_INFREQUENT_ACCESS"}}]}
        """
      When DescribeTable is called with:
        """
        {"TableName": "{table}"}
        """
      Then within 120 seconds calling DescribeTable in region 2 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableClassSummary": {"TableClass": "STANDARD_INFREQUENT_ACCESS"}, "TableStatus": "ACTIVE"}}
        """

  Rule: A replica is deleted with its items, and the others go on

    @id:GLOBAL-DEL-001 @tier:core @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-api-DeleteReplicationGroupMemberAction
    Scenario: The table is gone from the region
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}]}
        """
      Then within 600 seconds calling DescribeTable in region 2 with '{"TableName": "{table}"}' fails with ResourceNotFoundException

    @id:GLOBAL-DEL-002 @tier:complete @op:UpdateTable @op:DescribeTable @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: The last one left is no global table any more
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When UpdateTable is called with:
        """
        {"TableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}]}
        """
      Then within 600 seconds calling DescribeTable in region 1 with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"TableStatus": "ACTIVE", "GlobalTableVersion": "{absent}", "Replicas": "{absent}"}}
        """

    @id:GLOBAL-DEL-003 @tier:complete @op:DeleteTable @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: DeleteTable in a region deletes its replica only
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When DeleteTable is called in region 3 with:
        """
        {"TableName": "{table}"}
        """
      Then within 600 seconds calling DescribeTable in region 3 with '{"TableName": "{table}"}' fails with ResourceNotFoundException
      And within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
