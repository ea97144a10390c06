Feature: Ambiguous commits, through the proxy

  Rule: A request that is lost was not carried out, whatever the client gets

    @id:FAULT-AMB-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is lost, and the client gets close
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "lost_request", "client_gets": "close"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "store_saw": "no", "store_applied": "no"}]
        """
      And the table holds 0 items

    @id:FAULT-AMB-002 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is lost, and the client gets reset
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "lost_request", "client_gets": "reset"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "store_saw": "no", "store_applied": "no"}]
        """
      And the table holds 0 items

    @id:FAULT-AMB-003 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is lost, and the client gets an error
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "lost_request", "client_gets": "error"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with InternalServerError
      And the journal's exchanges of PutItem are:
        """
        [{"status": 500, "store_saw": "no", "store_applied": "no"}]
        """
      And the table holds 0 items

    @id:FAULT-AMB-004 @tier:resilient @op:UpdateItem @needs:proxy @source:design-proxy
    Scenario: The SDK retries a lost request
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "UpdateItem", "table": "{table}"}, "fault": {"kind": "lost_request"}, "schedule": {"limit": 1}}
        """
      And the SDK retries as it does by itself
      When the SDK updates the item {pk: "a"} by "ADD n :one" with:
        | :one |
        | 1    |
      Then the call succeeds
      And the journal's exchanges of UpdateItem are:
        """
        [{"store_applied": "no"}, {"store_applied": "yes"}]
        """
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 1 |

  Rule: A request whose answer is lost was carried out, and a retry carries it out again

    @id:FAULT-AMB-005 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put whose answer is dropped
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "lost_answer"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "outcome": "dropped_by_rule", "store_saw": "yes", "store_applied": "yes"}]
        """
      And the table holds 1 item

    @id:FAULT-AMB-006 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put whose answer becomes an error
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "error", "error": "InternalServerError", "on": "response"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with InternalServerError
      And the journal's exchanges of PutItem are:
        """
        [{"status": 500, "store_applied": "yes"}]
        """
      And the table holds 1 item

    @id:FAULT-AMB-007 @tier:resilient @op:UpdateItem @needs:proxy @source:design-proxy
    Scenario: The SDK's retry counts twice
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "UpdateItem", "table": "{table}"}, "fault": {"kind": "lost_answer"}, "schedule": {"limit": 1}}
        """
      And the SDK retries as it does by itself
      When the SDK updates the item {pk: "a"} by "ADD n :one" with:
        | :one |
        | 1    |
      Then the call succeeds
      And the journal's exchanges of UpdateItem are:
        """
        [{"status": 0, "store_applied": "yes"}, {"status": 200, "store_applied": "yes"}]
        """
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 2 |

  Rule: A request that is delivered late is carried out after its retry, and the journal has a line for it

    @id:FAULT-AMB-008 @tier:resilient @op:UpdateItem @needs:proxy @source:design-proxy
    Scenario: An increment arrives after its retry
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "UpdateItem", "table": "{table}"}, "fault": {"kind": "late_delivery", "after": "retry", "bound_ms": 60000}, "schedule": {"limit": 1}}
        """
      And the SDK retries as it does by itself
      When the SDK updates the item {pk: "a"} by "ADD n :one" with:
        | :one |
        | 1    |
      Then the call succeeds
      And the journal's exchanges of UpdateItem are:
        """
        [{"status": 0, "outcome": "dropped_by_rule", "store_saw": "no"}, {"status": 200, "store_applied": "yes"}, {"outcome": "delivered_late", "store_applied": "yes"}]
        """
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 2 |

    @id:FAULT-AMB-009 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put arrives when its time is over
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "late_delivery", "client_gets": "error", "after": "bound", "bound_ms": 50}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with InternalServerError
      And the journal's exchanges of PutItem are:
        """
        [{"status": 500, "store_saw": "no"}, {"outcome": "delivered_late", "store_applied": "yes", "detail": "{matches:.*when its time was over.*}"}]
        """
      And the table holds 1 item

  Rule: A request that is delivered twice is carried out twice, and the journal has a line for each

    @id:FAULT-AMB-010 @tier:resilient @op:UpdateItem @needs:proxy @source:design-proxy
    Scenario: An increment counts twice
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "UpdateItem", "table": "{table}"}, "fault": {"kind": "double_delivery"}}
        """
      When the SDK updates the item {pk: "a"} by "ADD n :one" with:
        | :one |
        | 1    |
      Then the returned attributes are:
        | pk  | n |
        | "a" | 1 |
      And the journal's exchanges of UpdateItem are:
        """
        [{"outcome": "delivered_twice", "store_applied": "yes"}, {"outcome": "answered", "store_applied": "yes"}]
        """
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 2 |

    @id:FAULT-AMB-011 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The second delivery of a conditional put is refused
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "double_delivery", "client_gets": "second"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException
      And the table holds 1 item
