Feature: Replicas that lag, zones that are lost, writes that are held

  Rule: While replicas lag, an eventual read is of the past and a strong one is not

    @id:ZONE-STALE-001 @op:GetItem @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: An eventual get does not see a put yet
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": false}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "old"}}}
        """

    @id:ZONE-STALE-002 @op:GetItem @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A strong get sees it
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "new"}}}
        """

    @id:ZONE-STALE-003 @op:Query @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: An eventual query does not see it yet
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ConsistentRead": false}
        """
      Then the response contains:
        """
        {"Items": [{"v": {"S": "old"}}], "Count": 1}
        """

    @id:ZONE-STALE-004 @op:Scan @op:DeleteItem @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: An eventual scan still sees what was deleted
      Given a new table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And DeleteItem was called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When Scan is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Items": [{"v": {"S": "old"}}], "Count": 1}
        """

    @id:ZONE-STALE-005 @op:PutItem @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A condition is checked against the present
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "newer"}}, "ConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "new"}}}
        """
      Then the call succeeds

    @id:ZONE-STALE-006 @op:TransactGetItems @needs:transactions @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A transaction reads the present
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then the response contains:
        """
        {"Responses": [{"Item": {"v": {"S": "new"}}}]}
        """

    @id:ZONE-STALE-007 @op:GetItem @op:Levers @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: When its time has come a replica has the write
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When the lever "advance-time" is pulled with by "PT1H"
      Then calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "new"}}}
        """

    @id:ZONE-STALE-008 @op:GetItem @op:Levers @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: Healing brings replicas up to the present
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replication-mode" was pulled with mode "adversarial"
      And the lever "replica-lag" was pulled with zone "a", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "b", lag_ms 3600000
      And the lever "replica-lag" was pulled with zone "c", lag_ms 3600000
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When the levers are healed
      Then calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "new"}}}
        """

  Rule: A global index may lag, and a write is charged for it at once

    @id:ZONE-INDEX-001 @op:Query @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A query of the index does not see a put yet
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replica-lag" was pulled with zone "indexes", paused true
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "new"}}}
        """
      Then the response contains:
        """
        {"Count": 0}
        """

    @id:ZONE-INDEX-002 @op:Query @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A query of the index still sees what was replaced
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replica-lag" was pulled with zone "indexes", paused true
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "old"}}}
        """
      Then the response contains:
        """
        {"Count": 1}
        """

    @id:ZONE-INDEX-003 @op:PutItem @tier:resilient @needs:levers @source:design-levers @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: The write is charged for both entries of the index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "replica-lag" was pulled with zone "indexes", paused true
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then the response contains:
        """
        {"ConsumedCapacity": {"GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 2}}}}
        """

  Rule: With one zone lost reads and writes go on, and nothing that was acknowledged is lost

    @id:ZONE-LOSS-001 @op:PutItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions
    Scenario Outline: A write is taken without zone <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "<case>"
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v     |
        | "a" | "new" |

      Examples:
        | case |
        | a    |
        | b    |
        | c    |

    @id:ZONE-LOSS-002 @op:GetItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions
    Scenario Outline: A strong read sees what was written before without zone <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "<case>"
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "old"}}}
        """

      Examples:
        | case |
        | a    |
        | b    |
        | c    |

  Rule: With two zones lost writes and strong reads fail as the service fails, and eventual reads go on

    @id:ZONE-LOSS-003 @op:PutItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: A write fails
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then it fails with InternalServerError

    @id:ZONE-LOSS-004 @op:GetItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: A strong read fails
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with InternalServerError

    @id:ZONE-LOSS-005 @op:GetItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions
    Scenario: An eventual read does not
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": false}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "old"}}}
        """

    @id:ZONE-LOSS-006 @op:Scan @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: A strong scan fails
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then it fails with InternalServerError

    @id:ZONE-LOSS-007 @op:TransactWriteItems @needs:transactions @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: A transaction fails
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}}]}
        """
      Then it fails with InternalServerError

    @id:ZONE-LOSS-008 @op:PutItem @op:Levers @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions
    Scenario: Healed, the store takes writes again
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "b"
      And the levers were healed
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then the call succeeds

  Rule: A write that no second zone has is an error to its client, is seen by nobody, and is resolved once

    @id:ZONE-HELD-001 @op:PutItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: Its client is told of an error
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "hold-commit" was pulled with table "{table}"
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then it fails with InternalServerError

    @id:ZONE-HELD-002 @op:PutItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions
    Scenario: Nobody sees it
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "hold-commit" was pulled with table "{table}"
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then the stored item {pk: "a"} is:
        | pk  | v     |
        | "a" | "old" |

    @id:ZONE-HELD-003 @op:PutItem @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: The next write of the item fails, too
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "hold-commit" was pulled with table "{table}"
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}' fails with InternalServerError
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "newer"}}}
        """
      Then it fails with InternalServerError

    @id:ZONE-HELD-004 @op:PutItem @op:Levers @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: Released, it is there
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "hold-commit" was pulled with table "{table}"
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}' fails with InternalServerError
      When the lever "release" is pulled with table "{table}"
      Then the stored item {pk: "a"} is:
        | pk  | v     |
        | "a" | "new" |

    @id:ZONE-HELD-005 @op:PutItem @op:Levers @tier:resilient @needs:levers @source:design-zones @source:aws-guide-HowItWorks.Partitions @unconfirmed
    Scenario: Lost with the zone of its leader, no release brings it back
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And the lever "hold-commit" was pulled with table "{table}"
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}' fails with InternalServerError
      And the lever "az-outage" was pulled with zone "a"
      And the lever "az-outage" was pulled with zone "a", state "up"
      And the lever "az-outage" was pulled with zone "b"
      And the lever "az-outage" was pulled with zone "b", state "up"
      And the lever "az-outage" was pulled with zone "c"
      And the lever "az-outage" was pulled with zone "c", state "up"
      When the lever "release" is pulled
      Then the stored item {pk: "a"} is:
        | pk  | v     |
        | "a" | "old" |
