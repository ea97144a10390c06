Feature: Transactions: consumed capacity

  Rule: Transactional writes cost two units for every kilobyte

    @id:TXW-CAP-001 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-096 @source:facts-004
    Scenario Outline: A small item: <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [<action>], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 2, "WriteCapacityUnits": 2}]

      Examples:
        | case               | action                                                                                                                 |
        | put                | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}                                                          |
        | put-with-condition | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}}           |
        | update             | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = v"}}                       |
        | delete             | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}                                                        |
        | delete-of-nothing  | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "nobody"}}}}                                                   |
        | condition-check    | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}} |

    @id:TXW-CAP-002 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-096 @source:facts-106
    Scenario Outline: The size that counts: <case>
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:2990}"}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [<action>], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": <units>, "WriteCapacityUnits": <units>}]

      Examples:
        | case                 | action                                                                                                                                             | units |
        | put-of-1500-bytes    | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}, "v": {"S": "{repeat:x:1490}"}}}}                                                       | 4     |
        | delete-of-the-stored | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}                                                                                    | 6     |
        | check-of-the-stored  | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}}                             | 6     |
        | update-of-the-stored | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET w = :w", "ExpressionAttributeValues": {":w": {"N": "1"}}}} | 6     |

    @id:TXW-CAP-003 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-096
    Scenario: The actions on one table add up, each table by itself
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}, {"Put": {"TableName": "{table:orders}", "Item": {"pk": {"S": "a"}}}}], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is ["{unordered}", {"TableName": "{table}", "CapacityUnits": 4, "WriteCapacityUnits": 4}, {"TableName": "{table:orders}", "CapacityUnits": 2, "WriteCapacityUnits": 2}]

    @id:TXW-CAP-004 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-105 @source:facts-004 @unconfirmed
    Scenario: The indexes cost what they cost outside
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}}}}], "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is:
        """
        [{"TableName": "{table}", "CapacityUnits": 3, "WriteCapacityUnits": 3,
          "Table": {"CapacityUnits": 2, "WriteCapacityUnits": 2},
          "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 1, "WriteCapacityUnits": 1}}}]
        """

    @id:TXW-CAP-005 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-098
    Scenario: A transaction that is cancelled reports none
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}}], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"ConsumedCapacity": "{absent}"}
        """

    @id:TXW-CAP-006 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-109
    Scenario: The metrics of item collections tell a size near nothing
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | ALL        |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "b"}}}}], "ReturnItemCollectionMetrics": "SIZE"}
        """
      Then the response contains:
        """
        {"ItemCollectionMetrics": {"{table}": [{"ItemCollectionKey": {"pk": {"S": "a"}}, "SizeEstimateRangeGB": [0, 1]}]}}
        """

  Rule: Transactional reads cost two units for every four kilobytes

    @id:TXG-CAP-001 @tier:complete @op:TransactGetItems @needs:transactions @source:facts-095 @source:facts-004
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And the items:
        """
        [{"pk": {"S": "small"}}, {"pk": {"S": "large"}, "v": {"S": "{repeat:x:5000}"}}]
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [<reads>], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": <units>, "ReadCapacityUnits": <units>}]

      Examples:
        | case              | reads                                                                                                                               | units |
        | small             | {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "small"}}}}                                                                    | 2     |
        | missing           | {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "nobody"}}}}                                                                   | 2     |
        | large             | {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "large"}}}}                                                                    | 4     |
        | small-and-missing | {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "small"}}}}, {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "nobody"}}}} | 4     |
        | projected-large   | {"Get": {"TableName": "{table}", "Key": {"pk": {"S": "large"}}, "ProjectionExpression": "pk"}}                                      | 4     |

    @id:TXG-CAP-002 @tier:complete @op:TransactGetItems @needs:transactions @source:facts-095 @source:facts-004
    Scenario: INDEXES tells the table's part
      Given a table with partition key "pk" (S)
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}], "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 2, "ReadCapacityUnits": 2, "Table": {"CapacityUnits": 2, "ReadCapacityUnits": 2}}]
