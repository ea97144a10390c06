Feature: Pagination

  Rule: Limit ends a page after so many items read, and LastEvaluatedKey says where to go on

    @id:PAGE-LIM-001 @tier:core @op:Query @source:aws-guide-Query.Pagination @source:facts-083
    Scenario: The first page of a query
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 2, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "sk": {"N": "1"}}, {"pk": {"S": "a"}, "sk": {"N": "2"}}], "Count": 2, "ScannedCount": 2,
         "LastEvaluatedKey": {"pk": {"S": "a"}, "sk": {"N": "2"}}}
        """

    @id:PAGE-LIM-002 @tier:core @op:Query @source:aws-guide-Query.Pagination
    Scenario Outline: A query goes through all its pages: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 2, "ScanIndexForward": <forward>,
         "KeyConditionExpression": "pk = :p AND sk > :v", "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"N": "1"}}, "ProjectionExpression": "sk"}
        """
      Then "Items" in the response is <items>

      Examples:
        | case      | forward | items |
        | forwards  | true    | [{"sk":{"N":"2"}},{"sk":{"N":"3"}},{"sk":{"N":"4"}},{"sk":{"N":"5"}}] |
        | backwards | false   | [{"sk":{"N":"5"}},{"sk":{"N":"4"}},{"sk":{"N":"3"}},{"sk":{"N":"2"}}] |

    @id:PAGE-LIM-003 @tier:core @op:Query @source:aws-guide-Query.Pagination
    Scenario: The SDK's paginator goes through all pages
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 5 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When the SDK queries "pk = :p" in pages of 2 with:
        | :p  |
        | "a" |
      Then the items are:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
        | "a" | 4  |
        | "a" | 5  |

    @id:PAGE-LIM-004 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: A scan goes through all its pages and meets each item once
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 30 items like:
        """
        {"pk": {"S": "p#"}, "sk": {"N": "1"}}
        """
      When Scan is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 7}
        """
      Then "Items" in the response is:
        """
        ["{unordered}", {each:1..30:{"pk": {"S": "p#"}, "sk": {"N": "1"}}}]
        """

    @id:PAGE-LIM-005 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: The SDK's paginator scans the table
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "b" | 1  |
      When the SDK scans the table in pages of 1
      Then the items are in any order:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "b" | 1  |

    @id:PAGE-LIM-006 @tier:core @op:Query @source:facts-083
    Scenario: A page starts after its ExclusiveStartKey, whether or not that item exists
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 3  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}},
         "ExclusiveStartKey": {"pk": {"S": "a"}, "sk": {"N": "2"}}}
        """
      Then the items are:
        | pk  | sk |
        | "a" | 3  |

    @id:PAGE-LIM-007 @tier:complete @op:Query @source:aws-guide-Query.Pagination
    Scenario: A page that ends with the last item may lead to an empty one
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 4 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 2, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "PageCounts" in the response is [2, 2, 0]

    @id:PAGE-LIM-008 @tier:complete @op:Query @source:facts-084
    Scenario: Items with the same sort key in an index are paged without loss
      Given a table with partition key "pk" (S) and indexes:
        | index    | kind | partition key | sort key | projection |
        | by-group | GSI  | g (S)         | n (N)    | KEYS_ONLY  |
      And 7 items like:
        """
        {"pk": {"S": "p#"}, "g": {"S": "same"}, "n": {"N": "1"}}
        """
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-group"}' answers:
        """
        {"Count": 7}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "IndexName": "by-group", "Limit": 2, "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "same"}}}
        """
      Then "Items" in the response is:
        """
        ["{unordered}", {each:1..7:{"pk": {"S": "p#"}, "g": {"S": "same"}, "n": {"N": "1"}}}]
        """

    @id:PAGE-LIM-009 @tier:complete @op:Query @source:facts-084
    Scenario: The LastEvaluatedKey of an index names the key of the index and that of the table
      Given a table with partition key "pk" (S) and indexes:
        | index    | kind | partition key | sort key | projection |
        | by-group | GSI  | g (S)         | n (N)    | KEYS_ONLY  |
      And these items:
        | pk  | g   | n |
        | "1" | "x" | 1 |
        | "2" | "x" | 2 |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-group"}' answers:
        """
        {"Count": 2}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "by-group", "Limit": 1, "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "x"}}}
        """
      Then "LastEvaluatedKey" in the response is {"pk": {"S": "1"}, "g": {"S": "x"}, "n": {"N": "1"}}

  Rule: A page ends when it has read one megabyte

    @id:PAGE-SIZE-001 @tier:core @op:Query @source:aws-guide-Query.Pagination
    Scenario: A query of more than a megabyte comes in pages
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 4 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}, "v": {"S": "{repeat:x:380000}"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "PageCounts" in the response is [3, 1]

    @id:PAGE-SIZE-002 @tier:core @op:Query @source:facts-082
    Scenario: The megabyte counts what is read, not what is returned
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 4 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}, "v": {"S": "{repeat:x:380000}"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "FilterExpression": "attribute_exists(nothing)",
         "ProjectionExpression": "sk", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "PageCounts" in the response is [0, 0]

    @id:PAGE-SIZE-003 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: A scan of more than a megabyte comes in pages
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 4 items like:
        """
        {"pk": {"S": "p#"}, "sk": {"N": "1"}, "v": {"S": "{repeat:x:380000}"}}
        """
      When Scan is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "ProjectionExpression": "pk"}
        """
      Then the response contains:
        """
        {"Items": ["{unordered}", {each:1..4:{"pk": {"S": "p#"}}}], "PageCounts": [3, 1]}
        """

  Rule: A start key must be one that the operation could have returned

    @id:PAGE-KEY-001 @tier:strict @op:Query @source:aws-api-Query
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ExclusiveStartKey": <key>}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case            | key                                   | message |
        | no-sort-key     | {"pk": {"S": "a"}}                    | The provided starting key is invalid |
        | other-partition | {"pk": {"S": "b"}, "sk": {"N": "1"}}  | The provided starting key is outside query boundaries based on provided conditions |

    @id:PAGE-KEY-003 @tier:strict @op:Query @source:aws-api-Query @unconfirmed
    Scenario: The start key's sort key is of another type
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}},
         "ExclusiveStartKey": {"pk": {"S": "a"}, "sk": {"S": "1"}}}
        """
      Then it fails with ValidationException saying one of:
        """
        The provided starting key is invalid
        The provided starting key is invalid: The provided key element does not match the schema
        The provided key element does not match the schema
        """

    @id:PAGE-KEY-002 @tier:strict @op:Scan @source:facts-135
    Scenario: A scan's start key lacks the sort key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Scan is called with:
        """
        {"TableName": "{table}", "ExclusiveStartKey": {"pk": {"S": "a"}}}
        """
      Then it fails with ValidationException saying one of:
        """
        The provided starting key is invalid
        The provided starting key is invalid: The provided key element does not match the schema
        """
