Feature: Consumed capacity of writes and index reads

  Rule: An index is charged for the change of what it stores, and left out when that is nothing

    @id:CAP-IDX-001 @tier:complete @op:PutItem @source:facts-099 @source:facts-100
    Scenario: A new item in a global secondary index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 2, "Table": {"CapacityUnits": 1}, "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 1}}}

    @id:CAP-IDX-002 @tier:complete @op:PutItem @source:facts-100 @source:facts-102
    Scenario: An item that is not in the index leaves it out of the report
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "x"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}

    @id:CAP-IDX-003 @tier:complete @op:PutItem @source:facts-100
    Scenario: The same item again costs the table only
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And these items:
        | pk  | city |
        | "a" | "x"  |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}

    @id:CAP-IDX-004 @tier:complete @op:UpdateItem @source:facts-099
    Scenario Outline: What an update does to the index: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | INCLUDE v  |
      And these items:
        | pk  | city | v | w |
        | "a" | "x"  | 1 | 1 |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "<update>", "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": <total>, "Table": {"CapacityUnits": 1}<index>}

      Examples:
        | case          | update        | total | index                                                     |
        | in-place      | SET v = pk    | 2     | , "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 1}} |
        | key-moved     | SET city = pk | 3     | , "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 2}} |
        | key-removed   | REMOVE city   | 2     | , "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 1}} |
        | not-projected | SET w = pk    | 1     |                                                           |
        | same-value    | SET v = v     | 1     |                                                           |

    @id:CAP-IDX-005 @tier:complete @op:PutItem @source:facts-102
    Scenario: A local secondary index adds to the total likewise
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "1"}, "x": {"S": "m"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 2, "Table": {"CapacityUnits": 1}, "LocalSecondaryIndexes": {"lsi": {"CapacityUnits": 1}}}

    @id:CAP-IDX-006 @tier:complete @op:PutItem @source:facts-102
    Scenario: Without the sort key of the local index nothing is charged for it
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "1"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}

    @id:CAP-IDX-007 @tier:complete @op:PutItem @source:facts-101
    Scenario: The members of a set in another order are no change
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And these items:
        | pk  | city | s            |
        | "a" | "x"  | <<"a", "b">> |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}, "s": {"SS": ["b", "a"]}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}

    @id:CAP-IDX-008 @tier:complete @op:PutItem @source:facts-103
    Scenario: A change in place is charged by the larger of both images
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And the item:
        """
        {"pk": {"S": "a"}, "city": {"S": "x"}, "v": {"S": "{repeat:x:2990}"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}, "v": {"S": "y"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 6, "Table": {"CapacityUnits": 3}, "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 3}}}

    @id:CAP-IDX-009 @tier:complete @op:PutItem @source:facts-103
    Scenario: A move is charged for what goes and for what comes, each rounded
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And the item:
        """
        {"pk": {"S": "a"}, "city": {"S": "x"}, "v": {"S": "{repeat:x:2990}"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "z"}, "v": {"S": "y"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 7, "Table": {"CapacityUnits": 3}, "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 4}}}

    @id:CAP-IDX-010 @tier:complete @op:DeleteItem @source:facts-099 @source:facts-102
    Scenario: Deleting is charged in every index that held the item
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
        | other | GSI  | v (S)         | ALL        |
      And these items:
        | pk  | city |
        | "a" | "x"  |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 2, "Table": {"CapacityUnits": 1}, "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 1}}}

  Rule: The table is charged for the larger of both images

    @id:CAP-TBL-001 @tier:complete @op:PutItem @source:facts-104
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:<before>}"}}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:<after>}"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": <units>}

      Examples:
        | case               | before | after | units |
        | shrinks            | 2990   | 90    | 3     |
        | grows              | 90     | 2990  | 3     |
        | exactly-1024       | 1      | 1020  | 1     |
        | one-more-than-1024 | 1      | 1021  | 2     |

    @id:CAP-TBL-002 @tier:complete @op:DeleteItem @source:facts-104
    Scenario: A delete is charged for the stored item
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:2990}"}}
        """
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 3}

    @id:CAP-TBL-003 @tier:complete @op:PutItem @source:facts-004
    Scenario: A write outside of transactions does not tell reads from writes
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}

    @id:CAP-TBL-004 @tier:complete @op:PutItem @source:aws-api-PutItem
    Scenario: NONE reports nothing
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "NONE"}
        """
      Then the response is:
        """
        {}
        """

    @id:CAP-TBL-005 @tier:complete @op:PutItem @source:facts-016 @source:facts-014
    Scenario: A number is charged by its digits, not by its stored text
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:1016}"}, "n": {"N": "1E125"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 1

    @id:CAP-TBL-006 @tier:complete @op:PutItem @source:facts-109
    Scenario: The metrics of item collections
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "b"}}, "ReturnItemCollectionMetrics": "SIZE"}
        """
      Then the response is:
        """
        {"ItemCollectionMetrics": {"ItemCollectionKey": {"pk": {"S": "a"}}, "SizeEstimateRangeGB": [0, 1]}}
        """

    @id:CAP-TBL-007 @tier:complete @op:PutItem @source:facts-109
    Scenario: A table without local indexes has none
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "b"}}, "ReturnItemCollectionMetrics": "SIZE"}
        """
      Then the response is:
        """
        {}
        """

  Rule: A query or scan is charged for what it read

    @id:CAP-READ-001 @tier:complete @op:Query @source:facts-107
    Scenario: A query of an index charges the index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And these items:
        | pk  | city |
        | "a" | "x"  |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 0.5, "Table": {"CapacityUnits": 0}, "GlobalSecondaryIndexes": {"gsi": {"CapacityUnits": 0.5}}}

    @id:CAP-READ-002 @tier:complete @op:Query @source:facts-107
    Scenario: A consistent query of a local index likewise
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | ALL        |
      And these items:
        | pk  | sk  | x   |
        | "a" | "1" | "m" |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "lsi", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": 1, "Table": {"CapacityUnits": 0}, "LocalSecondaryIndexes": {"lsi": {"CapacityUnits": 1}}}

    @id:CAP-READ-003 @tier:complete @op:Scan @source:facts-082
    Scenario Outline: A scan is charged before <case>
      Given a table with partition key "pk" (S)
      And 10 items like:
        """
        {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:1000}"}}
        """
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, <extra>, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 3

      Examples:
        | case       | extra                                          |
        | filtering  | "FilterExpression": "attribute_not_exists(pk)" |
        | projecting | "ProjectionExpression": "pk"                   |
        | counting   | "Select": "COUNT"                              |

    @id:CAP-READ-004 @tier:complete @op:Query @source:aws-guide-ProvisionedThroughput
    Scenario: The sizes of a query's items are added before they are rounded
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 8 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}, "v": {"S": "{repeat:x:490}"}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 1

    @id:CAP-READ-005 @tier:complete @op:BatchGetItem @source:aws-guide-ProvisionedThroughput
    Scenario: The sizes of a batch's items are not
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 8 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"ConsistentRead": true, "Keys": [{each:1..8:{"pk": {"S": "a"}, "sk": {"N": "#"}}}]}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 8}]
