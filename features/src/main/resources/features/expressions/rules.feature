Feature: Rules of all expressions

  Rule: Key conditions are checked in the order written

    @id:EXPR-KEY-001 @tier:strict @op:Query @source:facts-060 @source:facts-061 @source:facts-062 @source:facts-063 @source:facts-059
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {<values>}}
        """
      Then it fails with ValidationException saying something containing "<message>"

      Examples:
        | case                  | condition                               | values                                 | message                                                                                                |
        | nested-path           | pk.x = :p                               | ":p": {"S": "a"}                       | KeyConditionExpressions cannot have conditions on nested attributes                                    |
        | two-sort-conditions   | pk = :p AND sk > :p AND sk < :p         | ":p": {"S": "a"}                       | KeyConditionExpressions must only contain one condition per key                                        |
        | three-attributes      | pk = :p AND sk = :p AND x = :p          | ":p": {"S": "a"}                       | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)      |
        | begins-with-bool      | pk = :p AND begins_with(sk, :n)         | ":p": {"S": "a"}, ":n": {"BOOL": true} | Incorrect operand type for operator or function; operator or function: begins_with, operand type: BOOL |
        | begins-with-binary    | pk = :p AND begins_with(sk, :n)         | ":p": {"S": "a"}, ":n": {"B": "AA=="}  | Condition parameter type does not match schema type                                                    |
        | equal-bool            | pk = :p AND sk = :n                     | ":p": {"S": "a"}, ":n": {"BOOL": true} | Condition parameter type does not match schema type                                                    |
        | less-bool             | pk = :p AND sk < :n                     | ":p": {"S": "a"}, ":n": {"BOOL": true} | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL           |
        | type-before-undefined | begins_with(sk, :n) AND pk = :undefined | ":n": {"N": "1"}                       | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N    |
        | double-parentheses    | ((pk = :p))                             | ":p": {"S": "a"}                       | The expression has redundant parentheses;                                                              |

    @id:EXPR-KEY-002 @tier:strict @op:Query @source:facts-060
    Scenario: An operand of the wrong type is told before the table is looked for
      When Query is called with:
        """
        {"TableName": "{new-table}", "KeyConditionExpression": "pk = :p AND begins_with(sk, :n)", "ExpressionAttributeValues": {":p": {"S": "a"}, ":n": {"N": "1"}}}
        """
      Then it fails with ValidationException saying something containing "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"

    @id:EXPR-KEY-003 @tier:complete @op:Query @source:facts-058
    Scenario: One pair of parentheses around each part is fine
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And these items:
        | pk  | sk  |
        | "a" | "1" |
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "(pk = :p) AND (sk = :s)", "ExpressionAttributeValues": {":p": {"S": "a"}, ":s": {"S": "1"}}}
        """
      Then the items are:
        | pk  | sk  |
        | "a" | "1" |

  Rule: Redundant parentheses are refused in every expression

    @id:EXPR-PAREN-001 @tier:strict @op:Scan @source:facts-058
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", "FilterExpression": "<filter>", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "Invalid FilterExpression: The expression has redundant parentheses;"

      Examples:
        | case  | filter                |
        | whole | ((v = :v))            |
        | part  | v = :v AND ((w = :v)) |

  Rule: What is absent is unequal to everything, and nothing else

    @id:EXPR-ABSENT-001 @tier:complete @op:Scan @source:facts-064
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" |   |
      When Scan is called with:
        """
        {"TableName": "{table}", "FilterExpression": "<filter>", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then "Count" in the response is 1

      Examples:
        | case     | filter              |
        | unequal  | v <> :v             |
        | at-most  | v <= :v             |
        | at-least | v >= :v             |
        | between  | v BETWEEN :v AND :v |
        | in       | v IN (:v)           |
        | negated  | NOT v = :v          |

  Rule: Names and values must be used, and be well formed

    @id:EXPR-NAME-001 @tier:strict @op:PutItem @source:facts-069 @source:facts-070
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, <members>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"
      And the table holds 0 items

      Examples:
        | case               | members                                                                                           | message                                                                |
        | names-alone        | "ExpressionAttributeNames": {"#u": "u"}                                                           | ExpressionAttributeNames can only be specified when using expressions  |
        | values-alone       | "ExpressionAttributeValues": {":u": {"N": "1"}}                                                   | ExpressionAttributeValues can only be specified when using expressions |
        | empty-values       | "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeValues": {}                | ExpressionAttributeValues must not be empty                            |
        | empty-names        | "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeNames": {}                 | ExpressionAttributeNames must not be empty                             |
        | name-without-sign  | "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeNames": {"u": "u"}         | ExpressionAttributeNames contains invalid key: Syntax error; key: "u"  |
        | value-without-sign | "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeValues": {"u": {"N": "1"}} | ExpressionAttributeValues contains invalid key: Syntax error; key: "u" |

  Rule: Operands that no item could satisfy are refused beforehand

    @id:EXPR-OPER-001 @tier:strict @op:Scan @source:facts-067 @source:facts-065 @source:facts-066
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", "FilterExpression": "<filter>", "ExpressionAttributeValues": {<values>}}
        """
      Then it fails with ValidationException saying something containing "Invalid FilterExpression: <message>"

      Examples:
        | case               | filter                    | values                             | message                                                                                                                              |
        | begins-with-number | begins_with(v, :n)        | ":n": {"N": "1"}                   | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N                                  |
        | reversed-numbers   | v BETWEEN :b AND :a       | ":a": {"N": "1"}, ":b": {"N": "2"} | The BETWEEN operator requires upper bound to be greater than or equal to lower bound                                                 |
        | itself             | contains(v, v) AND w = :n | ":n": {"N": "1"}                   | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [v] |

    @id:EXPR-PROJ-001 @tier:strict @op:GetItem @source:facts-077
    Scenario: Overlapping paths are told by their resolved names, even without the table
      When GetItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "#a, #a.b", "ExpressionAttributeNames": {"#a": "foo"}}
        """
      Then it fails with ValidationException saying "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [foo], path two: [foo, b]"
