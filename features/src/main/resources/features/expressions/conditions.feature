Feature: Conditions and filters

  Rule: Each operator and function of a condition means what the guide says

    @id:COND-OP-001 @tier:core @op:DeleteItem @source:aws-guide-Expressions.OperatorsAndFunctions
    Scenario Outline: A condition that holds lets the call through: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s        | n  | b       | yes  | nothing | l            | m          | ss           | ns       |
        | "a" | "banana" | 10 | b"AQI=" | true | null    | [1, "two"]   | {x: {y: 5}} | <<"p", "q">> | <<1, 2>> |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "<condition>",
         "ExpressionAttributeValues": {":v": <v>, ":w": <w>}}
        """
      Then the call succeeds

      Examples:
        | case                   | condition                              | v                            | w                 |
        | equal                  | s = :v AND n <> :w                     | {"S": "banana"}              | {"N": "11"}       |
        | equal-by-value         | n = :v AND n < :w                      | {"N": "1E1"}                 | {"N": "10.5"}     |
        | not-equal-other-type   | n <> :v AND n = :w                     | {"S": "10"}                  | {"N": "10"}       |
        | not-equal-absent       | absent <> :v AND n = :w                | {"S": "10"}                  | {"N": "10"}       |
        | string-order           | s > :v AND s < :w                      | {"S": "bana"}                | {"S": "bananas"}  |
        | upper-before-lower     | s > :v AND n > :w                      | {"S": "Z"}                   | {"N": "9"}        |
        | binary-order           | b > :v AND b < :w                      | {"B": "AQE="}                | {"B": "/w=="}     |
        | at-most-at-least       | n <= :v AND n >= :w                    | {"N": "10"}                  | {"N": "10.0"}     |
        | between                | n BETWEEN :v AND :w                    | {"N": "10"}                  | {"N": "20"}       |
        | in                     | n IN (:v, :w)                          | {"N": "1"}                   | {"N": "10"}       |
        | exists                 | attribute_exists(m.x.y) AND m.x.y < :v AND n < :w | {"N": "6"}        | {"N": "11"}       |
        | not-exists             | attribute_not_exists(m.z) AND n < :v AND n < :w  | {"N": "11"}        | {"N": "11"}       |
        | begins-with            | begins_with(s, :v) AND begins_with(b, :w)        | {"S": "ban"}       | {"B": "AQ=="}     |
        | contains-substring     | contains(s, :v) AND n < :w             | {"S": "nan"}                 | {"N": "11"}       |
        | contains-member        | contains(ss, :v) AND contains(ns, :w)  | {"S": "q"}                   | {"N": "2.0"}      |
        | contains-element       | contains(l, :v) AND contains(l, :w)    | {"N": "1"}                   | {"S": "two"}      |
        | size-of-string         | size(s) = :v AND size(b) = :w          | {"N": "6"}                   | {"N": "2"}        |
        | size-of-collections    | size(l) = :v AND size(m) = :w          | {"N": "2"}                   | {"N": "1"}        |
        | size-of-sets           | size(ss) = :v AND size(ns) = :w        | {"N": "2"}                   | {"N": "2"}        |
        | type                   | attribute_type(nothing, :v) AND attribute_type(l, :w) | {"S": "NULL"} | {"S": "L"}        |
        | set-equality           | ss = :v AND ns = :w                    | {"SS": ["q", "p"]}           | {"NS": ["2", "1.0"]} |
        | list-equality          | l = :v AND l <> :w                     | {"L": [{"N": "1"}, {"S": "two"}]} | {"L": [{"S": "two"}, {"N": "1"}]} |
        | map-equality           | m = :v AND yes = :w                    | {"M": {"x": {"M": {"y": {"N": "5.0"}}}}} | {"BOOL": true} |
        | or                     | n = :v OR n = :w                       | {"N": "1"}                   | {"N": "10"}       |
        | not                    | NOT n = :v AND NOT contains(s, :w)     | {"N": "1"}                   | {"S": "x"}        |
        | and-before-or          | s = :w OR s = :w AND n = :v            | {"N": "1"}                   | {"S": "banana"}   |
        | parentheses            | NOT (n = :v OR s = :w)                 | {"N": "1"}                   | {"S": "x"}        |
        | compared-paths         | n > m.x.y AND s <> :v AND s <> :w      | {"S": "x"}                   | {"S": "y"}        |
        | list-index             | l[1] = :v AND l[0] = :w                | {"S": "two"}                 | {"N": "1"}        |
        | keywords-in-lower-case | n between :v and :w or not n = :v      | {"N": "10"}                  | {"N": "20"}       |

    @id:COND-OP-002 @tier:core @op:DeleteItem @source:aws-guide-Expressions.OperatorsAndFunctions @source:facts-064 @source:facts-068
    Scenario Outline: A condition that does not hold stops the call: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s        | n  | ss           | l          |
        | "a" | "banana" | 10 | <<"p", "q">> | [1, "two"] |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "<condition>",
         "ExpressionAttributeValues": {":v": <v>}}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"

      Examples:
        | case               | condition                     | v              |
        | equal-other-type   | n = :v                        | {"S": "10"}    |
        | less-other-type    | n < :v                        | {"S": "99"}    |
        | equal-absent       | absent = :v                   | {"N": "1"}     |
        | less-absent        | absent < :v                   | {"N": "1"}     |
        | greater-absent     | absent > :v                   | {"N": "1"}     |
        | between-absent     | absent BETWEEN :v AND :v      | {"N": "1"}     |
        | in-absent          | absent IN (:v)                | {"N": "1"}     |
        | size-of-absent     | size(absent) = :v             | {"N": "0"}     |
        | size-of-number     | size(n) > :v                  | {"N": "0"}     |
        | begins-with-case   | begins_with(s, :v)            | {"S": "Ban"}   |
        | contains-part      | contains(ss, :v)              | {"S": ""}      |
        | contains-case      | contains(s, :v)               | {"S": "NAN"}   |
        | contains-in-number | contains(n, :v)               | {"N": "1"}     |
        | path-into-string   | s.x = :v                      | {"S": "a"}     |
        | past-the-list      | l[7] = :v                     | {"S": "two"}   |
        | type-differs       | attribute_type(n, :v)         | {"S": "S"}     |

  Rule: An expression that cannot be read is refused before anything is looked up

    @id:COND-ERR-001 @tier:strict @op:DeleteItem @source:aws-guide-Expressions.OperatorsAndFunctions @source:facts-124
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "<condition>",
         "ExpressionAttributeValues": {":v": <v>}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid ConditionExpression: <problem>"

      Examples:
        | case                | condition                          | v              | problem |
        | syntax              | a = = :v                           | {"N": "1"}     | Syntax error; token: "=", near: "= = :v" |
        | end-of-text         | a = :v AND                         | {"N": "1"}     | Syntax error; token: "<EOF>", near: "AND" |
        | unknown-function    | foo(a, :v)                         | {"N": "1"}     | Invalid function name; function: foo |
        | reserved-word       | status = :v                        | {"N": "1"}     | Attribute name is a reserved keyword; reserved keyword: status |
        | undefined-value     | a = :v AND b = :w                  | {"N": "1"}     | An expression attribute value used in expression is not defined; attribute value: :w |
        | undefined-name      | #a = :v                            | {"N": "1"}     | An expression attribute name used in the document path is not defined; attribute name: #a |
        | too-few-operands    | contains(a) AND b = :v             | {"N": "1"}     | Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1 |
        | operand-type        | begins_with(a, :v)                 | {"N": "1"}     | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N |
        | order-of-bool       | a < :v                             | {"BOOL": true} | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL |
        | size-as-condition   | size(a) AND b = :v                 | {"N": "1"}     | The function is not allowed to be used this way in an expression; function: size |
        | path-needed         | attribute_exists(:v)               | {"S": "a"}     | Operator or function requires a document path; operator or function: attribute_exists |
        | same-operand        | a = a AND b = :v                   | {"N": "1"}     | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a] |
        | redundant-parens    | ((a = :v))                         | {"N": "1"}     | The expression has redundant parentheses; |

    @id:COND-ERR-002 @tier:strict @op:DeleteItem @source:facts-065 @source:facts-124
    Scenario: BETWEEN with its bounds reversed is refused
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "n BETWEEN :lo AND :hi",
         "ExpressionAttributeValues": {":lo": {"N": "2"}, ":hi": {"N": "1"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid ConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}"

    @id:COND-ERR-003 @tier:strict @op:PutItem @source:facts-066 @source:facts-124
    Scenario: contains needs two different operands, and the message prints the resolved name
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "contains(#x, #x)",
         "ExpressionAttributeNames": {"#x": "tags"}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [tags]"

    @id:COND-ERR-004 @tier:strict @op:PutItem @source:facts-055 @source:facts-057
    Scenario: An expression of 4097 bytes is too long
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists({repeat:x:4075})"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4097"

    @id:COND-ERR-005 @tier:complete @op:PutItem @source:facts-055
    Scenario: An expression of 4096 bytes is read
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists({repeat:x:4074})"}
        """
      Then the call succeeds

    @id:COND-ERR-006 @tier:strict @op:PutItem @source:aws-guide-Expressions.OperatorsAndFunctions @source:facts-124
    Scenario: IN takes at most 100 values
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "a IN ({each:1..101::v#})",
         "ExpressionAttributeValues": { {each:1..101:":v#": {"N": "#"}} }}
        """
      Then it fails with ValidationException, enveloped or not, saying "Invalid ConditionExpression: The IN operator is provided with too many operands; number of operands: 101"

  Rule: Names and values stand for what they are given, and all of them must be used

    @id:COND-NAME-001 @tier:core @op:PutItem @source:aws-guide-Expressions.ExpressionAttributeNames
    Scenario: A name stands for a reserved word, and for a name with a full stop in it
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | status | a.b |
        | "a" | "new"  | 1   |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "#s = :s AND #ab = :n",
         "ExpressionAttributeNames": {"#s": "status", "#ab": "a.b"}, "ExpressionAttributeValues": {":s": {"S": "new"}, ":n": {"N": "1"}}}
        """
      Then the call succeeds

    @id:COND-NAME-002 @tier:strict @op:PutItem @source:facts-069 @source:facts-124
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, <more>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<problem>"

      Examples:
        | case                       | more                                                                                                                                   | problem |
        | unused-value               | "ConditionExpression": "a = :v", "ExpressionAttributeValues": {":v": {"N": "1"}, ":w": {"N": "2"}}                                     | Value provided in ExpressionAttributeValues unused in expressions: keys: {:w} |
        | unused-name                | "ConditionExpression": "attribute_exists(#a)", "ExpressionAttributeNames": {"#a": "a", "#b": "b"}                                      | Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}  |
        | values-without-expression  | "ExpressionAttributeValues": {":v": {"N": "1"}}                                                                                        | ExpressionAttributeValues can only be specified when using expressions        |
        | names-without-expression   | "ExpressionAttributeNames": {"#a": "a"}                                                                                                | ExpressionAttributeNames can only be specified when using expressions         |
        | empty-values               | "ConditionExpression": "attribute_exists(a)", "ExpressionAttributeValues": {}                                                          | ExpressionAttributeValues must not be empty                                   |

    @id:COND-NAME-003 @tier:strict @op:PutItem @source:aws-api-PutItem @source:facts-124
    Scenario: An expression does not go with a legacy parameter
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)",
         "Expected": {"pk": {"Exists": false}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"
