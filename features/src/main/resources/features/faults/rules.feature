Feature: Rules of the proxy

  Rule: A partition cuts the requests off that were signed for its region

    @id:FAULT-TOPO-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The region is out of reach
      Given a new table with partition key "pk" (S)
      And the region that requests are signed for is saved as "home"
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "region": "${home}"}, "fault": {"kind": "partition", "client_gets": "reset"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"touched_by": [{"kind": "partition"}], "store_saw": "no"}]
        """
      And the table holds 0 items

    @id:FAULT-TOPO-002 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The region works unheard
      Given a new table with partition key "pk" (S)
      And the region that requests are signed for is saved as "home"
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "region": "${home}"}, "fault": {"kind": "partition", "client_gets": "close", "on": "response"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"store_applied": "yes"}]
        """
      And the table holds 1 item

    @id:FAULT-TOPO-003 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: Another region is left alone
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "region": "nowhere-north-1"}, "fault": {"kind": "partition", "client_gets": "reset"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds

    @id:FAULT-TOPO-004 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A region that is silent until it heals
      Given a new table with partition key "pk" (S)
      And the region that requests are signed for is saved as "home"
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "region": "${home}"}, "fault": {"kind": "partition"}}
        """
      When PutItem waits for the proxy rule to be removed, called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the table holds 0 items

  Rule: A schedule says which of the matching calls a rule meets

    @id:FAULT-RULE-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The third call
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"nth_call": 3}}
        """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}}}' answers:
      """
      {}
      """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "b"}}}' answers:
      """
      {}
      """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "c"}}}' fails with ProvisionedThroughputExceededException
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "d"}}}
        """
      Then the call succeeds
      And the table holds 3 items

    @id:FAULT-RULE-002 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: Every second call
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"every_nth": 2}}
        """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}}}' answers:
      """
      {}
      """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "b"}}}' fails with ProvisionedThroughputExceededException
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "c"}}}' answers:
      """
      {}
      """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "d"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the proxy rule has fired 2 times

    @id:FAULT-RULE-003 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A share of none
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"share": 0}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And the proxy rule has fired 0 times

    @id:FAULT-RULE-004 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: Not yet
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"start_after_ms": 600000}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And the proxy rule has fired 0 times

    @id:FAULT-RULE-005 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: Not any more
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"for_ms": 1}}
        """
      And within 10 seconds calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}}}' answers:
      """
      {}
      """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}
        """
      Then the call succeeds

  Rule: A rule meets the clients and items that it names and no others

    @id:FAULT-RULE-006 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: Another key id
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "client": "AKIDOFNOBODY"}, "fault": {"kind": "throttling"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds

    @id:FAULT-RULE-007 @tier:resilient @op:TransactWriteItems @needs:proxy @source:design-proxy
    Scenario: The key stands in a transaction
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}", "key": {"pk": ["x", "b"]}}, "fault": {"kind": "error", "error": "RequestLimitExceeded"}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}}}]}
        """
      Then it fails with RequestLimitExceeded
      And the table holds 0 items

    @id:FAULT-RULE-008 @tier:resilient @op:Query @needs:proxy @source:design-proxy
    Scenario: A query asks for the key
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      And the proxy rule:
        """
        {"match": {"operation": "Query", "table": "{table}", "key": {"pk": "a"}}, "fault": {"kind": "throttling"}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "#p = :p", "ExpressionAttributeNames": {"#p": "pk"}, "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ProvisionedThroughputExceededException

    @id:FAULT-RULE-009 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy
    Scenario: A body that is not JSON goes to the store
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "key": {"pk": "a"}}, "fault": {"kind": "throttling"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}
        """
      # Whatever the store makes of it: how it refuses such bodies is asked elsewhere.
      Then it fails with SerializationException or ValidationException or InternalServerError or InternalFailure
      And the proxy rule has fired 0 times
