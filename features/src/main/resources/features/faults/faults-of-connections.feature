Feature: Faults of connections, through the proxy

  Rule: A connection that a rule refuses carries no request

    @id:FAULT-CONN-001 @tier:resilient @op:Wire @needs:proxy @source:design-proxy
    Scenario: A refused connection
      Given a connection that is not open yet, whose address is saved as "mine"
      And the proxy rule:
        """
        {"match": {"client": "${mine}"}, "fault": {"kind": "refuse_connection"}}
        """
      When that connection is opened and asks for "/"
      Then it fails because of something like "reset|Broken pipe|ended"
      And the proxy rule has fired 1 time

    @id:FAULT-CONN-002 @tier:resilient @op:Wire @needs:proxy @source:design-proxy
    Scenario: A connection that no rule means is open to everybody
      Given a connection that is not open yet, whose address is saved as "mine"
      And the proxy rule:
        """
        {"match": {"client": "127.0.0.1:1"}, "fault": {"kind": "refuse_connection"}}
        """
      When that connection is opened and asks for "/"
      Then it fails because of something like "no failure"
      And the proxy rule has fired 0 times

    @id:FAULT-CONN-003 @tier:resilient @op:Wire @needs:proxy @source:design-proxy
    Scenario: A TLS handshake that fails
      Given a connection that is not open yet, whose address is saved as "mine"
      And the proxy rule:
        """
        {"match": {"client": "${mine}"}, "fault": {"kind": "tls_handshake_failure"}}
        """
      When that connection is opened and begins TLS
      Then it fails because of something like "handshake_failure"
      And the proxy rule has fired 1 time

  Rule: A connection that breaks before the store saw the request leaves the table as it was

    @id:FAULT-CONN-004 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is met by reset
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "reset"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "outcome": "dropped_by_rule", "touched_by": [{"kind": "reset"}], "store_saw": "no", "store_applied": "no"}]
        """
      And the table holds 0 items

    @id:FAULT-CONN-005 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is met by half_close
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "half_close"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "outcome": "dropped_by_rule", "touched_by": [{"kind": "half_close"}], "store_saw": "no", "store_applied": "no"}]
        """
      And the table holds 0 items

  Rule: A connection that breaks behind the store leaves the write in place

    @id:FAULT-CONN-006 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A put is reset in place of its answer
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "reset", "on": "response"}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 0, "outcome": "dropped_by_rule", "store_applied": "yes"}]
        """
      And the table holds 1 item

    @id:FAULT-CONN-007 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: An answer breaks off after its first byte
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "close_after", "bytes": 1}}
        """
      When PutItem is called, answered or not, with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then no whole answer comes
      And the journal's exchanges of PutItem are:
        """
        [{"status": 200, "outcome": "dropped_by_rule", "store_applied": "yes"}]
        """
      And the table holds 1 item

  Rule: An answer that is damaged is whole HTTP and no longer the store's

    @id:FAULT-CONN-008 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy
    Scenario: A body that is cut
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "truncated_body", "keep_bytes": 1}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the response body is "{"

    @id:FAULT-CONN-009 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy
    Scenario: A body with a flipped bit
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "corrupted_body"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the status is 200
      And the journal's exchanges of PutItem are:
        """
        [{"response": {"body_bytes": 2}, "touched_by": [{"kind": "corrupted_body"}]}]
        """

    @id:FAULT-CONN-010 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy
    Scenario: A checksum that is not that of the body
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "wrong_crc32"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then the response body is "{}"
      And the response header "x-amz-crc32" matches "(?!2745614147$)[0-9]+"
      And the journal's exchanges of PutItem are:
        """
        [{"touched_by": [{"kind": "wrong_crc32"}], "store_applied": "yes"}]
        """
