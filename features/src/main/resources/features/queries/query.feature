Feature: Query

  Rule: A query returns the items of one partition that fit the key condition, in the order of the sort key

    @id:QRY-KEY-001 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions
    Scenario: All items of a partition, and of no other
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 10 | "x" |
        | "a" | 2  | "y" |
        | "b" | 1  | "z" |
        | "a" | -1 | "w" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"Count": 3, "ScannedCount": 3, "LastEvaluatedKey": "{absent}"}
        """
      And the items are:
        | pk  | sk | v   |
        | "a" | -1 | "w" |
        | "a" | 2  | "y" |
        | "a" | 10 | "x" |

    @id:QRY-KEY-002 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions @source:facts-059
    Scenario Outline: The sort key is narrowed down: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
        | "a" | 4  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "<condition>",
         "ExpressionAttributeValues": {":p": {"S": "a"}, <values>}, "ProjectionExpression": "sk"}
        """
      Then "Items" in the response is <items>

      Examples:
        | case             | condition                         | values                               | items                                  |
        | equal            | pk = :p AND sk = :v               | ":v": {"N": "2.0"}                   | [{"sk":{"N":"2"}}]                     |
        | less             | pk = :p AND sk < :v               | ":v": {"N": "3"}                     | [{"sk":{"N":"1"}},{"sk":{"N":"2"}}]    |
        | at-most          | pk = :p AND sk <= :v              | ":v": {"N": "2"}                     | [{"sk":{"N":"1"}},{"sk":{"N":"2"}}]    |
        | greater          | pk = :p AND sk > :v               | ":v": {"N": "2"}                     | [{"sk":{"N":"3"}},{"sk":{"N":"4"}}]    |
        | at-least         | pk = :p AND sk >= :v              | ":v": {"N": "3"}                     | [{"sk":{"N":"3"}},{"sk":{"N":"4"}}]    |
        | between          | pk = :p AND sk BETWEEN :v AND :w  | ":v": {"N": "2"}, ":w": {"N": "3"}   | [{"sk":{"N":"2"}},{"sk":{"N":"3"}}]    |
        | other-way-round  | sk > :v AND pk = :p               | ":v": {"N": "3"}                     | [{"sk":{"N":"4"}}]                     |
        | value-first      | pk = :p AND :v <= sk              | ":v": {"N": "4"}                     | [{"sk":{"N":"4"}}]                     |
        | parentheses      | (pk = :p) AND (sk = :v)           | ":v": {"N": "4"}                     | [{"sk":{"N":"4"}}]                     |
        | nothing          | pk = :p AND sk > :v               | ":v": {"N": "9"}                     | []                                     |

    @id:QRY-KEY-003 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions
    Scenario: begins_with on a string sort key
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And these items:
        | pk  | sk       |
        | "a" | "order"  |
        | "a" | "order1" |
        | "a" | "orders" |
        | "a" | "Order2" |
        | "a" | "ordes"  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p AND begins_with(sk, :s)",
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":s": {"S": "order"}}}
        """
      Then the items are:
        | pk  | sk       |
        | "a" | "order"  |
        | "a" | "order1" |
        | "a" | "orders" |

    @id:QRY-KEY-004 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions
    Scenario: Strings are ordered by their UTF-8 bytes
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And these items:
        | pk  | sk  |
        | "a" | "b" |
        | "a" | "B" |
        | "a" | "é" |
        | "a" | "10" |
        | "a" | "9" |
        | "a" | "～" |
        | "a" | "😀" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the items are:
        | pk  | sk  |
        | "a" | "10" |
        | "a" | "9" |
        | "a" | "B" |
        | "a" | "b" |
        | "a" | "é" |
        | "a" | "～" |
        | "a" | "😀" |

    @id:QRY-KEY-005 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions
    Scenario: Numbers are ordered by value over their whole range
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk      |
        | "a" | 1e-130  |
        | "a" | -1e125  |
        | "a" | 0       |
        | "a" | -1e-130 |
        | "a" | 9.99e124 |
        | "a" | 1e125   |
        | "a" | -5      |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"Items": [{"sk": {"N": "{value:-1e125}"}}, {"sk": {"N": "-5"}}, {"sk": {"N": "{value:-1e-130}"}}, {"sk": {"N": "0"}},
         {"sk": {"N": "{value:1e-130}"}}, {"sk": {"N": "{value:9.99e124}"}}, {"sk": {"N": "{value:1e125}"}}]}
        """

    @id:QRY-KEY-006 @tier:core @op:Query @source:aws-guide-Query.KeyConditionExpressions
    Scenario: Binaries are ordered as unsigned bytes
      Given a table with partition key "pk" (S) and sort key "sk" (B)
      And these items:
        | pk  | sk      |
        | "a" | b"/w==" |
        | "a" | b"AQ==" |
        | "a" | b"fw==" |
        | "a" | b"gA==" |
        | "a" | b"AQA=" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the items are:
        | pk  | sk      |
        | "a" | b"AQ==" |
        | "a" | b"AQA=" |
        | "a" | b"fw==" |
        | "a" | b"gA==" |
        | "a" | b"/w==" |

    @id:QRY-KEY-007 @tier:core @op:Query @source:aws-api-Query
    Scenario: ScanIndexForward false turns the order round
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p AND sk > :v", "ScanIndexForward": false,
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"N": "1"}}}
        """
      Then the items are:
        | pk  | sk |
        | "a" | 3  |
        | "a" | 2  |

    @id:QRY-KEY-008 @tier:core @op:Query @source:aws-api-Query
    Scenario: A partition without items
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the response is:
        """
        {"Items": [], "Count": 0, "ScannedCount": 0}
        """

  Rule: A key condition names the whole partition key by equality, and at most one condition on the sort key

    @id:QRY-ERR-001 @tier:strict @op:Query @source:aws-guide-Query.KeyConditionExpressions @source:facts-059 @source:facts-061 @source:facts-062 @source:facts-063
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {<values>}}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case                | condition                               | values                                                         | message |
        | no-partition-key    | sk = :v                                 | ":v": {"N": "1"}                                               | Query condition missed key schema element: pk |
        | range-of-partitions | pk > :p                                 | ":p": {"S": "a"}                                               | Query key condition not supported |
        | other-attribute     | pk = :p AND v = :v                      | ":p": {"S": "a"}, ":v": {"N": "1"}                             | Query condition missed key schema element: sk |
        | or                  | pk = :p OR sk = :v                      | ":p": {"S": "a"}, ":v": {"N": "1"}                             | Invalid operator used in KeyConditionExpression: OR |
        | two-sort-conditions | pk = :p AND sk > :v AND sk < :w         | ":p": {"S": "a"}, ":v": {"N": "1"}, ":w": {"N": "9"}           | KeyConditionExpressions must only contain one condition per key |
        | three-attributes    | pk = :p AND sk = :v AND v = :w          | ":p": {"S": "a"}, ":v": {"N": "1"}, ":w": {"N": "9"}           | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2) |
        | wrong-type          | pk = :p AND sk = :v                     | ":p": {"S": "a"}, ":v": {"S": "1"}                             | One or more parameter values were invalid: Condition parameter type does not match schema type |
        | bool-partition-key  | pk = :p                                 | ":p": {"BOOL": true}                                           | One or more parameter values were invalid: Condition parameter type does not match schema type |

    @id:QRY-ERR-002 @tier:strict @op:Query @source:facts-061
    Scenario: begins_with takes no number
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p AND begins_with(sk, :v)",
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"

    @id:QRY-ERR-003 @tier:strict @op:Query @source:aws-api-Query
    Scenario: No key condition at all
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException saying something containing "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."

    @id:QRY-ERR-004 @tier:core @op:Query @source:aws-api-Query
    Scenario: A table that does not exist
      When Query is called with:
        """
        {"TableName": "{new-table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ResourceNotFoundException

    @id:QRY-ERR-005 @tier:complete @op:Query @source:facts-086 @unconfirmed
    Scenario: An index that does not exist
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "nope", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException saying "The table does not have the specified index: nope"

    @id:QRY-ERR-006 @tier:strict @op:Query @source:facts-050
    Scenario: An empty string is no key
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": ""}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"

    @id:QRY-ERR-007 @tier:strict @op:Query @source:facts-125
    Scenario: A Limit of zero
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "Limit": 0, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1
        1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
        """

  Rule: A filter drops items after they were read; they still count as scanned

    @id:QRY-FILT-001 @tier:core @op:Query @source:facts-082 @source:facts-083
    Scenario: Count is what is left, ScannedCount what was read
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  | "y" |
        | "a" | 3  | "x" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "FilterExpression": "v = :v",
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"S": "x"}}}
        """
      Then the response contains:
        """
        {"Count": 2, "ScannedCount": 3}
        """
      And the items are:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 3  | "x" |

    @id:QRY-FILT-002 @tier:core @op:Query @source:facts-083
    Scenario: A page that the filter empties still leads on
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  | "y" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 1, "KeyConditionExpression": "pk = :p", "FilterExpression": "v = :v",
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"S": "y"}}}
        """
      Then the response is:
        """
        {"Items": [], "Count": 0, "ScannedCount": 1, "LastEvaluatedKey": {"pk": {"S": "a"}, "sk": {"N": "1"}}}
        """

    @id:QRY-FILT-003 @tier:strict @op:Query @source:aws-guide-Query.FilterExpression
    Scenario: A filter may not look at the key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "FilterExpression": "sk > :v",
         "ExpressionAttributeValues": {":p": {"S": "a"}, ":v": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk"

    @id:QRY-FILT-004 @tier:complete @op:Query @source:facts-082
    Scenario: A filter does not make the query cheaper
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 4 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}, "v": {"S": "{repeat:x:3000}"}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "FilterExpression": "attribute_exists(nothing)",
         "ExpressionAttributeValues": {":p": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then the response contains:
        """
        {"Count": 0, "ScannedCount": 4, "ConsumedCapacity": {"CapacityUnits": 3}}
        """

  Rule: Select chooses between items, parts of them and their number

    @id:QRY-SEL-001 @tier:core @op:Query @source:aws-api-Query
    Scenario: COUNT returns no items
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Select": "COUNT", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the response is:
        """
        {"Count": 2, "ScannedCount": 2}
        """

    @id:QRY-SEL-002 @tier:strict @op:Query @source:facts-085
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", <more>, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case                   | more                                                      | message |
        | count-and-projection   | "Select": "COUNT", "ProjectionExpression": "pk"           | Cannot specify the ProjectionExpression when choosing to get only the Count |
        | all-and-projection     | "Select": "ALL_ATTRIBUTES", "ProjectionExpression": "pk"  | Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES |
        | projected-without-index | "Select": "ALL_PROJECTED_ATTRIBUTES"                     | ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName |

  Rule: An index is queried by its own key

    @id:QRY-IDX-001 @tier:core @op:Query @source:aws-guide-GSI
    Scenario: A global secondary index finds items by another attribute and leaves out those without it
      Given a table with partition key "pk" (S) and indexes:
        | index   | kind | partition key | sort key | projection |
        | by-city | GSI  | city (S)      | age (N)  | ALL        |
      And these items:
        | pk  | city    | age | name  |
        | "1" | "Kraków" | 40 | "Ola" |
        | "2" | "Kraków" | 30 | "Jan" |
        | "3" | "Gdynia" | 20 | "Ewa" |
        | "4" | "Kraków" |    | "Iza" |
        | "5" |          | 50 | "Leo" |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-city"}' answers:
        """
        {"Count": 3}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "by-city", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "Kraków"}}}
        """
      Then the items are:
        | pk  | city     | age | name  |
        | "2" | "Kraków" | 30  | "Jan" |
        | "1" | "Kraków" | 40  | "Ola" |

    @id:QRY-IDX-004 @tier:core @op:Query @op:UpdateItem @source:aws-guide-GSI
    Scenario: A global secondary index comes to show what an update made of an item
      Given a table with partition key "pk" (S) and indexes:
        | index   | kind | partition key | sort key | projection |
        | by-city | GSI  | city (S)      |          | ALL        |
      And this item:
        | pk  | city     | name  |
        | "1" | "Gdynia" | "Ewa" |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-city"}' answers:
        """
        {"Count": 1}
        """
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "1"}}, "UpdateExpression": "SET #n = :n", "ExpressionAttributeNames": {"#n": "name"}, "ExpressionAttributeValues": {":n": {"S": "Eva"}}}
        """
      Then the call succeeds
      And within 30 seconds calling Query with '{"TableName": "{table}", "IndexName": "by-city", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "Gdynia"}}}' answers:
        """
        {"Items": [{"pk": {"S": "1"}, "city": {"S": "Gdynia"}, "name": {"S": "Eva"}}]}
        """

    @id:QRY-IDX-005 @tier:core @op:Query @op:UpdateItem @source:aws-guide-GSI
    Scenario: An item moves in a global secondary index with its key there
      Given a table with partition key "pk" (S) and indexes:
        | index   | kind | partition key | sort key | projection |
        | by-city | GSI  | city (S)      |          | ALL        |
      And this item:
        | pk  | city     |
        | "1" | "Gdynia" |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-city"}' answers:
        """
        {"Count": 1}
        """
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "1"}}, "UpdateExpression": "SET city = :c", "ExpressionAttributeValues": {":c": {"S": "Sopot"}}}
        """
      Then the call succeeds
      And within 30 seconds calling Query with '{"TableName": "{table}", "IndexName": "by-city", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "Sopot"}}}' answers:
        """
        {"Items": [{"pk": {"S": "1"}, "city": {"S": "Sopot"}}]}
        """
      And within 30 seconds calling Query with '{"TableName": "{table}", "IndexName": "by-city", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "Gdynia"}}}' answers:
        """
        {"Items": [], "Count": 0}
        """

    @id:QRY-IDX-002 @tier:core @op:Query @source:aws-guide-LSI
    Scenario: A local secondary index orders a partition by another attribute
      Given a table with partition key "pk" (S) and sort key "sk" (N) and indexes:
        | index   | kind | sort key | projection |
        | by-name | LSI  | name (S) | KEYS_ONLY  |
      And these items:
        | pk  | sk | name  | v |
        | "a" | 1  | "Zoe" | 1 |
        | "a" | 2  | "Ada" | 2 |
        | "a" | 3  |       | 3 |
        | "b" | 1  | "Bob" | 4 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "by-name", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the items are:
        | pk  | sk | name  |
        | "a" | 2  | "Ada" |
        | "a" | 1  | "Zoe" |

    @id:QRY-IDX-003 @tier:strict @op:Query @source:facts-087
    Scenario: A global secondary index has no consistent reads
      Given a table with partition key "pk" (S) and indexes:
        | index   | kind | partition key | sort key | projection |
        | by-city | GSI  | city (S)      | age (N)  | ALL        |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "by-city", "ConsistentRead": true, "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then it fails with ValidationException saying "Consistent reads are not supported on global secondary indexes"
