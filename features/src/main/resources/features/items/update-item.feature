Feature: UpdateItem

  Rule: An update changes the attributes that it names and creates the item when there is none

    @id:UPD-BASIC-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: SET changes one attribute and leaves the others
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour | size |
        | "a" | "red"  | 12   |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET colour = :c",
         "ExpressionAttributeValues": {":c": {"S": "blue"}}}
        """
      Then the response is:
        """
        {}
        """
      And the stored item {pk: "a"} is:
        | pk  | colour | size |
        | "a" | "blue" | 12   |

    @id:UPD-BASIC-002 @tier:core @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: Updating what is not there creates it
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}, "sk": {"N": "1"}}, "UpdateExpression": "SET v = :v",
         "ExpressionAttributeValues": {":v": {"S": "x"}}}
        """
      Then the call succeeds
      And the table holds exactly:
        | pk  | sk | v   |
        | "a" | 1  | "x" |

    @id:UPD-BASIC-003 @tier:core @op:UpdateItem @source:facts-075
    Scenario: Updating with a key alone creates an item of nothing but its key
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  |
        | "a" |

    @id:UPD-BASIC-004 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: The SDK counts up
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n  |
        | "a" | 41 |
      When the SDK updates the item {pk: "a"} by "SET n = n + :one" with:
        | :one |
        | 1    |
      Then the returned attributes are:
        | pk  | n  |
        | "a" | 42 |

    @id:UPD-BASIC-005 @tier:core @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: A table that does not exist
      When UpdateItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE v"}
        """
      Then it fails with ResourceNotFoundException

    @id:UPD-BASIC-006 @tier:strict @op:UpdateItem @source:facts-128
    Scenario: A key attribute cannot be updated
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET pk = :v",
         "ExpressionAttributeValues": {":v": {"S": "b"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"

    @id:UPD-BASIC-007 @tier:strict @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: The key must be whole
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE v"}
        """
      Then it fails with ValidationException saying "The provided key element does not match the schema"

  Rule: SET assigns values, computed from the item as it was before the update

    @id:UPD-SET-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario Outline: Arithmetic is decimal and exact: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n        |
        | "a" | <before> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = <formula>",
         "ExpressionAttributeValues": {":v": {"N": "<operand>"}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | n       |
        | <after> |

      Examples:
        | case          | before                                | formula | operand | after                                  |
        | add           | 0.1                                   | n + :v  | 0.2     | 0.3                                    |
        | subtract      | 1                                     | n - :v  | 1.5     | -0.5                                   |
        | subtract-from | 1                                     | :v - n  | 10      | 9                                      |
        | to-zero       | 5                                     | n - :v  | 5.00    | 0                                      |
        | digits-38     | 9007199254740993                      | n + :v  | 0.001   | 9007199254740993.001                   |

    @id:UPD-SET-002 @tier:core @op:UpdateItem @source:facts-072
    Scenario: Two attributes swap their values
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l   | r   |
        | "a" | "1" | "2" |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET l = r, r = l"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | l   | r   |
        | "a" | "2" | "1" |

    @id:UPD-SET-003 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario Outline: if_not_exists keeps what is there: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n        |
        | "a" | <before> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = if_not_exists(n, :d) + :one",
         "ExpressionAttributeValues": {":d": {"N": "100"}, ":one": {"N": "1"}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | n       |
        | <after> |

      Examples:
        | case    | before | after |
        | present | 5      | 6     |
        | absent  |        | 101   |

    @id:UPD-SET-004 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario Outline: list_append joins two lists in the order written: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l      |
        | "a" | [1, 2] |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET l = list_append(<arguments>)",
         "ExpressionAttributeValues": {":v": {"L": [{"N": "3"}]}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | l       |
        | <after> |

      Examples:
        | case   | arguments | after     |
        | after  | l, :v     | [1, 2, 3] |
        | before | :v, l     | [3, 1, 2] |

    @id:UPD-SET-005 @tier:complete @op:UpdateItem @source:facts-073
    Scenario: Functions may be nested
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET l = list_append(if_not_exists(l, :empty), :v)",
         "ExpressionAttributeValues": {":empty": {"L": []}, ":v": {"L": [{"S": "x"}]}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | l     |
        | ["x"] |

    @id:UPD-SET-006 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: SET reaches into maps and lists
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | m                       |
        | "a" | {l: [{x: 1}, {x: 2}]}   |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET m.l[1].x = :v, m.k = :k",
         "ExpressionAttributeValues": {":v": {"N": "9"}, ":k": {"S": "new"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | m                                |
        | "a" | {l: [{x: 1}, {x: 9}], k: "new"}  |

    @id:UPD-SET-007 @tier:complete @op:UpdateItem @source:facts-003
    Scenario: An index past the end appends to the list without padding
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l         |
        | "a" | [1, 2, 3] |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET l[5] = :v",
         "ExpressionAttributeValues": {":v": {"N": "4"}}, "ReturnValues": "ALL_NEW"}
        """
      Then the returned attributes are:
        | pk  | l            |
        | "a" | [1, 2, 3, 4] |

    @id:UPD-SET-008 @tier:strict @op:UpdateItem @source:facts-074 @source:facts-124
    Scenario: SET through a map that is not there is refused
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET m.x = :v",
         "ExpressionAttributeValues": {":v": {"N": "4"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "The document path provided in the update expression is invalid for update"

    @id:UPD-SET-009 @tier:strict @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions @source:facts-124
    Scenario: A path that is read must be there
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = n + :one",
         "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "The provided expression refers to an attribute that does not exist in the item"

    @id:UPD-SET-010 @tier:strict @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions @source:facts-124
    Scenario: Arithmetic needs a number
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n    |
        | "a" | "no" |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = n + :one",
         "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "An operand in the update expression has an incorrect data type"
      And the stored item {pk: "a"} is:
        | pk  | n    |
        | "a" | "no" |

    @id:UPD-SET-011 @tier:strict @op:UpdateItem @source:facts-039 @unconfirmed
    Scenario: A sum beyond the range of numbers is refused
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n                                            |
        | "a" | 9.9999999999999999999999999999999999999E+125 |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = n + n"}
        """
      Then it fails with ValidationException

    @id:UPD-SET-012 @tier:strict @op:UpdateItem @source:facts-124
    Scenario: Two clauses may not touch overlapping paths
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET m = :m, m.x = :x",
         "ExpressionAttributeValues": {":m": {"M": {}}, ":x": {"N": "1"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, x]"

  Rule: REMOVE takes attributes and elements away

    @id:UPD-REM-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: An attribute and a map's member are removed
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v | m            |
        | "a" | 1 | {x: 1, y: 2} |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE v, m.x"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | m      |
        | "a" | {y: 2} |

    @id:UPD-REM-002 @tier:core @op:UpdateItem @source:facts-072 @source:aws-guide-Expressions.UpdateExpressions
    Scenario: Removing several elements of a list counts from the list as it was
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l            |
        | "a" | [0, 1, 2, 3] |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE l[0], l[2]", "ReturnValues": "ALL_NEW"}
        """
      Then the returned attributes are:
        | pk  | l      |
        | "a" | [1, 3] |

    @id:UPD-REM-003 @tier:complete @op:UpdateItem @source:facts-074
    Scenario: Removing what is not there changes nothing
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE w"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 1 |

  Rule: ADD adds to numbers and sets, and DELETE takes members from sets

    @id:UPD-ADD-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario Outline: ADD counts from zero where there is no number: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n        |
        | "a" | <before> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :v",
         "ExpressionAttributeValues": {":v": {"N": "-2.5"}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | n       |
        | <after> |

      Examples:
        | case    | before | after |
        | present | 10     | 7.5   |
        | absent  |        | -2.5  |

    @id:UPD-ADD-002 @tier:core @op:UpdateItem @source:facts-045
    Scenario Outline: ADD joins sets: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s        |
        | "a" | <before> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD s :v",
         "ExpressionAttributeValues": {":v": <operand>}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | s       |
        | <after> |

      Examples:
        | case           | before         | operand                | after               |
        | new-member     | <<"x">>        | {"SS": ["y", "x"]}     | <<"x", "y">>        |
        | known-member   | <<"x">>        | {"SS": ["x"]}          | <<"x">>             |
        | numbers        | <<1, 2>>       | {"NS": ["2.0", "3"]}   | <<1, 2, 3>>         |
        | absent         |                | {"SS": ["x"]}          | <<"x">>             |

    @id:UPD-ADD-003 @tier:strict @op:UpdateItem @source:facts-124
    Scenario: ADD takes numbers and sets only
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD v :v",
         "ExpressionAttributeValues": {":v": {"S": "x"}}}
        """
      Then it fails with ValidationException saying something containing "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING"

    @id:UPD-ADD-004 @tier:strict @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: ADD does not mix a number with a set
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v       |
        | "a" | <<"x">> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD v :v",
         "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "An operand in the update expression has an incorrect data type"

    @id:UPD-DELSET-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: DELETE takes the members that are there
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s                 |
        | "a" | <<"x", "y", "z">> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "DELETE s :v",
         "ExpressionAttributeValues": {":v": {"SS": ["x", "q"]}}, "ReturnValues": "ALL_NEW"}
        """
      Then the returned attributes are:
        | pk  | s            |
        | "a" | <<"y", "z">> |

    @id:UPD-DELSET-002 @tier:core @op:UpdateItem @source:facts-045
    Scenario: DELETE of the last member removes the attribute
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s       |
        | "a" | <<"x">> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "DELETE s :v",
         "ExpressionAttributeValues": {":v": {"SS": ["x"]}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  |
        | "a" |

    @id:UPD-DELSET-003 @tier:strict @op:UpdateItem @source:facts-124
    Scenario: DELETE takes sets only
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "DELETE v :v",
         "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ValidationException saying something containing "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER"

  Rule: The sections of an update are applied together, and each may stand once

    @id:UPD-SECT-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions
    Scenario: All four sections in one update
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | x | y | n | s            |
        | "a" | 1 | 2 | 3 | <<"p", "q">> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET x = :x REMOVE y ADD n :n DELETE s :s",
         "ExpressionAttributeValues": {":x": {"N": "10"}, ":n": {"N": "1"}, ":s": {"SS": ["p"]}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | x  | n | s       |
        | "a" | 10 | 4 | <<"q">> |

    @id:UPD-SECT-002 @tier:strict @op:UpdateItem @source:aws-guide-Expressions.UpdateExpressions @source:facts-124
    Scenario: SET may not stand twice
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET x = :x SET y = :x",
         "ExpressionAttributeValues": {":x": {"N": "10"}}}
        """
      Then it fails with ValidationException saying something containing "Invalid UpdateExpression: The "SET" section can only be used once in an update expression;"

  Rule: ReturnValues chooses what of the item is returned

    @id:UPD-RET-001 @tier:core @op:UpdateItem @source:aws-api-UpdateItem
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | x | y |
        | "a" | 1 | 2 |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET x = :x, z = :x",
         "ExpressionAttributeValues": {":x": {"N": "10"}}, "ReturnValues": "<value>"}
        """
      Then the response is:
        """
        <response>
        """

      Examples:
        | case        | value       | response                                                                                     |
        | none        | NONE        | {}                                                                                           |
        | all-old     | ALL_OLD     | {"Attributes": {"pk": {"S": "a"}, "x": {"N": "1"}, "y": {"N": "2"}}}                         |
        | all-new     | ALL_NEW     | {"Attributes": {"pk": {"S": "a"}, "x": {"N": "10"}, "y": {"N": "2"}, "z": {"N": "10"}}}      |
        | updated-old | UPDATED_OLD | {"Attributes": {"x": {"N": "1"}}}                                                            |
        | updated-new | UPDATED_NEW | {"Attributes": {"x": {"N": "10"}, "z": {"N": "10"}}}                                         |

    @id:UPD-RET-002 @tier:complete @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: UPDATED_NEW of a nested path returns only that path
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | m            |
        | "a" | {x: 1, y: 2} |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET m.x = :x",
         "ExpressionAttributeValues": {":x": {"N": "10"}}, "ReturnValues": "UPDATED_NEW"}
        """
      Then the returned attributes are:
        | m       |
        | {x: 10} |

    @id:UPD-RET-003 @tier:complete @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: ALL_OLD of an item that was not there returns nothing
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET x = :x",
         "ExpressionAttributeValues": {":x": {"N": "10"}}, "ReturnValues": "ALL_OLD"}
        """
      Then the response is:
        """
        {}
        """

  Rule: A condition that does not hold leaves the item as it was

    @id:UPD-COND-001 @tier:core @op:UpdateItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: A version that moved on stops the update
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | version |
        | "a" | 2       |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET version = :new", "ConditionExpression": "version = :seen",
         "ExpressionAttributeValues": {":seen": {"N": "1"}, ":new": {"N": "2"}}}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the stored item {pk: "a"} is:
        | pk  | version |
        | "a" | 2       |

    @id:UPD-COND-002 @tier:core @op:UpdateItem @source:facts-076 @unconfirmed
    Scenario: A condition that asks for an item creates none
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ConditionExpression": "attribute_exists(pk)",
         "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ConditionalCheckFailedException
      And there is no stored item {pk: "a"}

    @id:UPD-COND-003 @tier:complete @op:UpdateItem @source:aws-api-UpdateItem
    Scenario: The refusal brings the item when asked to
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE v", "ConditionExpression": "v > :v",
         "ExpressionAttributeValues": {":v": {"N": "1"}}, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
        """
      Then it fails with ConditionalCheckFailedException
      And the error contains:
        """
        {"Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """

  Rule: The finished item is at most 409600 bytes

    @id:UPD-SIZE-001 @tier:core @op:UpdateItem @source:facts-010 @source:facts-018
    Scenario: An update that makes the item too large is refused
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:400000}"}}
        """
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET w = :w",
         "ExpressionAttributeValues": {":w": {"S": "{repeat:y:9600}"}}}
        """
      Then it fails with ValidationException saying "Item size to update has exceeded the maximum allowed size"
      And calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ProjectionExpression": "w"}' answers:
        """
        {"Item": {"w": "{absent}"}}
        """
