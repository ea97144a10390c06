Feature: Faults of time, through the proxy

  Rule: Waits follow the distribution that the rule names, on the way that it names

    @id:FAULT-TIME-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put waits by latency_uniform
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "latency_uniform", "min_ms": 60, "max_ms": 90}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 60 ms from "received_ns" to "forwarded_ns"

    @id:FAULT-TIME-002 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put waits by latency_normal
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "latency_normal", "mean_ms": 100, "stddev_ms": 1}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 60 ms from "received_ns" to "forwarded_ns"

    @id:FAULT-TIME-003 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put waits by latency_log_normal
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "latency_log_normal", "median_ms": 100, "sigma": 0.01}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 60 ms from "received_ns" to "forwarded_ns"

    @id:FAULT-TIME-004 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put waits by latency_percentiles
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "latency_percentiles", "percentiles": {"0": 60, "50": 80, "100": 120}}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 60 ms from "received_ns" to "forwarded_ns"

    @id:FAULT-TIME-005 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The answer waits after the store has worked
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "latency", "latency_ms": 80, "on": "response"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 80 ms from "first_byte_back_ns" to "answered_ns"

  Rule: Bodies pass at the pace that the rule allows

    @id:FAULT-TIME-006 @tier:resilient @op:GetItem @needs:proxy @source:design-proxy
    Scenario: An answer passes at a thousand bytes a second
      Given a new table with partition key "pk" (S)
      And this item:
        | pk  | text |
        | "a" | "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" |
      And the proxy rule:
        """
        {"match": {"operation": "GetItem", "table": "{table}"}, "fault": {"kind": "bandwidth", "bytes_per_s": 1000}}
        """
      When the SDK gets the item {pk: "a"}
      Then the call succeeds
      And in the journal the last GetItem took at least 50 ms from "first_byte_back_ns" to "answered_ns"

    @id:FAULT-TIME-007 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A request passes at a thousand bytes a second
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "bandwidth", "bytes_per_s": 1000, "on": "request"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "text": {"S": "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"}}}
        """
      Then the call succeeds
      And in the journal the last PutItem took at least 50 ms from "forwarded_ns" to "first_byte_back_ns"

    @id:FAULT-TIME-008 @tier:resilient @op:GetItem @needs:proxy @source:design-proxy
    Scenario: An answer comes drop by drop
      Given a new table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      And the proxy rule:
        """
        {"match": {"operation": "GetItem", "table": "{table}"}, "fault": {"kind": "slow_drip", "piece_bytes": 4, "pause_ms": 15}}
        """
      When the SDK gets the item {pk: "a"}
      Then the item is:
        | pk  |
        | "a" |
      And in the journal the last GetItem took at least 45 ms from "first_byte_back_ns" to "answered_ns"

  Rule: What is stalled goes on when the rule is removed

    @id:FAULT-TIME-009 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is stalled on the request
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "stall", "on": "request"}}
        """
      When PutItem waits for the proxy rule to be removed, called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And the journal's exchanges of PutItem are:
        """
        [{"status": 200, "touched_by": [{"kind": "stall"}], "store_applied": "yes"}]
        """

    @id:FAULT-TIME-010 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is stalled on the response
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "stall", "on": "response"}}
        """
      When PutItem waits for the proxy rule to be removed, called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And the journal's exchanges of PutItem are:
        """
        [{"status": 200, "touched_by": [{"kind": "stall"}], "store_applied": "yes"}]
        """
