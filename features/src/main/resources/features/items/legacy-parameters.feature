Feature: Legacy parameters

  Rule: Expected states what must be true of the stored item

    @id:LEG-EXP-001 @tier:complete @op:PutItem @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: It holds: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n | s       | t            |
        | "a" | 5 | "hello" | <<"x", "y">> |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}, "Expected": {<expected>}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v     |
        | "a" | "new" |

      Examples:
        | case            | expected                                                                               |
        | value           | "n": {"Value": {"N": "5"}}                                                             |
        | exists-true     | "n": {"Exists": true, "Value": {"N": "5"}}                                             |
        | exists-false    | "zz": {"Exists": false}                                                                |
        | eq              | "n": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "5"}]}                  |
        | ne              | "n": {"ComparisonOperator": "NE", "AttributeValueList": [{"N": "6"}]}                  |
        | lt              | "n": {"ComparisonOperator": "LT", "AttributeValueList": [{"N": "6"}]}                  |
        | ge              | "n": {"ComparisonOperator": "GE", "AttributeValueList": [{"N": "5"}]}                  |
        | between         | "n": {"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "1"}, {"N": "5"}]} |
        | in              | "n": {"ComparisonOperator": "IN", "AttributeValueList": [{"N": "1"}, {"N": "5"}]}      |
        | begins-with     | "s": {"ComparisonOperator": "BEGINS_WITH", "AttributeValueList": [{"S": "he"}]}        |
        | contains-text   | "s": {"ComparisonOperator": "CONTAINS", "AttributeValueList": [{"S": "ell"}]}          |
        | contains-member | "t": {"ComparisonOperator": "CONTAINS", "AttributeValueList": [{"S": "x"}]}            |
        | not-contains    | "t": {"ComparisonOperator": "NOT_CONTAINS", "AttributeValueList": [{"S": "z"}]}        |
        | null            | "zz": {"ComparisonOperator": "NULL"}                                                   |
        | not-null        | "n": {"ComparisonOperator": "NOT_NULL"}                                                |

    @id:LEG-EXP-002 @tier:complete @op:PutItem @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: It does not hold: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n |
        | "a" | 5 |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}, "Expected": {<expected>}}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 5 |

      Examples:
        | case             | expected                                                              |
        | value            | "n": {"Value": {"N": "6"}}                                            |
        | exists-false     | "n": {"Exists": false}                                                |
        | gt               | "n": {"ComparisonOperator": "GT", "AttributeValueList": [{"N": "5"}]} |
        | other-type       | "n": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "5"}]} |
        | absent           | "zz": {"ComparisonOperator": "NOT_NULL"}                              |
        | two-of-which-one | "n": {"Value": {"N": "5"}}, "zz": {"Value": {"N": "5"}}               |

    @id:LEG-EXP-003 @tier:complete @op:DeleteItem @source:aws-guide-LegacyConditionalParameters
    Scenario: ConditionalOperator OR asks for one of them
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n |
        | "a" | 5 |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionalOperator": "OR", "Expected": {"n": {"Value": {"N": "5"}}, "zz": {"Value": {"N": "5"}}}}
        """
      Then the call succeeds
      And the table holds 0 items

    @id:LEG-EXP-004 @tier:strict @op:PutItem @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: What Expected cannot say: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "Expected": {"x": {<expected>}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "One or more parameter values were invalid: <message>"
      And the table holds 0 items

      Examples:
        | case                  | expected                                                                            | message                                                                               |
        | nothing               |                                                                                     | Value must be provided when Exists is null for Attribute: x                           |
        | exists-without-value  | "Exists": true                                                                      | Value must be provided when Exists is true for Attribute: x                           |
        | absent-with-value     | "Exists": false, "Value": {"N": "1"}                                                | Value cannot be used when Exists is false for Attribute: x                            |
        | value-and-list        | "Value": {"N": "1"}, "AttributeValueList": [{"N": "1"}], "ComparisonOperator": "EQ" | Value and AttributeValueList cannot be used together for Attribute: x                 |
        | exists-and-operator   | "Exists": false, "ComparisonOperator": "NULL"                                       | Exists and ComparisonOperator cannot be used together for Attribute: x                |
        | list-without-operator | "AttributeValueList": [{"N": "1"}]                                                  | AttributeValueList can only be used with a ComparisonOperator for Attribute: x        |
        | operator-without-list | "ComparisonOperator": "EQ"                                                          | Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: x |
        | too-many              | "ComparisonOperator": "EQ", "AttributeValueList": [{"N": "1"}, {"N": "2"}]          | Invalid number of argument(s) for the EQ ComparisonOperator                           |
        | between-one           | "ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "1"}]                 | Invalid number of argument(s) for the BETWEEN ComparisonOperator                      |
        | null-with-value       | "ComparisonOperator": "NULL", "AttributeValueList": [{"N": "1"}]                    | Invalid number of argument(s) for the NULL ComparisonOperator                         |
        | order-of-sets         | "ComparisonOperator": "GT", "AttributeValueList": [{"SS": ["a"]}]                   | ComparisonOperator GT is not valid for SS AttributeValue type                         |
        | mixed-types           | "ComparisonOperator": "IN", "AttributeValueList": [{"N": "1"}, {"S": "a"}]          | AttributeValues inside AttributeValueList must be of same type                        |

    @id:LEG-EXP-005 @tier:strict @op:PutItem @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: ConditionalOperator needs something to join: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionalOperator": "AND"<more>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case | more                                   | message                                                                               |
        | none |                                        | ConditionalOperator cannot be used without Filter or Expected                         |
        | one  | , "Expected": {"x": {"Exists": false}} | ConditionalOperator can only be used when Filter or Expected has two or more elements |

  Rule: AttributeUpdates change attributes one by one

    @id:LEG-UPD-001 @tier:complete @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: PUT, ADD and DELETE
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n | s            | gone | old |
        | "a" | 5 | <<"x", "y">> | 1    | 1   |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"n": {"Action": "ADD", "Value": {"N": "2"}}, "s": {"Action": "DELETE", "Value": {"SS": ["x"]}}, "gone": {"Action": "DELETE"}, "old": {"Action": "PUT", "Value": {"S": "new"}}, "plain": {"Value": {"N": "1"}}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | n | s       | old   | plain |
        | "a" | 7 | <<"y">> | "new" | 1     |

    @id:LEG-UPD-002 @tier:complete @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: ADD to what is not there starts at nothing
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"n": {"Action": "ADD", "Value": {"N": "2"}}, "s": {"Action": "ADD", "Value": {"SS": ["x"]}}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | n | s       |
        | "a" | 2 | <<"x">> |

    @id:LEG-UPD-003 @tier:complete @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: ADD of a list appends
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l   |
        | "a" | [1] |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"l": {"Action": "ADD", "Value": {"L": [{"N": "2"}]}}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | l      |
        | "a" | [1, 2] |

    @id:LEG-UPD-004 @tier:complete @op:UpdateItem @source:facts-045
    Scenario: Deleting the last member removes the attribute
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s       |
        | "a" | <<"x">> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"s": {"Action": "DELETE", "Value": {"SS": ["x"]}}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  |
        | "a" |

    @id:LEG-UPD-005 @tier:strict @op:UpdateItem @source:aws-guide-LegacyConditionalParameters @unconfirmed
    Scenario Outline: What cannot be done: <case>
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {<update>}}
        """
      Then it fails with ValidationException, enveloped or not, saying "One or more parameter values were invalid: <message>"
      And the table holds 0 items

      Examples:
        | case          | update                                         | message                                                            |
        | put-nothing   | "x": {"Action": "PUT"}                         | Only DELETE action is allowed when no attribute value is specified |
        | add-text      | "x": {"Action": "ADD", "Value": {"S": "a"}}    | ADD action is not supported for the type S                         |
        | delete-number | "x": {"Action": "DELETE", "Value": {"N": "1"}} | DELETE action with value is not supported for the type N           |
        | key           | "pk": {"Value": {"S": "b"}}                    | Cannot update attribute pk. This attribute is part of the key      |

    @id:LEG-UPD-006 @tier:strict @op:UpdateItem @source:facts-027 @unconfirmed
    Scenario: An item of 409600 bytes is stored
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"v": {"Value": {"S": "{repeat:x:409596}"}}}}
        """
      Then the call succeeds

    @id:LEG-UPD-007 @tier:strict @op:UpdateItem @source:facts-027 @source:facts-010 @unconfirmed
    Scenario: One of 409601 is not
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"v": {"Value": {"S": "{repeat:x:409597}"}}}}
        """
      Then it fails with ValidationException saying "Item size to update has exceeded the maximum allowed size"

  Rule: KeyConditions and filters of queries and scans

    @id:LEG-QRY-001 @tier:complete @op:Query @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: The sort key: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
        | "b" | 2  |
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditions": {"pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}<more>}}
        """
      Then "Items" in the response is [<items>]

      Examples:
        | case    | more                                                                                      | items                                                                                                            |
        | all     |                                                                                           | {"pk": {"S": "a"}, "sk": {"N": "1"}}, {"pk": {"S": "a"}, "sk": {"N": "2"}}, {"pk": {"S": "a"}, "sk": {"N": "3"}} |
        | eq      | , "sk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "2"}]}                  | {"pk": {"S": "a"}, "sk": {"N": "2"}}                                                                             |
        | lt      | , "sk": {"ComparisonOperator": "LT", "AttributeValueList": [{"N": "2"}]}                  | {"pk": {"S": "a"}, "sk": {"N": "1"}}                                                                             |
        | le      | , "sk": {"ComparisonOperator": "LE", "AttributeValueList": [{"N": "2"}]}                  | {"pk": {"S": "a"}, "sk": {"N": "1"}}, {"pk": {"S": "a"}, "sk": {"N": "2"}}                                       |
        | gt      | , "sk": {"ComparisonOperator": "GT", "AttributeValueList": [{"N": "2"}]}                  | {"pk": {"S": "a"}, "sk": {"N": "3"}}                                                                             |
        | ge      | , "sk": {"ComparisonOperator": "GE", "AttributeValueList": [{"N": "2"}]}                  | {"pk": {"S": "a"}, "sk": {"N": "2"}}, {"pk": {"S": "a"}, "sk": {"N": "3"}}                                       |
        | between | , "sk": {"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "2"}, {"N": "3"}]} | {"pk": {"S": "a"}, "sk": {"N": "2"}}, {"pk": {"S": "a"}, "sk": {"N": "3"}}                                       |

    @id:LEG-QRY-002 @tier:strict @op:Query @source:aws-guide-LegacyConditionalParameters
    Scenario Outline: Conditions that no key can have: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditions": {<conditions>}}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case               | conditions                                                                                                                                     | message                                                        |
        | not-equal          | "pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}, "sk": {"ComparisonOperator": "NE", "AttributeValueList": [{"N": "2"}]} | Attempted conditional constraint is not an indexable operation |
        | range-on-partition | "pk": {"ComparisonOperator": "GT", "AttributeValueList": [{"S": "a"}]}                                                                         | Query key condition not supported                              |

    @id:LEG-QRY-003 @tier:complete @op:Query @source:aws-guide-LegacyConditionalParameters
    Scenario: QueryFilter drops items after they were read
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  | "y" |
        | "a" | 3  |     |
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditions": {"pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}}, "QueryFilter": {"v": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "y"}]}}}
        """
      Then the response contains:
        """
        {"Items": [{"pk": {"S": "a"}, "sk": {"N": "2"}, "v": {"S": "y"}}], "Count": 1, "ScannedCount": 3}
        """

    @id:LEG-QRY-004 @tier:strict @op:Query @source:aws-guide-LegacyConditionalParameters
    Scenario: QueryFilter may not look at the key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditions": {"pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}}, "QueryFilter": {"sk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "1"}]}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "QueryFilter can only contain non-primary key attributes: Primary key attribute: sk"

    @id:LEG-QRY-005 @tier:complete @op:Query @source:aws-guide-LegacyConditionalParameters.KeyConditions
    Scenario: A FilterExpression is applied to what KeyConditions find
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v |
        | "a" | 1  | 7 |
        | "a" | 2  |   |
        | "b" | 1  | 7 |
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditions": {"pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}}, "FilterExpression": "v = :v",
         "ExpressionAttributeValues": {":v": {"N": "7"}}}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "sk": {"N": "1"}, "v": {"N": "7"}}], "Count": 1, "ScannedCount": 2}
        """

    @id:LEG-SCAN-001 @tier:complete @op:Scan @source:aws-guide-LegacyConditionalParameters
    Scenario: ScanFilter with ConditionalOperator OR
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v | w |
        | "a" | 1 | 1 |
        | "b" | 2 | 2 |
        | "c" | 3 | 3 |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConditionalOperator": "OR", "ScanFilter": {"v": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "1"}]}, "w": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "3"}]}}}
        """
      Then the items are in any order:
        | pk  | v | w |
        | "a" | 1 | 1 |
        | "c" | 3 | 3 |

    @id:LEG-GET-001 @tier:complete @op:GetItem @source:facts-080
    Scenario: AttributesToGet returns what it names, and no key
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v | w |
        | "a" | 1 | 2 |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributesToGet": ["v"]}
        """
      Then the response is:
        """
        {"Item": {"v": {"N": "1"}}}
        """

    @id:LEG-GET-002 @tier:strict @op:GetItem @source:aws-guide-LegacyConditionalParameters
    Scenario: An attribute twice
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributesToGet": ["v", "v"]}
        """
      Then it fails with ValidationException, enveloped or not, saying "One or more parameter values were invalid: Duplicate value in attribute name: v"

  Rule: Expressions and legacy parameters do not mix

    @id:LEG-MIX-001 @tier:strict @op:PutItem @source:aws-guide-LegacyConditionalParameters
    Scenario: PutItem: Expected beside ConditionExpression
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "Expected": {"x": {"Exists": false}}, "ConditionExpression": "attribute_not_exists(x)"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"

    @id:LEG-MIX-002 @tier:strict @op:DeleteItem @source:aws-guide-LegacyConditionalParameters
    Scenario: DeleteItem: Expected beside ConditionExpression
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "Expected": {"x": {"Exists": false}}, "ConditionExpression": "attribute_not_exists(x)"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"

    @id:LEG-MIX-003 @tier:strict @op:GetItem @source:aws-guide-LegacyConditionalParameters
    Scenario: GetItem: AttributesToGet beside ProjectionExpression
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributesToGet": ["v"], "ProjectionExpression": "v"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}"

    @id:LEG-MIX-004 @tier:strict @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: UpdateItem: AttributeUpdates beside UpdateExpression
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"v": {"Value": {"N": "1"}}}, "UpdateExpression": "REMOVE v"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {UpdateExpression}"

    @id:LEG-MIX-005 @tier:strict @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: UpdateItem: AttributeUpdates beside ConditionExpression
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "AttributeUpdates": {"v": {"Value": {"N": "1"}}}, "ConditionExpression": "attribute_exists(v)"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {ConditionExpression}"

    @id:LEG-MIX-006 @tier:strict @op:UpdateItem @source:aws-guide-LegacyConditionalParameters
    Scenario: UpdateItem: Expected beside UpdateExpression
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "Expected": {"x": {"Exists": false}}, "UpdateExpression": "REMOVE v"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {UpdateExpression}"

    @id:LEG-MIX-008 @tier:strict @op:Query @source:aws-guide-LegacyConditionalParameters
    Scenario: Query: QueryFilter beside KeyConditionExpression
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "QueryFilter": {"v": {"ComparisonOperator": "NULL"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {QueryFilter} Expression parameters: {KeyConditionExpression}"

    @id:LEG-MIX-009 @tier:strict @op:Scan @source:aws-guide-LegacyConditionalParameters
    Scenario: Scan: ScanFilter beside FilterExpression
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", "ScanFilter": {"v": {"ComparisonOperator": "NULL"}}, "FilterExpression": "attribute_exists(v)"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {ScanFilter} Expression parameters: {FilterExpression}"

    @id:LEG-MIX-010 @tier:strict @op:Scan @source:aws-guide-LegacyConditionalParameters
    Scenario: Scan: AttributesToGet beside FilterExpression
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", "AttributesToGet": ["v"], "FilterExpression": "attribute_exists(v)"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {FilterExpression}"
