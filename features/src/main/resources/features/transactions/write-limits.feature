Feature: TransactWriteItems: limits and order of checks

  Rule: An item that is too large fails in a way that depends on the action

    @id:TXW-SIZE-001 @tier:core @op:TransactWriteItems @needs:transactions @source:facts-008
    Scenario: A Put of 409600 bytes goes through
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409596}"}}}}]}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:TXW-SIZE-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-008 @source:facts-011 @source:facts-010
    Scenario: A Put of 409601 bytes is a plain validation error
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:409597}"}}}}]}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"
      And the table holds 0 items

    @id:TXW-SIZE-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-008 @source:facts-011 @source:facts-010
    Scenario: An Update that grows an item beyond the limit cancels
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | w   |
        | "a" | "y" |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}, {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "{repeat:x:409597}"}}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None"}, {"Code": "ValidationError", "Message": "Item size to update has exceeded the maximum allowed size"}]}
        """
      And the stored item {pk: "a"} is:
        | pk  | w   |
        | "a" | "y" |

    @id:TXW-SIZE-004 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-011
    Scenario: An Update of a fresh key beyond the limit cancels likewise
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "{repeat:x:409597}"}}}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "Item size to update has exceeded the maximum allowed size"}]}
        """
      And the table holds 0 items

    @id:TXW-SIZE-005 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-123 @unconfirmed
    Scenario: All items together may not pass four megabytes
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{each:1..11:{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:400000}"}}}}}]}
        """
      Then it fails with ValidationException
      And the table holds 0 items

    @id:TXW-SIZE-006 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-123
    Scenario: A little less than four megabytes goes through
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{each:1..10:{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "k#"}, "v": {"S": "{repeat:x:400000}"}}}}}]}
        """
      Then the call succeeds
      And the table holds 10 items

  Rule: Values in a transaction may not be nested too deeply

    @id:TXW-NEST-001 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-046
    Scenario: A Put 31 maps deep is stored
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-map:31:{"S":"leaf"}}}}}]}
        """
      Then the call succeeds

    @id:TXW-NEST-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-046
    Scenario: A Put 32 maps deep is refused as a whole
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-map:32:{"S":"leaf"}}}}}]}
        """
      Then it fails with ValidationException saying something containing "Nesting Levels have exceeded supported limits"
      And the table holds 0 items

    @id:TXW-NEST-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-048
    Scenario: An Update's value that is too deep never arrives
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {nest-map:32:{"S":"leaf"}}}}}]}
        """
      Then it fails with ValidationException or TransactionCanceledException
      And the table holds 0 items

  Rule: An expression in a transaction holds at most 4096 bytes

    @id:TXW-EXPR-001 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-055 @source:facts-056
    Scenario: A condition of 4097 bytes refuses the whole request
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists({repeat:a:4075})"}}]}
        """
      Then it fails with ValidationException saying something containing "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;"
      And the table holds 0 items

    @id:TXW-EXPR-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-055 @source:facts-056
    Scenario: A condition of 4096 bytes goes through
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists({repeat:a:4074})"}}]}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:TXW-EXPR-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-056 @source:facts-057
    Scenario: An update of 4097 bytes refuses the whole request
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}}, {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "REMOVE {repeat:a:4090}"}}]}
        """
      Then it fails with ValidationException saying something containing "Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;"
      And the table holds 0 items

    @id:TXW-EXPR-004 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-071
    Scenario Outline: Names and values without any expression are let through: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, <extra>}}]}
        """
      Then the call succeeds
      And the table holds 1 item

      Examples:
        | case   | extra                                                                                    |
        | names  | "ExpressionAttributeNames": {"#a": "a"}                                                  |
        | values | "ExpressionAttributeValues": {":a": {"S": "x"}}                                          |
        | both   | "ExpressionAttributeNames": {"#a": "a"}, "ExpressionAttributeValues": {":a": {"S": "x"}} |

    @id:TXW-EXPR-005 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-071
    Scenario: A value that the condition does not use is refused
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeValues": {":a": {"S": "x"}}}}]}
        """
      Then it fails with ValidationException saying "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}"
      And the table holds 0 items

    @id:TXW-EXPR-006 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-071
    Scenario: A name that the condition does not use is refused
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)", "ExpressionAttributeNames": {"#a": "a"}}}]}
        """
      Then it fails with ValidationException saying "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"

  Rule: Actions are checked one at a time, in the order of the request

    @id:TXW-ORDER-001 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-111
    Scenario: A syntax error in the first action wins over an unused value in the second
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "pk = = :v", "ExpressionAttributeValues": {":v": {"S": "x"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":u": {"S": "x"}}}}]}
        """
      Then it fails with ValidationException saying something containing "Invalid ConditionExpression: Syntax error; token: "=""

    @id:TXW-ORDER-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-111
    Scenario: An unused value in the first action wins over a syntax error in the second
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":u": {"S": "x"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "pk = = :v", "ExpressionAttributeValues": {":v": {"S": "x"}}}}]}
        """
      Then it fails with ValidationException saying "Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}"

    @id:TXW-ORDER-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-112
    Scenario: A syntax error beats a table that is missing in an earlier action
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{new-table:x}", "Item": {"pk": {"S": "a"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "pk = = :v", "ExpressionAttributeValues": {":v": {"S": "x"}}}}]}
        """
      Then it fails with ValidationException saying something containing "Invalid ConditionExpression: Syntax error; token: "=""

    @id:TXW-ORDER-004 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-112
    Scenario: An unused value beats two actions on one item
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}},
          {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":u": {"S": "x"}}}}]}
        """
      Then it fails with ValidationException saying "Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}"

    @id:TXW-ORDER-005 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: Two actions on one item
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException saying "Transaction request cannot include multiple operations on one item"
      And the table holds 0 items

    @id:TXW-ORDER-006 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A condition check counts as an operation on the item
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ValidationException saying "Transaction request cannot include multiple operations on one item"

    @id:TXW-ORDER-007 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A table that does not exist
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Put": {"TableName": "{new-table:x}", "Item": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ResourceNotFoundException
      And the table holds 0 items

    @id:TXW-ORDER-008 @tier:strict @op:TransactWriteItems @needs:transactions @source:aws-guide-Programming.Errors
    Scenario: The words of a table that does not exist
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{new-table}", "Item": {"pk": {"S": "a"}}}}]}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found"

  Rule: The members of the request are looked at before the actions

    @id:TXW-MEMBER-001 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-113 @source:facts-117
    Scenario: Both enums are named, consumed capacity first
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ReturnItemCollectionMetrics": "ALL", "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying one of:
        """
        2 validation errors detected: Value 'MUCH' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value 'ALL' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]
        """

    @id:TXW-MEMBER-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-113
    Scenario: A bad enum beats a syntax error
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "pk ="}}], "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value 'MUCH' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"

    @id:TXW-MEMBER-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-114
    Scenario: A token of 37 characters
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{repeat:x:37}"}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value '{repeat:x:37}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36
        1 validation error detected: Value at 'ClientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36
        1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36
        """
      And the table holds 0 items

    @id:TXW-MEMBER-004 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-114
    Scenario: A long token is told before a bad enum
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{repeat:x:37}", "ReturnConsumedCapacity": "MUCH"}
        """
      Then it fails with ValidationException saying something matching "[12] validation errors? detected: Value ('x{37}' )?at '[cC]lientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36.*"

    @id:TXW-MEMBER-005 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-115
    Scenario Outline: A table name that cannot be one is named by its place: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"<action>": {"TableName": "bad name!", <rest>}}]}
        """
      Then it fails with ValidationException saying "1 validation error detected: Value 'bad name!' at 'transactItems.2.member.<member>.tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"

      Examples:
        | case   | action         | member         | rest                                                                    |
        | put    | Put            | put            | "Item": {"pk": {"S": "b"}}                                              |
        | update | Update         | update         | "Key": {"pk": {"S": "b"}}, "UpdateExpression": "REMOVE v"               |
        | delete | Delete         | delete         | "Key": {"pk": {"S": "b"}}                                               |
        | check  | ConditionCheck | conditionCheck | "Key": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(v)" |

    @id:TXW-MEMBER-006 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-116
    Scenario: An action without any member
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{}]}
        """
      Then it fails with ValidationException

    @id:TXW-MEMBER-007 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: An element with two actions
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}, "Delete": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}}}]}
        """
      Then it fails with ValidationException saying "TransactItems can only contain one of Check, Put, Update or Delete"

    @id:TXW-MEMBER-008 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: No action at all
      When TransactWriteItems is called with:
        """
        {"TransactItems": []}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must have length greater than or equal to 1"

    @id:TXW-MEMBER-009 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems @source:facts-123
    Scenario: A hundred and one actions
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{each:1..101:{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "k#"}}}}}]}
        """
      Then it fails with ValidationException saying something containing "Member must have length less than or equal to 100"
      And the table holds 0 items

    @id:TXW-MEMBER-010 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: TransactItems is missing
      When TransactWriteItems is called with:
        """
        {}
        """
      Then it fails with ValidationException saying something containing "ransactItems' failed to satisfy constraint: Member must not be null"

    @id:TXW-MEMBER-011 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario Outline: A member that an action must have: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"<action>": {<rest>}}]}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must not be null"

      Examples:
        | case              | action         | rest                                              |
        | put-item          | Put            | "TableName": "{table}"                            |
        | put-table         | Put            | "Item": {"pk": {"S": "a"}}                        |
        | delete-key        | Delete         | "TableName": "{table}"                            |
        | update-expression | Update         | "TableName": "{table}", "Key": {"pk": {"S": "a"}} |
        | check-condition   | ConditionCheck | "TableName": "{table}", "Key": {"pk": {"S": "a"}} |

    @id:TXW-MEMBER-012 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-117 @unconfirmed
    Scenario: The values of ReturnValuesOnConditionCheckFailure
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnValuesOnConditionCheckFailure": "ALL_NEW"}}]}
        """
      Then it fails with ValidationException saying something containing "Member must satisfy enum value set: [ALL_OLD, NONE]"
