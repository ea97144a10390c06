Feature: Partial answers, through the proxy

  Rule: What a batch leaves unprocessed was not done, and a client that sends it again loses nothing

    @id:FAULT-PART-001 @tier:resilient @op:BatchWriteItem @needs:proxy @source:aws-api-BatchWriteItem
    Scenario: Chosen writes come back and are not in the table
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "unprocessed_items", "positions": [0, 2]}}
        """
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [
          {"PutRequest": {"Item": {"pk": {"S": "a"}}}},
          {"PutRequest": {"Item": {"pk": {"S": "b"}}}},
          {"PutRequest": {"Item": {"pk": {"S": "c"}}}}]}}
        """
      Then the response contains:
        """
        {"UnprocessedItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}, {"PutRequest": {"Item": {"pk": {"S": "c"}}}}]}}
        """
      And the CRC32 header is that of the body
      And the table holds exactly:
        | pk  |
        | "b" |

    @id:FAULT-PART-002 @tier:resilient @op:BatchGetItem @needs:proxy @source:aws-api-BatchGetItem
    Scenario: Chosen keys come back and are not read
      Given a new table with partition key "pk" (S)
      And these items:
        | pk  |
        | "a" |
        | "b" |
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "unprocessed_keys", "positions": [1]}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"ConsistentRead": true, "Keys": [{"pk": {"S": "a"}}, {"pk": {"S": "b"}}]}}}
        """
      Then the response contains:
        """
        {"Responses": {"{table}": [{"pk": {"S": "a"}}]}, "UnprocessedKeys": {"{table}": {"ConsistentRead": true, "Keys": [{"pk": {"S": "b"}}]}}}
        """

    @id:FAULT-PART-003 @tier:resilient @op:BatchWriteItem @needs:proxy @source:aws-api-BatchWriteItem
    Scenario: A batch of which nothing is left is throttled
      Given a new table with partition key "pk" (S)
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "unprocessed_items", "each": 1}}
        """
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}]}}
        """
      Then it fails with ProvisionedThroughputExceededException
      And the table holds 0 items

  Rule: Pages may be short or empty, and a client that goes on sees every item once

    @id:FAULT-PART-004 @tier:resilient @op:Query @needs:proxy @source:aws-guide-Query.Pagination
    Scenario: Short pages of a query
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
      """
      {"pk": {"S": "a"}, "sk": {"N": "#"}}
      """
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "short_page", "limit": 2}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ProjectionExpression": "sk"}
        """
      Then "Items" in the response is [{"sk":{"N":"1"}},{"sk":{"N":"2"}},{"sk":{"N":"3"}},{"sk":{"N":"4"}},{"sk":{"N":"5"}}]
      And "PageCounts" in the response is [2,2,1]

    @id:FAULT-PART-005 @tier:resilient @op:Query @needs:proxy @source:aws-guide-Query.Pagination
    Scenario: Empty pages of a query
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
      """
      {"pk": {"S": "a"}, "sk": {"N": "#"}}
      """
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "empty_page"}, "schedule": {"limit": 3}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ProjectionExpression": "sk"}
        """
      Then "Items" in the response is [{"sk":{"N":"1"}},{"sk":{"N":"2"}},{"sk":{"N":"3"}},{"sk":{"N":"4"}},{"sk":{"N":"5"}}]
      And "PageCounts" in the response is [1,0,0,4]

    @id:FAULT-PART-006 @tier:resilient @op:Scan @needs:proxy @source:aws-guide-Scan
    Scenario: The SDK's paginator goes through short and empty pages
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
      """
      {"pk": {"S": "a"}, "sk": {"N": "#"}}
      """
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "short_page", "limit": 1}}
        """
      And the proxy rule:
        """
        {"match": {"table": "{table}"}, "fault": {"kind": "empty_page"}, "schedule": {"every_nth": 2}}
        """
      When the SDK scans the table
      Then the items are in any order:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
        | "a" | 4  |
        | "a" | 5  |
