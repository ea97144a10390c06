Feature: Batches in depth

  Rule: A batch read is one request over many tables

    @id:BGET-DEPTH-001 @tier:strict @op:BatchGetItem @source:facts-122
    Scenario: A table where nothing is found has an empty list, and nothing is left over
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}]}}}
        """
      Then the response is:
        """
        {"Responses": {"{table}": []}, "UnprocessedKeys": {}}
        """

    @id:BGET-DEPTH-002 @tier:strict @op:BatchGetItem @source:facts-078
    Scenario: One bad projection refuses the reads of every table
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ProjectionExpression": "v"}, "{table:orders}": {"Keys": [{"pk": {"S": "a"}}], "ProjectionExpression": "v, v.w"}}}
        """
      Then it fails with ValidationException saying something containing "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [v], path two: [v, w]"

    @id:BGET-DEPTH-003 @tier:strict @op:BatchGetItem @source:facts-078
    Scenario: ProjectionExpression on one table and AttributesToGet on another
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ProjectionExpression": "v"}, "{table:orders}": {"Keys": [{"pk": {"S": "a"}}], "AttributesToGet": ["v"]}}}
        """
      Then it fails with ValidationException saying something containing "Can not use both expression and non-expression parameters in the same request"

    @id:BGET-DEPTH-004 @tier:strict @op:BatchGetItem @source:facts-118 @source:facts-119
    Scenario: A malformed table name is told together with a bad enum
      When BatchGetItem is called with:
        """
        {"RequestItems": {"bad name!": {"Keys": [{"pk": {"S": "a"}}]}}, "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying something containing "2 validation errors detected:"

    @id:BGET-DEPTH-005 @tier:strict @op:BatchGetItem @source:facts-131
    Scenario: A hundred and one keys are told by their place
      Given a table with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{each:1..101:{"pk": {"S": "k#"}}}]}}}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value at 'RequestItems.{table}.member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100"

    @id:BGET-DEPTH-006 @tier:strict @op:BatchGetItem @source:aws-api-BatchGetItem
    Scenario: A hundred and one keys over two tables
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{each:1..60:{"pk": {"S": "k#"}}}]}, "{table:orders}": {"Keys": [{each:1..41:{"pk": {"S": "k#"}}}]}}}
        """
      Then it fails with ValidationException saying "Too many items requested for the BatchGetItem call"

    @id:BGET-DEPTH-007 @tier:complete @op:BatchGetItem @source:facts-095
    Scenario: Consistent for one table only
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ConsistentRead": true}, "{table:orders}": {"Keys": [{"pk": {"S": "a"}}]}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is ["{unordered}", {"TableName": "{table}", "CapacityUnits": 1}, {"TableName": "{table:orders}", "CapacityUnits": 0.5}]

  Rule: A batch write is checked as a whole

    @id:BWRI-DEPTH-001 @tier:strict @op:BatchWriteItem @source:facts-118
    Scenario: A malformed table name beside a bad enum is not told
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"bad name!": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}]}, "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value 'MUCH' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"

    @id:BWRI-DEPTH-002 @tier:complete @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Twenty-six writes over two tables
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{each:1..13:{"PutRequest": {"Item": {"pk": {"S": "k#"}}}}}], "{table:orders}": [{each:1..13:{"PutRequest": {"Item": {"pk": {"S": "k#"}}}}}]}}
        """
      Then it fails with ValidationException saying "Too many items requested for the BatchWriteItem call"
      And the table holds 0 items

    @id:BWRI-DEPTH-003 @tier:strict @op:BatchWriteItem @source:facts-046
    Scenario: 32 maps are too deep
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}, "v": {nest-map:32:{"S":"leaf"}}}}}]}}
        """
      Then it fails with ValidationException saying something containing "Nesting Levels have exceeded supported limits"

    @id:BWRI-DEPTH-004 @tier:strict @op:BatchWriteItem @source:facts-008
    Scenario: An item of exactly 409600 bytes is stored
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409596}"}}}}]}}
        """
      Then the response is:
        """
        {"UnprocessedItems": {}}
        """

    @id:BWRI-DEPTH-005 @tier:complete @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Capacity adds up by table
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}, {"DeleteRequest": {"Key": {"pk": {"S": "b"}}}}, {"PutRequest": {"Item": {"pk": {"S": "c"}, "v": {"S": "{repeat:x:1500}"}}}}]}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 4}]
