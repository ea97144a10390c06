Feature: BatchGetItem

  Rule: A batch read returns the items that there are, from as many tables as it names

    @id:BGET-BASIC-001 @tier:core @op:BatchGetItem @source:aws-api-BatchGetItem @source:facts-122
    Scenario: Items of two tables, and none for a key that is not there
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | v   |
        | "a" | "x" |
        | "b" | "y" |
      And these items in "orders":
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
      When BatchGetItem is called with:
        """
        {"RequestItems": {
          "{table}": {"Keys": [{"pk": {"S": "a"}}, {"pk": {"S": "nobody"}}], "ConsistentRead": true},
          "{table:orders}": {"Keys": [{"pk": {"S": "a"}, "sk": {"N": "1"}}, {"pk": {"S": "a"}, "sk": {"N": "2"}}], "ConsistentRead": true}}}
        """
      Then the response is:
        """
        {"Responses": {
          "{table}": [{"pk": {"S": "a"}, "v": {"S": "x"}}],
          "{table:orders}": ["{unordered}", {"pk": {"S": "a"}, "sk": {"N": "1"}}, {"pk": {"S": "a"}, "sk": {"N": "2"}}]},
         "UnprocessedKeys": {}}
        """

    @id:BGET-BASIC-002 @tier:core @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: A projection for each table
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | x | y |
        | "a" | 1 | 2 |
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ConsistentRead": true, "ProjectionExpression": "#y", "ExpressionAttributeNames": {"#y": "y"}}}}
        """
      Then the response is:
        """
        {"Responses": {"{table}": [{"y": {"N": "2"}}]}, "UnprocessedKeys": {}}
        """

    @id:BGET-BASIC-003 @tier:complete @op:BatchGetItem @source:facts-081 @unconfirmed
    Scenario: A projection that matches nothing keeps an empty item
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ConsistentRead": true, "ProjectionExpression": "nothing"}}}
        """
      Then the response is:
        """
        {"Responses": {"{table}": [{}]}, "UnprocessedKeys": {}}
        """

    @id:BGET-BASIC-004 @tier:core @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: A hundred keys are the most
      Given a table with partition key "pk" (S)
      And 100 items like:
        """
        {"pk": {"S": "k#"}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{each:1..100:{"pk": {"S": "k#"}}}], "ConsistentRead": true}}}
        """
      Then the response contains:
        """
        {"Responses": {"{table}": ["{unordered}", {each:1..100:{"pk": {"S": "k#"}}}]}, "UnprocessedKeys": {}}
        """

    @id:BGET-BASIC-005 @tier:complete @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: More than 16 MB are not returned at once
      Given a table with partition key "pk" (S)
      And 45 items like:
        """
        {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:390000}"}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{each:1..45:{"pk": {"S": "k#"}}}], "ConsistentRead": true}}}
        """
      Then the response contains:
        """
        {"UnprocessedKeys": {"{table}": {"Keys": "{any}", "ConsistentRead": true}}}
        """

  Rule: A batch that cannot be read is refused as a whole

    @id:BGET-ERR-001 @tier:strict @op:BatchGetItem @source:facts-131
    Scenario: A hundred and one keys
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{each:1..101:{"pk": {"S": "k#"}}}]}}}
        """
      Then it fails with ValidationException saying something containing "Member must have length less than or equal to 100"

    @id:BGET-ERR-002 @tier:strict @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: The same key twice
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}, {"pk": {"S": "a"}}]}}}
        """
      Then it fails with ValidationException saying "Provided list of item keys contains duplicates"

    @id:BGET-ERR-003 @tier:strict @op:BatchGetItem @source:facts-132
    Scenario: No request at all
      When BatchGetItem is called with:
        """
        {"RequestItems": {}}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        The requestItems parameter is required for BatchGetItem
        """

    @id:BGET-ERR-004 @tier:core @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: A table that does not exist
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}]}, "{new-table:x}": {"Keys": [{"pk": {"S": "a"}}]}}}
        """
      Then it fails with ResourceNotFoundException

    @id:BGET-ERR-005 @tier:strict @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: A key that does not fit the table
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"id": {"S": "a"}}]}}}
        """
      Then it fails with ValidationException saying "The provided key element does not match the schema"
