Feature: Queries of secondary indexes

  Rule: An index returns what it projects

    @id:IDX-PROJ-001 @tier:complete @op:Query @source:aws-guide-GSI
    Scenario: A KEYS_ONLY index holds the keys of index and table
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | KEYS_ONLY  |
      And these items:
        | pk  | sk  | city | n | v    |
        | "a" | "1" | "x"  | 5 | "no" |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then the items are:
        | pk  | sk  | city | n |
        | "a" | "1" | "x"  | 5 |

    @id:IDX-PROJ-002 @tier:complete @op:Query @source:aws-guide-GSI
    Scenario: An INCLUDE index holds the named ones too
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection   |
        | gsi   | GSI  | city (S)      | INCLUDE v, w |
      And these items:
        | pk  | city | v | w | x |
        | "a" | "x"  | 1 | 2 | 3 |
        | "b" | "x"  | 1 |   | 3 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then the items are in any order:
        | pk  | city | v | w |
        | "a" | "x"  | 1 | 2 |
        | "b" | "x"  | 1 |   |

    @id:IDX-PROJ-003 @tier:strict @op:Query @source:aws-guide-GSI
    Scenario: A global index does not fetch what it does not hold
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | KEYS_ONLY  |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "city = :c", "ProjectionExpression": "v", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Global secondary index gsi does not project [v]"

    @id:IDX-PROJ-004 @tier:strict @op:Query @source:aws-guide-GSI
    Scenario: ALL_ATTRIBUTES of a global index that does not hold all
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | KEYS_ONLY  |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "Select": "ALL_ATTRIBUTES", "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index gsi because its projection type is not ALL"

    @id:IDX-PROJ-005 @tier:complete @op:Query @source:aws-guide-LSI
    Scenario: A local index fetches the rest from the table
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | KEYS_ONLY  |
      And these items:
        | pk  | sk  | x   | v |
        | "a" | "1" | "m" | 7 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "lsi", "Select": "ALL_ATTRIBUTES", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the items are:
        | pk  | sk  | x   | v |
        | "a" | "1" | "m" | 7 |

    @id:IDX-PROJ-006 @tier:complete @op:Query @source:aws-guide-LSI
    Scenario: Without asking for it, a local index returns what it holds
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | KEYS_ONLY  |
      And these items:
        | pk  | sk  | x   | v |
        | "a" | "1" | "m" | 7 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "lsi", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then the items are:
        | pk  | sk  | x   |
        | "a" | "1" | "m" |

    @id:IDX-PROJ-007 @tier:strict @op:Query @source:facts-085
    Scenario: ALL_PROJECTED_ATTRIBUTES needs an index
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "Select": "ALL_PROJECTED_ATTRIBUTES", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"

    @id:IDX-PROJ-008 @tier:strict @op:Query @source:facts-085
    Scenario Outline: A ProjectionExpression beside Select: <case>
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "Select": "<select>", "ProjectionExpression": "v", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Cannot specify the ProjectionExpression when choosing to get <words>"

      Examples:
        | case                    | select                   | words                    |
        | all                     | ALL_ATTRIBUTES           | ALL_ATTRIBUTES           |
        | count                   | COUNT                    | only the Count           |
        | projected-without-index | ALL_PROJECTED_ATTRIBUTES | ALL_PROJECTED_ATTRIBUTES |

    @id:IDX-PROJ-009 @tier:complete @op:Scan @source:facts-087
    Scenario: A scan of a global index is not consistent either
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When Scan is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "ConsistentRead": true}
        """
      Then it fails with ValidationException, enveloped or not, saying "Consistent reads are not supported on global secondary indexes"

  Rule: Items that share the index key are all found, page by page

    @id:IDX-PAGE-001 @tier:complete @op:Query @source:facts-084
    Scenario Outline: Pages of <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | ALL        |
      And 7 items like:
        """
        {"pk": {"S": "k#"}, "city": {"S": "x"}, "n": {"N": "1"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "Limit": <case>, "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then the items are in any order:
        | pk   | city | n |
        | "k1" | "x"  | 1 |
        | "k2" | "x"  | 1 |
        | "k3" | "x"  | 1 |
        | "k4" | "x"  | 1 |
        | "k5" | "x"  | 1 |
        | "k6" | "x"  | 1 |
        | "k7" | "x"  | 1 |

      Examples:
        | case |
        | 1    |
        | 2    |
        | 3    |

    @id:IDX-PAGE-002 @tier:complete @op:Query @source:facts-084
    Scenario: Backwards too
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | KEYS_ONLY  |
      And 4 items like:
        """
        {"pk": {"S": "k#"}, "city": {"S": "x"}, "n": {"N": "1"}}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "Limit": 1, "ScanIndexForward": false, "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then the items are in any order:
        | pk   | city | n |
        | "k1" | "x"  | 1 |
        | "k2" | "x"  | 1 |
        | "k3" | "x"  | 1 |
        | "k4" | "x"  | 1 |

    @id:IDX-PAGE-003 @tier:complete @op:Query @source:facts-084
    Scenario: A local index names both sort keys
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (N)    | ALL        |
      And these items:
        | pk  | sk  | x |
        | "a" | "1" | 2 |
        | "a" | "2" | 1 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "lsi", "Limit": 1, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "LastEvaluatedKey" in the response is {"pk": {"S": "a"}, "sk": {"S": "2"}, "x": {"N": "1"}}

    @id:IDX-PAGE-004 @tier:strict @op:Query @source:aws-api-Query
    Scenario: A start key of the table alone does not fit an index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "ExclusiveStartKey": {"pk": {"S": "a"}}, "KeyConditionExpression": "city = :c", "ExpressionAttributeValues": {":c": {"S": "x"}}}
        """
      Then it fails with ValidationException saying something containing "The provided starting key is invalid"

  Rule: A key of several attributes is asked for from the left, without gaps

    @id:IDX-MULTI-001 @tier:complete @op:Query @source:facts-089 @source:facts-092
    Scenario: Items are ordered by the sort attributes as the schema lists them
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "h", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | h   | b   | c   | d   |
        | "1" | "x" | "2" | "1" | "1" |
        | "2" | "x" | "1" | "2" | "1" |
        | "3" | "x" | "1" | "1" | "2" |
        | "4" | "x" | "1" | "1" | "1" |
        | "5" | "x" | "1" | "1" |     |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "h = :h", "ExpressionAttributeValues": {":h": {"S": "x"}}}
        """
      Then the items are:
        | pk  | h   | b   | c   | d   |
        | "4" | "x" | "1" | "1" | "1" |
        | "3" | "x" | "1" | "1" | "2" |
        | "2" | "x" | "1" | "2" | "1" |
        | "1" | "x" | "2" | "1" | "1" |

    @id:IDX-MULTI-002 @tier:complete @op:Query @source:facts-090
    Scenario Outline: What may be asked for: <case>
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "h", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | h   | b   | c   | d   |
        | "1" | "x" | "1" | "1" | "1" |
        | "2" | "x" | "1" | "2" | "1" |
        | "3" | "x" | "2" | "1" | "1" |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {":h": {"S": "x"}, ":o": {"S": "1"}}}
        """
      Then "Count" in the response is <count>

      Examples:
        | case         | condition                                | count |
        | first        | h = :h AND b = :o                        | 2     |
        | first-range  | h = :h AND b > :o                        | 1     |
        | two          | h = :h AND b = :o AND c = :o             | 1     |
        | second-range | h = :h AND b = :o AND c > :o             | 1     |
        | begins-with  | h = :h AND b = :o AND begins_with(c, :o) | 1     |
        | any-order    | c = :o AND b = :o AND h = :h             | 1     |
        | all-three    | h = :h AND b = :o AND c = :o AND d >= :o | 1     |

    @id:IDX-MULTI-003 @tier:strict @op:Query @source:facts-091 @source:facts-090
    Scenario Outline: What may not: <case>
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "h", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {":h": {"S": "x"}, ":o": {"S": "1"}}}
        """
      Then it fails with ValidationException saying something containing "RANGE key attributes <without> must have equality conditions specified in the query because a condition is present on key attribute <named>"

      Examples:
        | case                  | condition                    | without | named |
        | gap                   | h = :h AND c = :o            | b       | c     |
        | two-gaps              | h = :h AND d = :o            | b, c    | d     |
        | range-before-equality | h = :h AND b > :o AND c = :o | b       | c     |

    @id:IDX-MULTI-004 @tier:strict @op:Query @source:facts-090
    Scenario: The partition attribute is missing
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "h", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "b = :o", "ExpressionAttributeValues": {":o": {"S": "1"}}}
        """
      Then it fails with ValidationException

    @id:IDX-MULTI-005 @tier:complete @op:Query @source:facts-093
    Scenario: The last key names the key of the table and every attribute of the index key
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "h", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}, {"AttributeName": "c", "AttributeType": "S"}, {"AttributeName": "d", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | h   | b   | c   | d   | v |
        | "1" | "x" | "1" | "1" | "1" | 9 |
        | "2" | "x" | "2" | "1" | "1" | 9 |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "Limit": 1, "KeyConditionExpression": "h = :h", "ExpressionAttributeValues": {":h": {"S": "x"}}}
        """
      Then "LastEvaluatedKey" in the response is {"pk": {"S": "1"}, "h": {"S": "x"}, "b": {"S": "1"}, "c": {"S": "1"}, "d": {"S": "1"}}

    @id:IDX-MULTI-006 @tier:complete @op:Query @source:facts-089 @source:facts-090
    Scenario: Two partition attributes must both be given
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | a   | b   |
        | "1" | "x" | "y" |
        | "2" | "x" | "z" |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "a = :x AND b = :y", "ExpressionAttributeValues": {":x": {"S": "x"}, ":y": {"S": "y"}}}
        """
      Then the items are:
        | pk  | a   | b   |
        | "1" | "x" | "y" |

    @id:IDX-MULTI-007 @tier:strict @op:Query @source:facts-090
    Scenario: One of them is not enough
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "a = :x", "ExpressionAttributeValues": {":x": {"S": "x"}}}
        """
      Then it fails with ValidationException

    @id:IDX-MULTI-008 @tier:complete @op:Scan @source:facts-092
    Scenario: An item that lacks one of them is not in the index
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | a   | b   |
        | "1" | "x" | "y" |
        | "2" | "x" |     |
        | "3" |     | "y" |
      When Scan is called with:
        """
        {"TableName": "{table}", "IndexName": "gsi"}
        """
      Then the items are:
        | pk  | a   | b   |
        | "1" | "x" | "y" |

  Rule: The attributes of an index key must have its type and not be empty

    @id:IDX-KEY-001 @tier:complete @op:PutItem @source:facts-052
    Scenario Outline: A put with <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, <attribute>}}
        """
      Then it fails with ValidationException
      And the table holds 0 items

      Examples:
        | case            | attribute              |
        | number-for-text | "city": {"N": "1"}     |
        | text-for-number | "n": {"S": "x"}        |
        | null            | "city": {"NULL": true} |
        | map             | "city": {"M": {}}      |
        | empty           | "city": {"S": ""}      |

    @id:IDX-KEY-007 @tier:strict @op:PutItem @source:facts-052
    Scenario Outline: The words for a put with <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, <attribute>}}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case            | attribute              | message                                                                                                                                                                                                               |
        | number-for-text | "city": {"N": "1"}     | One or more parameter values were invalid: Type mismatch for Index Key city Expected: S Actual: N IndexName: gsi                                                                                                      |
        | text-for-number | "n": {"S": "x"}        | One or more parameter values were invalid: Type mismatch for Index Key n Expected: N Actual: S IndexName: gsi                                                                                                         |
        | null            | "city": {"NULL": true} | One or more parameter values were invalid: Type mismatch for Index Key city Expected: S Actual: NULL IndexName: gsi                                                                                                   |
        | map             | "city": {"M": {}}      | One or more parameter values were invalid: Type mismatch for Index Key city Expected: S Actual: M IndexName: gsi                                                                                                      |
        | empty           | "city": {"S": ""}      | One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi, IndexKey: city |

    @id:IDX-KEY-002 @tier:complete @op:UpdateItem @source:facts-052
    Scenario: An update to the empty string
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET city = :c", "ExpressionAttributeValues": {":c": {"S": ""}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value."

    @id:IDX-KEY-003 @tier:complete @op:UpdateItem @source:facts-052
    Scenario: An update to another type
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET city = :c", "ExpressionAttributeValues": {":c": {"N": "1"}}}
        """
      Then it fails with ValidationException
      And the table holds 0 items

    @id:IDX-KEY-004 @tier:complete @op:BatchWriteItem @source:facts-052
    Scenario: A batch
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}, {"PutRequest": {"Item": {"pk": {"S": "a"}, "city": {"N": "1"}}}}]}}
        """
      Then it fails with ValidationException
      And the table holds 0 items

    @id:IDX-KEY-005 @tier:complete @op:PutItem @source:facts-052
    Scenario: A local index likewise
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (N)    | ALL        |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "1"}, "x": {"S": "m"}}}
        """
      Then it fails with ValidationException

    @id:IDX-KEY-006 @tier:complete @op:UpdateItem @source:aws-guide-GSI
    Scenario: An item leaves the index with its key attribute
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And these items:
        | pk  | city |
        | "a" | "x"  |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE city"}
        """
      Then the call succeeds
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "gsi"}' answers:
        """
        {"Items": []}
        """
