Feature: Faults through the proxy

  Rule: A request that a latency rule matches is held back before the store sees it

    @id:FAULT-LAT-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is held back and then stored
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": ["PutItem"], "table": ["{table}"]}, "fault": {"kind": "latency", "latency_ms": 150}}
        """
      When the SDK puts the item:
        | pk  |
        | "a" |
      Then the call succeeds
      And the journal's exchanges of PutItem are:
        """
        [{"status": 200, "touched_by": [{"kind": "latency"}], "store_applied": "yes"}]
        """
      And in the journal the last PutItem took at least 150 ms from "received_ns" to "forwarded_ns"
      And the stored item {pk: "a"} is:
        | pk  |
        | "a" |

    @id:FAULT-LAT-002 @tier:resilient @op:GetItem @needs:proxy @source:design-proxy
    Scenario: Other operations on the table are left alone
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": ["PutItem"], "table": ["{table}"]}, "fault": {"kind": "latency", "latency_ms": 150}}
        """
      When the SDK gets the item {pk: "a"}
      Then the call succeeds
      And the journal's exchanges of GetItem are:
        """
        [{"status": 200, "touched_by": []}]
        """

  Rule: A request that a throttling rule matches is refused as the service refuses it, and the store never sees it

    @id:FAULT-THR-001 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy @source:aws-guide-Programming.Errors
    Scenario: The SDK sees a ProvisionedThroughputExceededException
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": ["PutItem"], "table": ["{table}"]}, "fault": {"kind": "throttling"}}
        """
      When the SDK puts the item:
        | pk  |
        | "a" |
      Then it fails with ProvisionedThroughputExceededException saying something starting with "The level of configured provisioned throughput for the table was exceeded."
      And the SDK throws ProvisionedThroughputExceededException
      And the journal's exchanges of PutItem are:
        """
        [{"status": 400, "touched_by": [{"kind": "throttling"}], "store_saw": "no"}]
        """
      And there is no stored item {pk: "a"}

    @id:FAULT-THR-002 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy
    Scenario: The refusal is whole on the wire
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": ["PutItem"], "table": ["{table}"]}, "fault": {"kind": "throttling"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the status is 400
      And the error type on the wire is "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
      And the response header "Content-Type" is "application/x-amz-json-1.0"
      And the response header "x-amzn-RequestId" matches "[0-9A-Z]{52}"
      And the CRC32 header is that of the body

    @id:FAULT-THR-003 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A rule with a limit lets later requests through
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": ["PutItem"], "table": ["{table}"]}, "fault": {"kind": "throttling"}, "schedule": {"limit": 1}}
        """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "a"}}}' fails with ProvisionedThroughputExceededException
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}
        """
      Then the call succeeds
      And the table holds exactly:
        | pk  |
        | "b" |
