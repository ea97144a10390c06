Feature: PutItem

  Rule: PutItem stores the whole item under its key

    @id:PUT-BASIC-001 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: An item that was put is read back whole
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "colour": {"S": "red"}, "size": {"N": "12"}}}
        """
      Then the response is:
        """
        {}
        """
      And the stored item {pk: "a"} is:
        | pk  | colour | size |
        | "a" | "red"  | 12   |

    @id:PUT-BASIC-002 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: The SDK puts an item
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When the SDK puts the item:
        | pk  | sk | tags         |
        | "a" | 1  | <<"x", "y">> |
      Then the call succeeds
      And the stored item {pk: "a", sk: 1} is:
        | pk  | sk | tags         |
        | "a" | 1  | <<"x", "y">> |

    @id:PUT-BASIC-003 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: Putting over an item replaces it, attributes that are not in the new one included
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour | size |
        | "a" | "red"  | 12   |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "shape": {"S": "round"}}}
        """
      Then the call succeeds
      And the table holds exactly:
        | pk  | shape   |
        | "a" | "round" |

    @id:PUT-BASIC-004 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: Items that share the partition key only are different items
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And this item:
        | pk  | sk  |
        | "a" | "1" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "2"}}}
        """
      Then the call succeeds
      And the table holds 2 items

    @id:PUT-BASIC-006 @tier:core @op:PutItem @source:aws-guide-HowItWorks.NamingRulesDataTypes
    Scenario: Names that differ in case only are names of two attributes
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "Size": {"N": "1"}, "size": {"N": "2"}, "SIZE": {"N": "3"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | Size | size | SIZE |
        | "a" | 1    | 2    | 3    |

    @id:PUT-BASIC-005 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: A table may have a binary partition key
      Given a table with partition key "pk" (B)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"B": "AAH/"}, "v": {"N": "1"}}}
        """
      Then the call succeeds
      And the stored item {pk: b"AAH/"} is:
        | pk      | v |
        | b"AAH/" | 1 |

  Rule: ReturnValues of a put is NONE or ALL_OLD

    @id:PUT-RET-001 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: ALL_OLD returns the item as it was before
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour |
        | "a" | "red"  |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "colour": {"S": "blue"}}, "ReturnValues": "ALL_OLD"}
        """
      Then the response is:
        """
        {"Attributes": {"pk": {"S": "a"}, "colour": {"S": "red"}}}
        """

    @id:PUT-RET-002 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: ALL_OLD returns nothing when there was no item
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnValues": "ALL_OLD"}
        """
      Then the response is:
        """
        {}
        """

    @id:PUT-RET-003 @tier:strict @op:PutItem @source:aws-api-PutItem @unconfirmed
    Scenario Outline: Other values are refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnValues": "<value>"}
        """
      Then it fails with ValidationException saying something containing "ReturnValues can only be ALL_OLD or NONE"
      And there is no stored item {pk: "a"}

      Examples:
        | case        | value       |
        | all-new     | ALL_NEW     |
        | updated-old | UPDATED_OLD |
        | updated-new | UPDATED_NEW |

  Rule: A condition that does not hold leaves the stored item as it was

    @id:PUT-COND-001 @tier:core @op:PutItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: attribute_not_exists on the key lets a new item in
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  |
        | "a" |

    @id:PUT-COND-002 @tier:core @op:PutItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: A condition on the item as it is stored lets the put through
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | version |
        | "a" | 1       |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "version": {"N": "2"}},
         "ConditionExpression": "version = :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | version |
        | "a" | 2       |

    @id:PUT-COND-003 @tier:core @op:PutItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: attribute_not_exists on the key refuses to overwrite
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour |
        | "a" | "red"  |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the stored item {pk: "a"} is:
        | pk  | colour |
        | "a" | "red"  |

    @id:PUT-COND-004 @tier:core @op:PutItem @source:facts-076 @unconfirmed
    Scenario: A condition that fails on an absent item leaves no ghost
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}},
         "ConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ConditionalCheckFailedException
      And there is no stored item {pk: "a"}

    @id:PUT-COND-005 @tier:complete @op:PutItem @source:aws-api-PutItem
    Scenario: ReturnValuesOnConditionCheckFailure ALL_OLD brings the stored item with the refusal
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour |
        | "a" | "red"  |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)",
         "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
        """
      Then it fails with ConditionalCheckFailedException
      And the error contains:
        """
        {"Item": {"pk": {"S": "a"}, "colour": {"S": "red"}}}
        """

    @id:PUT-COND-006 @tier:complete @op:PutItem @source:aws-api-PutItem
    Scenario: Without ReturnValuesOnConditionCheckFailure the refusal brings no item
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException
      And the error contains:
        """
        {"Item": "{absent}"}
        """

  Rule: An item must carry the key of its table, in the type that the table declares

    @id:PUT-KEY-001 @tier:strict @op:PutItem @source:aws-api-PutItem
    Scenario: The partition key is missing
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"colour": {"S": "red"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Missing the key pk in the item"

    @id:PUT-KEY-002 @tier:strict @op:PutItem @source:aws-api-PutItem
    Scenario: The sort key is missing
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Missing the key sk in the item"

    @id:PUT-KEY-003 @tier:strict @op:PutItem @source:facts-053 @source:facts-128
    Scenario Outline: A key of another type is refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": <value>}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: <actual>"

      Examples:
        | case   | value                | actual |
        | number | {"N": "1"}           | N      |
        | binary | {"B": "AA=="}        | B      |
        | bool   | {"BOOL": true}       | BOOL   |
        | list   | {"L": [{"S": "a"}]}  | L      |
        | set    | {"SS": ["a"]}        | SS     |

    @id:PUT-KEY-004 @tier:strict @op:PutItem @source:facts-050
    Scenario: An empty string is no key
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": ""}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"

    @id:PUT-KEY-005 @tier:strict @op:PutItem @source:facts-050
    Scenario: An empty binary is no key
      Given a table with partition key "pk" (S) and sort key "sk" (B)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"B": ""}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary value. Key: sk"

    @id:PUT-KEY-006 @tier:core @op:PutItem @source:aws-guide-Constraints
    Scenario: A partition key of 2048 bytes is stored
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "{repeat:k:2048}"}}}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:PUT-KEY-007 @tier:strict @op:PutItem @source:aws-guide-Constraints
    Scenario: A partition key of 2049 bytes is refused
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "{repeat:k:2049}"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"

    @id:PUT-KEY-008 @tier:strict @op:PutItem @source:aws-guide-Constraints
    Scenario: A sort key of 1025 bytes is refused
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "{repeat:k:1025}"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes"

    @id:PUT-KEY-009 @tier:core @op:PutItem @source:aws-guide-Constraints
    Scenario: A sort key of 1024 bytes is stored
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"S": "{repeat:k:1024}"}}}
        """
      Then the call succeeds

    @id:PUT-KEY-010 @tier:strict @op:PutItem @source:facts-030
    Scenario: Numbers that are written differently are the same key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk   | v       |
        | "a" | 5    | "first" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "sk": {"N": "+5.0"}, "v": {"S": "second"}}}
        """
      Then the call succeeds
      And the table holds exactly:
        | pk  | sk | v        |
        | "a" | 5  | "second" |

  Rule: An item is at most 409600 bytes, names and values counted

    @id:PUT-SIZE-001 @tier:core @op:PutItem @source:facts-008 @source:facts-009
    Scenario: An item of 409600 bytes is stored
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409596}"}}}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:PUT-SIZE-002 @tier:core @op:PutItem @source:facts-008 @source:facts-010
    Scenario: An item of 409601 bytes is refused
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409597}"}}}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"
      And there is no stored item {pk: "a"}

    @id:PUT-SIZE-003 @tier:strict @op:PutItem @source:facts-009
    Scenario: Characters count by their UTF-8 bytes
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:é:204799}"}}}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"

  Rule: A put needs a table and an item

    @id:PUT-ERR-001 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: A table that does not exist
      When PutItem is called with:
        """
        {"TableName": "{new-table}", "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ResourceNotFoundException

    @id:PUT-ERR-002 @tier:strict @op:PutItem @source:facts-129
    Scenario: TableName is missing
      When PutItem is called with:
        """
        {"Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ValidationException saying something containing "Value null at 'tableName' failed to satisfy constraint: Member must not be null"

    @id:PUT-ERR-003 @tier:strict @op:PutItem @source:aws-api-PutItem
    Scenario: Item is missing
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException saying something containing "Value null at 'item' failed to satisfy constraint: Member must not be null"

    @id:PUT-ERR-004 @tier:core @op:PutItem @source:aws-api-PutItem
    Scenario: The SDK's user catches a ResourceNotFoundException
      Given a new table with partition key "pk" (S)
      And DeleteTable was called with:
        """
        {"TableName": "{table}"}
        """
      And within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' fails with ResourceNotFoundException
      When the SDK puts the item:
        | pk  |
        | "a" |
      Then the SDK throws ResourceNotFoundException
