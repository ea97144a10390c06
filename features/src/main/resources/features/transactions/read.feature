Feature: TransactGetItems

  Rule: The items come in the order in which they were asked for

    @id:TXG-BASIC-001 @tier:core @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: Found ones, and an empty answer for the one that is not there
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "nobody"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then the response is:
        """
        {"Responses": [{"Item": {"pk": {"S": "b"}, "v": {"N": "2"}}}, {}, {"Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}]}
        """

    @id:TXG-BASIC-002 @tier:core @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: Items of two tables
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      And a table "orders" with partition key "pk" (S)
      And this item in "orders":
        | pk  | v |
        | "a" | 7 |
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table:orders}", "Key": {"pk": {"S": "a"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then the response is:
        """
        {"Responses": [{"Item": {"pk": {"S": "a"}, "v": {"N": "7"}}}, {"Item": {"pk": {"S": "a"}}}]}
        """

    @id:TXG-BASIC-003 @tier:core @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: Each read has its own projection
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v | w |
        | "a" | 1 | 2 |
        | "b" | 3 | 4 |
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "v"}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}, "ProjectionExpression": "#x", "ExpressionAttributeNames": {"#x": "w"}}}]}
        """
      Then the response is:
        """
        {"Responses": [{"Item": {"v": {"N": "1"}}}, {"Item": {"w": {"N": "4"}}}]}
        """

    @id:TXG-BASIC-006 @tier:core @op:TransactGetItems @op:TransactWriteItems @needs:transactions @source:aws-guide-transaction-apis
    Scenario: What one transaction wrote is read together
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | n |
        | "a" | 5 |
        | "b" | 5 |
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = n - :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}},
          {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}, "UpdateExpression": "SET n = n + :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}}}]}
        """
      Then the response is:
        """
        {"Responses": [{"Item": {"pk": {"S": "a"}, "n": {"N": "4"}}}, {"Item": {"pk": {"S": "b"}, "n": {"N": "6"}}}]}
        """

    @id:TXG-BASIC-004 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-081
    Scenario: A projection that matches nothing leaves Item out
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "nothing"}}]}
        """
      Then the response is:
        """
        {"Responses": [{}]}
        """

    @id:TXG-BASIC-005 @tier:complete @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems @source:facts-123
    Scenario: A hundred reads are the most
      Given a table with partition key "pk" (S)
      And 3 items like:
        """
        {"pk": {"S": "k#"}}
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [{each:1..100:{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "k#"}}}}}]}
        """
      Then "Responses[2].Item.pk.S" in the response is "k3"
      And "Responses[99]" in the response is {}

  Rule: A read that cannot be done fails the whole request

    @id:TXG-ERR-001 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-121
    Scenario: An empty Key cancels
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}, {"Get": {"TableName": "{table}", "Key": {}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None"}, {"Code": "ValidationError", "Message": "The provided key element does not match the schema"}]}
        """

    @id:TXG-ERR-002 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-053 @source:facts-121
    Scenario Outline: A key that does not fit the table cancels: <case>
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": <key>}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "The provided key element does not match the schema"}]}
        """

      Examples:
        | case         | key                                  |
        | wrong-type   | {"pk": {"N": "1"}}                   |
        | wrong-name   | {"id": {"S": "a"}}                   |
        | one-too-many | {"pk": {"S": "a"}, "sk": {"S": "b"}} |

    @id:TXG-ERR-003 @tier:complete @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: The same item twice
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException saying "Transaction request cannot include multiple operations on one item"

    @id:TXG-ERR-004 @tier:core @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: A table that does not exist
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ResourceNotFoundException

    @id:TXG-ERR-012 @tier:strict @op:TransactGetItems @needs:transactions @source:aws-guide-Programming.Errors
    Scenario: The words of a table that does not exist
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found"

    @id:TXG-ERR-005 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-050
    Scenario: An empty key value
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": ""}}}}]}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"

    @id:TXG-ERR-006 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-056 @source:facts-055
    Scenario: A projection of 4097 bytes
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "{repeat:a:4097}"}}]}
        """
      Then it fails with ValidationException saying something containing "Invalid ProjectionExpression: Expression size has exceeded the maximum allowed size;"

    @id:TXG-ERR-007 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-077
    Scenario: Paths that overlap
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "v, v.w"}}]}
        """
      Then it fails with ValidationException saying "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [v], path two: [v, w]"

    @id:TXG-ERR-008 @tier:complete @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems
    Scenario: A name that the projection does not use
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "v", "ExpressionAttributeNames": {"#u": "u"}}}]}
        """
      Then it fails with ValidationException saying "Value provided in ExpressionAttributeNames unused in expressions: keys: {#u}"

    @id:TXG-ERR-009 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-115
    Scenario: A table name that cannot be one
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}, {"Get": {"TableName": "bad name!", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value 'bad name!' at 'transactItems.2.member.get.tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"

    @id:TXG-ERR-010 @tier:complete @op:TransactGetItems @needs:transactions @source:aws-api-TransactGetItems @source:facts-123
    Scenario: A hundred and one reads
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{each:1..101:{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "k#"}}}}}]}
        """
      Then it fails with ValidationException saying something containing "Member must have length less than or equal to 100"

    @id:TXG-ERR-011 @tier:strict @op:TransactGetItems @needs:transactions @source:facts-117
    Scenario: The values of ReturnConsumedCapacity
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}], "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value 'MUCH' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"
