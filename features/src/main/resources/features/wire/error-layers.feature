Feature: Which error comes first

  Rule: A request that breaks a member's constraint says so in the layer's words

    @id:ERRL-ENUM-001 @tier:strict @op:Wire @source:facts-117 @source:facts-124 @source:facts-125
    Scenario Outline: A value out of its set: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here", <rest>}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must satisfy enum value set: [<set>]"

      Examples:
        | case            | operation  | rest | set |
        | get-capacity    | GetItem    | "Key": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "ALL" | INDEXES, TOTAL, NONE |
        | put-capacity    | PutItem    | "Item": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "ALL" | INDEXES, TOTAL, NONE |
        | put-metrics     | PutItem    | "Item": {"pk": {"S": "a"}}, "ReturnItemCollectionMetrics": "ALL" | SIZE, NONE |
        | scan-capacity   | Scan       | "ReturnConsumedCapacity": "ALL" | INDEXES, TOTAL, NONE |

    @id:ERRL-NAME-001 @tier:strict @op:Wire @source:facts-129
    Scenario Outline: No table named: <case>
      When <operation> is called with:
        """
        {<body>}
        """
      Then it fails with ValidationException, enveloped or not, saying "Value null at 'tableName' failed to satisfy constraint: Member must not be null"

      Examples:
        | case   | operation  | body |
        | get    | GetItem    | "Key": {"pk": {"S": "a"}} |
        | put    | PutItem    | "Item": {"pk": {"S": "a"}} |
        | delete | DeleteItem | "Key": {"pk": {"S": "a"}} |
        | update | UpdateItem | "Key": {"pk": {"S": "a"}} |
        | query  | Query      | "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}} |
        | scan   | Scan       |  |

    @id:ERRL-KEY-001 @tier:strict @op:GetItem @op:DeleteItem @source:aws-api-GetItem
    Scenario Outline: No key given: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Value null at '<member>' failed to satisfy constraint: Member must not be null"

      Examples:
        | case   | operation  | member |
        | get    | GetItem    | key    |
        | delete | DeleteItem | key    |
        | put    | PutItem    | item   |

    @id:ERRL-LIM-001 @tier:strict @op:Query @op:Scan @source:facts-125 @source:facts-134
    Scenario Outline: A Limit below one, in the old words or the new: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here", <rest> "Limit": <limit>}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1
        1 validation error detected: Value '<limit>' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
        """

      Examples:
        | case           | operation | limit | rest |
        | query-zero     | Query     | 0     | "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, |
        | query-negative | Query     | -5    | "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, |
        | scan-zero      | Scan      | 0     | |
        | scan-negative  | Scan      | -5    | |

  Rule: Envelopes are for what is wrong in the request itself, not for what does not fit the table

    @id:ERRL-ENV-001 @tier:strict @op:PutItem @op:UpdateItem @op:DeleteItem @source:facts-128
    Scenario Outline: Bare: <case>
      Given a table with partition key "pk" (S)
      When <operation> is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case               | operation  | rest | message |
        | put-key-type       | PutItem    | "Item": {"pk": {"N": "1"}} | One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N |
        | put-no-key         | PutItem    | "Item": {"x": {"N": "1"}} | One or more parameter values were invalid: Missing the key pk in the item |
        | update-the-key     | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET pk = :v", "ExpressionAttributeValues": {":v": {"S": "b"}} | One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key |
        | put-empty-key      | PutItem    | "Item": {"pk": {"S": ""}} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk |
        | put-size           | PutItem    | "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409600}"}} | Item size has exceeded the maximum allowed size |
        | delete-key-type    | DeleteItem | "Key": {"pk": {"N": "1"}} | The provided key element does not match the schema |
        | update-key-name    | UpdateItem | "Key": {"x": {"S": "a"}} | The provided key element does not match the schema |

    @id:ERRL-ENV-002 @tier:strict @op:PutItem @op:UpdateItem @op:DeleteItem @source:facts-124 @source:facts-128
    Scenario Outline: Enveloped or, in the older layer, bare: <case>
      Given a table with partition key "pk" (S)
      When <operation> is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case             | operation  | rest | message |
        | put-number       | PutItem    | "Item": {"pk": {"S": "a"}, "n": {"N": "five"}} | The parameter cannot be converted to a numeric value: five |
        | put-syntax       | PutItem    | "Item": {"pk": {"S": "a"}}, "ConditionExpression": "" | Invalid ConditionExpression: The expression can not be empty; |
        | update-syntax    | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "" | Invalid UpdateExpression: The expression can not be empty; |
        | delete-name      | DeleteItem | "Key": {"pk": {"S": "a"}}, "ConditionExpression": "#x = :v", "ExpressionAttributeValues": {":v": {"S": "b"}} | Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #x |
        | delete-value     | DeleteItem | "Key": {"pk": {"S": "a"}}, "ConditionExpression": "x = :v" | Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :v |

  Rule: What is wrong with the request is found before the table is looked for

    @id:ERRL-ORD-001 @tier:strict @op:Wire @source:facts-060 @source:facts-112
    Scenario Outline: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here", <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case                    | operation  | rest |
        | get-projection-syntax   | GetItem    | "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "a b" |
        | put-condition-syntax    | PutItem    | "Item": {"pk": {"S": "a"}}, "ConditionExpression": "a = " |
        | put-unused-value        | PutItem    | "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":v": {"S": "b"}} |
        | put-bad-number          | PutItem    | "Item": {"pk": {"S": "a"}, "n": {"N": "x"}} |
        | put-empty-set           | PutItem    | "Item": {"pk": {"S": "a"}, "s": {"SS": []}} |
        | update-syntax           | UpdateItem | "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET" |
        | query-operand-type      | Query      | "KeyConditionExpression": "pk = :p AND begins_with(sk, :s)", "ExpressionAttributeValues": {":p": {"S": "a"}, ":s": {"N": "1"}} |
        | scan-filter-syntax      | Scan       | "FilterExpression": "a ==" |
        | scan-segment            | Scan       | "Segment": 5, "TotalSegments": 2 |

    @id:ERRL-ORD-003 @tier:strict @op:DeleteItem @source:aws-api-DeleteItem @unconfirmed
    Scenario: ReturnValues that a delete cannot have are found before the table is looked for
      When DeleteItem is called with:
        """
        {"TableName": "no-such-table-here", "Key": {"pk": {"S": "a"}}, "ReturnValues": "ALL_NEW"}
        """
      Then it fails with ValidationException

    @id:ERRL-ORD-002 @tier:strict @op:Wire @source:aws-guide-Programming.Errors
    Scenario Outline: What fits no table is found after: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here", <rest>}
        """
      Then it fails with ResourceNotFoundException

      Examples:
        | case             | operation  | rest |
        | get              | GetItem    | "Key": {"akey": {"S": "a"}} |
        | get-empty-key    | GetItem    | "Key": {} |
        | put              | PutItem    | "Item": {"akey": {"S": "a"}} |
        | delete           | DeleteItem | "Key": {"akey": {"S": "a"}} |
        | update           | UpdateItem | "Key": {"akey": {"S": "a"}}, "UpdateExpression": "SET shade = :v", "ExpressionAttributeValues": {":v": {"S": "b"}} |
        | query            | Query      | "KeyConditionExpression": "akey = :p", "ExpressionAttributeValues": {":p": {"S": "a"}} |
        | query-index      | Query      | "IndexName": "nothing", "KeyConditionExpression": "akey = :p", "ExpressionAttributeValues": {":p": {"S": "a"}} |
        | scan             | Scan       | "Limit": 5 |

    @id:ERRL-NONE-001 @tier:strict @op:Wire @source:aws-guide-Programming.Errors
    Scenario Outline: The words of a table that does not exist: <case>
      When <operation> is called with:
        """
        {<body>}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found<where>"

      Examples:
        | case         | operation      | body | where |
        | get          | GetItem        | "TableName": "{new-table}", "Key": {"pk": {"S": "a"}} | |
        | put          | PutItem        | "TableName": "{new-table}", "Item": {"pk": {"S": "a"}} | |
        | delete       | DeleteItem     | "TableName": "{new-table}", "Key": {"pk": {"S": "a"}} | |
        | update       | UpdateItem     | "TableName": "{new-table}", "Key": {"pk": {"S": "a"}} | |
        | query        | Query          | "TableName": "{new-table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}} | |
        | scan         | Scan           | "TableName": "{new-table}" | |
        | batch-get    | BatchGetItem   | "RequestItems": {"{new-table}": {"Keys": [{"pk": {"S": "a"}}]}} | |
        | batch-write  | BatchWriteItem | "RequestItems": {"{new-table}": [{"DeleteRequest": {"Key": {"pk": {"S": "a"}}}}]} | |
        | describe     | DescribeTable  | "TableName": "{new-table}" | : Table: {table} not found |
        | delete-table | DeleteTable    | "TableName": "{new-table}" | : Table: {table} not found |
        | update-table | UpdateTable    | "TableName": "{new-table}", "BillingMode": "PAY_PER_REQUEST" | : Table: {table} not found |

    @id:ERRL-UPD-001 @tier:strict @op:UpdateItem @source:facts-127
    Scenario: UpdateItem without a key lists its errors in member order
      When UpdateItem is called with:
        """
        {"TableName": "no-such-table-here", "ReturnConsumedCapacity": "ALL", "ReturnValues": "ALL"}
        """
      Then it fails with ValidationException saying something matching "3 validation errors detected: .*'returnConsumedCapacity'.*'returnValues'.*Value null at 'key' failed to satisfy constraint: Member must not be null"

    @id:ERRL-BAT-001 @tier:strict @op:BatchGetItem @source:facts-131 @source:facts-132
    Scenario: A BatchGetItem of nothing
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

    @id:ERRL-BAT-002 @tier:strict @op:BatchWriteItem @source:facts-133
    Scenario: A BatchWriteItem of nothing
      When BatchWriteItem is called with:
        """
        {"RequestItems": {}}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        The requestItems parameter is required for BatchWriteItem
        """

    @id:ERRL-ONE-001 @tier:strict @op:PutItem @op:UpdateItem @source:facts-126
    Scenario Outline: Two errors are told together or only the first: <case>
      When <operation> is called with:
        """
        {"TableName": "no-such-table-here", <rest>, "ReturnConsumedCapacity": "ALL", "ReturnItemCollectionMetrics": "ALL"}
        """
      Then it fails with ValidationException saying something matching "(1 validation error|2 validation errors) detected: .*failed to satisfy constraint: Member must satisfy enum value set: \[(INDEXES, TOTAL, NONE|SIZE, NONE)\].*"

      Examples:
        | case   | operation  | rest |
        | put    | PutItem    | "Item": {"pk": {"S": "a"}} |
        | update | UpdateItem | "Key": {"pk": {"S": "a"}} |
