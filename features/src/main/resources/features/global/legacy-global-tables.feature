Feature: Global tables of version 2017.11.29

  Rule: A global table is made of empty tables of one name

    @id:GLOBAL-OLD-001 @tier:complete @op:CreateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-CreateGlobalTable
    Scenario: Its description
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      When CreateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      Then the response contains:
        """
        {"GlobalTableDescription": {"GlobalTableName": "{table}", "ReplicationGroup": ["{unordered}", {"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}}
        """

    @id:GLOBAL-OLD-002 @tier:complete @op:CreateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-CreateGlobalTable @unconfirmed
    Scenario: A region without the table
      Given a table of one name in 1 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      When CreateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      Then it fails with TableNotFoundException saying something containing "Table not found: Table: '{table}' not found in region: '{region:2}'"

    @id:GLOBAL-OLD-003 @tier:complete @op:CreateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-CreateGlobalTable
    Scenario: A name that is taken
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When CreateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      Then it fails with GlobalTableAlreadyExistsException

    @id:GLOBAL-OLD-004 @tier:complete @op:CreateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-CreateGlobalTable @unconfirmed
    Scenario: A table with an item
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When CreateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      Then it fails with ValidationException

    @id:GLOBAL-OLD-005 @tier:complete @op:DescribeGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-DescribeGlobalTable
    Scenario: One that is not there
      When DescribeGlobalTable is called with:
        """
        {"GlobalTableName": "{new-table:none}"}
        """
      Then it fails with GlobalTableNotFoundException

    @id:GLOBAL-OLD-006 @tier:complete @op:DescribeGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-DescribeGlobalTable
    Scenario: One that is, from another region
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When DescribeGlobalTable is called in region 2 with:
        """
        {"GlobalTableName": "{table}"}
        """
      Then the response contains:
        """
        {"GlobalTableDescription": {"GlobalTableName": "{table}"}}
        """

  Rule: Items carry the marks of their replication

    @id:GLOBAL-OLD-007 @tier:complete @op:PutItem @op:GetItem @needs:multi-region @needs:global-tables @source:aws-guide-globaltables.HowItWorks
    Scenario: The region and the time of the last write
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}, "aws:rep:updateregion": {"S": "{region:1}"}, "aws:rep:deleting": {"BOOL": false}, "aws:rep:updatetime": {"N": "{matches:[0-9.]+}"}}}
        """

    @id:GLOBAL-OLD-008 @tier:complete @op:DeleteItem @needs:multi-region @needs:global-tables @source:aws-guide-globaltables.HowItWorks
    Scenario: A deletion arrives
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"aws:rep:updateregion": {"S": "{region:1}"}}}
        """
      When DeleteItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 is empty

  Rule: Tables join and leave

    @id:GLOBAL-OLD-009 @tier:complete @op:UpdateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateGlobalTable
    Scenario: A replica that is there already
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When UpdateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicaUpdates": [{"Create": {"RegionName": "{region:2}"}}]}
        """
      Then it fails with ReplicaAlreadyExistsException

    @id:GLOBAL-OLD-010 @tier:complete @op:UpdateGlobalTable @needs:multi-region @needs:global-tables @source:aws-api-UpdateGlobalTable
    Scenario: A replica that is not there
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When UpdateGlobalTable is called with:
        """
        {"GlobalTableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:3}"}}]}
        """
      Then it fails with ReplicaNotFoundException

    @id:GLOBAL-OLD-011 @tier:complete @op:UpdateGlobalTable @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-globaltables.HowItWorks
    Scenario: A table that left is on its own and keeps its items
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      And UpdateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicaUpdates": [{"Delete": {"RegionName": "{region:2}"}}]}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "b"}, "v": {"S": "2"}}}
        """
      Then within 60 seconds the table in region 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
        | "b" | "2" |
      And within 60 seconds the table in region 1 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:GLOBAL-OLD-012 @tier:complete @op:ListGlobalTables @needs:multi-region @needs:global-tables @source:aws-api-ListGlobalTables
    Scenario: They are listed by region
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When ListGlobalTables is called with:
        """
        {"RegionName": "{region:2}", "Limit": 100}
        """
      Then the call succeeds

  Rule: Capacity is set for all replicas at once

    @id:GLOBAL-OLD-013 @tier:complete @op:DescribeGlobalTableSettings @needs:multi-region @needs:global-tables @source:aws-api-DescribeGlobalTableSettings
    Scenario: The settings of each replica
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When DescribeGlobalTableSettings is called with:
        """
        {"GlobalTableName": "{table}"}
        """
      Then the response contains:
        """
        {"GlobalTableName": "{table}", "ReplicaSettings": ["{unordered}", {"RegionName": "{region:1}", "ReplicaStatus": "ACTIVE"}, {"RegionName": "{region:2}", "ReplicaStatus": "ACTIVE"}]}
        """

    @id:GLOBAL-OLD-014 @tier:complete @op:UpdateGlobalTableSettings @needs:multi-region @needs:global-tables @source:aws-api-UpdateGlobalTableSettings @unconfirmed
    Scenario: An index that there is not
      Given a table of one name in 2 regions created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """
      And CreateGlobalTable was called with:
        """
        {"GlobalTableName": "{table}", "ReplicationGroup": [{"RegionName": "{region:1}"}, {"RegionName": "{region:2}"}]}
        """
      When UpdateGlobalTableSettings is called with:
        """
        {"GlobalTableName": "{table}", "GlobalTableGlobalSecondaryIndexSettingsUpdate": [{"IndexName": "none", "ProvisionedWriteCapacityUnits": 5}]}
        """
      Then it fails with IndexNotFoundException
