Feature: Errors of the service, through the proxy

  Rule: Throttling meets the table, index, key or key range that the rule names, and says which

    @id:FAULT-ERR-001 @tier:resilient @op:PutItem @needs:proxy @source:aws-api-ThrottlingReason
    Scenario: A table in provisioned mode
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableWriteProvisionedThroughputExceeded", "resource": "{matches:arn:aws:dynamodb:.*:table/{table}}"}]}
        """

    @id:FAULT-ERR-002 @tier:resilient @op:PutItem @needs:proxy @source:aws-api-ThrottlingReason
    Scenario: An index that holds writes up
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling", "index": "by-date"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "IndexWriteProvisionedThroughputExceeded", "resource": "{matches:arn:aws:dynamodb:.*:table/{table}/index/by-date}"}]}
        """

    @id:FAULT-ERR-003 @tier:resilient @op:Query @needs:proxy @source:aws-api-ThrottlingReason
    Scenario: The index that a query reads
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}", "index": "by-date"}, "fault": {"kind": "throttling", "limit": "MaxOnDemandThroughputExceeded"}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "by-date", "KeyConditionExpression": "d = :d", "ExpressionAttributeValues": {":d": {"S": "x"}}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "IndexReadMaxOnDemandThroughputExceeded", "resource": "{matches:arn:aws:dynamodb:.*:table/{table}/index/by-date}"}]}
        """

    @id:FAULT-ERR-004 @tier:resilient @op:PutItem @needs:proxy @source:aws-api-ThrottlingReason
    Scenario: A hot partition key
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}", "key": {"pk": "a"}}, "fault": {"kind": "throttling", "error": "ThrottlingException"}}
        """
      And calling PutItem with '{"TableName": "{table}", "Item": {"pk": {"S": "b"}}}' answers:
      """
      {}
      """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ThrottlingException
      And the error contains:
        """
        {"throttlingReasons": [{"reason": "TableWriteKeyRangeThroughputExceeded", "resource": "{matches:arn:aws:dynamodb:.*:table/{table}}"}]}
        """

    @id:FAULT-ERR-005 @tier:resilient @op:BatchWriteItem @needs:proxy @source:aws-api-ThrottlingReason
    Scenario: A hot key range in a batch
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      And the proxy rule:
        """
        {"match": {"table": "{table}", "key": {"pk": "a", "sk": {"from": 10, "to": 19}}}, "fault": {"kind": "throttling", "limit": "KeyRangeThroughputExceeded"}}
        """
      And calling BatchWriteItem with '{"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}, "sk": {"N": "20"}}}}]}}' answers:
      """
      {"UnprocessedItems": {}}
      """
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "b"}, "sk": {"N": "1"}}}}, {"DeleteRequest": {"Key": {"pk": {"S": "a"}, "sk": {"N": "1.5e1"}}}}]}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the error contains:
        """
        {"ThrottlingReasons": [{"reason": "TableWriteKeyRangeThroughputExceeded", "resource": "{matches:arn:aws:dynamodb:.*:table/{table}}"}]}
        """

  Rule: A client that retries gets through a limited storm

    @id:FAULT-ERR-006 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The SDK retries what was throttled twice
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "throttling"}, "schedule": {"limit": 2}}
        """
      And the SDK retries as it does by itself
      When the SDK puts the item:
        | pk  |
        | "a" |
      Then the call succeeds
      And the journal's exchanges of PutItem are:
        """
        [{"status": 400, "store_saw": "no"}, {"status": 400, "store_saw": "no"}, {"status": 200, "store_applied": "yes"}]
        """

    @id:FAULT-ERR-007 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: The SDK retries what failed in the service
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "error", "error": "InternalServerError"}, "schedule": {"limit": 1}}
        """
      And the SDK retries as it does by itself
      When the SDK puts the item:
        | pk  |
        | "a" |
      Then the call succeeds
      And the journal's exchanges of PutItem are:
        """
        [{"status": 500, "store_saw": "no"}, {"status": 200, "store_applied": "yes"}]
        """

  Rule: Each error has the service's type, status, headers and words

    @id:FAULT-ERR-008 @tier:resilient @op:PutItem @op:Wire @needs:proxy @source:design-proxy @source:aws-guide-Programming.Errors @source:aws-iam-troubleshoot.access-denied
    Scenario Outline: <case>
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "error", "error": "<case>"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with <type> saying something matching "<text>"
      And the status is <status>
      And the response header "Content-Type" is "application/x-amz-json-1.0"
      And the response header "x-amzn-RequestId" matches "[0-9A-Z]{52}"
      And the CRC32 header is that of the body
      And the table holds 0 items

      Examples:
        | case                                     | type                                     | status | text                                                                                                                   |
        | InternalServerError                      | InternalServerError                      | 500    | Internal server error                                                                                                  |
        | RequestLimitExceeded                     | RequestLimitExceeded                     | 400    | Throughput exceeds the current throughput limit for your account.*                                                     |
        | ItemCollectionSizeLimitExceededException | ItemCollectionSizeLimitExceededException | 400    | Collection size exceeded.                                                                                              |
        | LimitExceededException                   | LimitExceededException                   | 400    | Too many operations for a given subscriber.                                                                            |
        | TransactionConflictException             | TransactionConflictException             | 400    | Transaction is ongoing for the item                                                                                    |
        | TransactionInProgressException           | TransactionInProgressException           | 400    | Transaction from previous request is still in progress                                                                 |
        | ExpiredTokenException                    | ExpiredTokenException                    | 400    | The security token included in the request is expired                                                                  |
        | UnrecognizedClientException              | UnrecognizedClientException              | 400    | The security token included in the request is invalid.                                                                 |
        | AccessDeniedException                    | AccessDeniedException                    | 400    | User: arn:aws:iam::.* is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:.*:table/{table} .* |
        | InvalidSignatureException                | InvalidSignatureException                | 400    | Signature expired: [0-9TZ]* is now earlier than [0-9TZ]* .[0-9TZ]* - 5 min..                                           |
        | SignatureNotYetCurrent                   | InvalidSignatureException                | 400    | Signature not yet current: [0-9TZ]* is still later than [0-9TZ]* .[0-9TZ]* . 5 min..                                   |

    @id:FAULT-ERR-009 @tier:resilient @op:PutItem @needs:proxy @unconfirmed @source:aws-guide-Programming.Errors
    Scenario: ServiceUnavailable
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "error", "error": "ServiceUnavailable"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ServiceUnavailable saying "DynamoDB is currently unavailable. (This should be a temporary state.)"

    @id:FAULT-ERR-010 @tier:resilient @op:GetRecords @needs:proxy @unconfirmed @source:aws-api-GetRecords
    Scenario: ExpiredIteratorException
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "error", "error": "ExpiredIteratorException"}}
        """
      When GetRecords is called with:
        """
        {"ShardIterator": "old", "TableName": "{table}"}
        """
      Then it fails with ExpiredIteratorException

    @id:FAULT-ERR-011 @tier:resilient @op:PutItem @needs:proxy @source:design-proxy
    Scenario: A message of the rule's own
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"operation": "PutItem", "table": "{table}"}, "fault": {"kind": "error", "error": "AccessDeniedException", "message": "No."}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with AccessDeniedException saying "No."

  Rule: A cancelled transaction has a reason for each of its actions, and none is applied

    @id:FAULT-ERR-012 @tier:resilient @op:TransactWriteItems @needs:proxy @source:aws-api-TransactWriteItems
    Scenario: The second of three actions conflicts
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "transaction_cancelled", "reasons": ["None", "TransactionConflict"]}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "c"}}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, TransactionConflict, None]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None"}, {"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item."}, {"Code": "None"}]}
        """
      And the table holds 0 items
