Feature: TransactWriteItems: what it does

  Rule: All actions of a transaction are applied, or none is

    @id:TXW-BASIC-001 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: One action of each kind
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "b" | 1 |
        | "c" | 1 |
        | "d" | 1 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}},
          {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}, "UpdateExpression": "SET v = v + :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}},
          {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "c"}}}},
          {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "d"}}, "ConditionExpression": "v = :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
        """
      Then the response is:
        """
        {}
        """
      And the table holds exactly:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
        | "d" | 1 |

    @id:TXW-BASIC-002 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: Actions on two tables
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Put": {"TableName": "{table:orders}", "Item": {"pk": {"S": "b"}}}}]}
        """
      Then the call succeeds
      And the table holds exactly:
        | pk  |
        | "a" |
      And the table "orders" holds exactly:
        | pk  |
        | "b" |

    @id:TXW-BASIC-003 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A failing condition on one table keeps the other as it was
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}},
          {"Put": {"TableName": "{table:orders}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)"}}]}
        """
      Then it fails with TransactionCanceledException
      And the table holds 0 items
      And the table "orders" holds 0 items

    @id:TXW-BASIC-004 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems @source:facts-123
    Scenario: A hundred actions are the most
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{each:1..100:{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "k#"}}}}}]}
        """
      Then the call succeeds
      And the table holds 100 items

    @id:TXW-BASIC-005 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems @source:facts-075
    Scenario: An Update creates the item that is not there
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "x"}}}}]}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v   |
        | "a" | "x" |

    @id:TXW-BASIC-006 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A Delete of what is not there does nothing
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then the call succeeds
      And the table holds 0 items

    @id:TXW-BASIC-007 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A ConditionCheck leaves nothing behind
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}}]}
        """
      Then the call succeeds
      And the table holds 0 items

    @id:TXW-BASIC-008 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A Put in a transaction replaces the whole item
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v | w |
        | "a" | 1 | 2 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "x": {"N": "3"}}}}]}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | x |
        | "a" | 3 |

  Rule: A transaction that is cancelled gives a reason for every action, in their order

    @id:TXW-CANCEL-001 @tier:core @op:TransactWriteItems @needs:transactions @source:facts-110
    Scenario: None stands for the actions that would have gone through
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)"}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "c"}}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None"}, {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}, {"Code": "None"}]}
        """
      And the table holds 0 items

    @id:TXW-CANCEL-002 @tier:core @op:TransactWriteItems @needs:transactions @source:facts-110
    Scenario Outline: Every kind of action may carry the condition that fails: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "new"}}}}, <action>]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]"
      And the table holds exactly:
        | pk  | v |
        | "a" | 1 |

      Examples:
        | case            | action                                                                                                                                                                                    |
        | put             | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "v = :two", "ExpressionAttributeValues": {":two": {"N": "2"}}}}                                       |
        | update          | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :two", "ConditionExpression": "v = :two", "ExpressionAttributeValues": {":two": {"N": "2"}}}} |
        | delete          | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "v = :two", "ExpressionAttributeValues": {":two": {"N": "2"}}}}                                     |
        | condition-check | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "v = :two", "ExpressionAttributeValues": {":two": {"N": "2"}}}}                             |

    @id:TXW-CANCEL-003 @tier:core @op:TransactWriteItems @needs:transactions @source:facts-110
    Scenario: Two conditions that fail are both named
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)"}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, ConditionalCheckFailed]"

    @id:TXW-CANCEL-004 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: ReturnValuesOnConditionCheckFailure ALL_OLD brings the stored item with the reason
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None", "Item": "{absent}"}, {"Code": "ConditionalCheckFailed", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}]}
        """

    @id:TXW-CANCEL-005 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: Without it the reason brings no item
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ConditionalCheckFailed", "Item": "{absent}"}]}
        """

    @id:TXW-CANCEL-006 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A failing condition on an absent item brings none, even with ALL_OLD
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ConditionalCheckFailed", "Item": "{absent}"}]}
        """

    @id:TXW-CANCEL-007 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-110
    Scenario: The reasons without a problem carry no message
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}, {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)"}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None", "Message": "{absent}"}, {"Code": "ConditionalCheckFailed"}]}
        """

  Rule: What an update finds wrong with the stored item cancels the transaction

    @id:TXW-UPD-001 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-053 @source:aws-api-TransactWriteItems
    Scenario Outline: The reason is ValidationError: <case>
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "s": {"S": "text"}, "n": {"N": "1"}, "m": {"M": {}}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "<update>", "ExpressionAttributeValues": {":v": {"N": "1"}}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "<message>"}]}
        """
      And the stored item {pk: "a"} is:
        | pk  | s      | n | m  |
        | "a" | "text" | 1 | {} |

      Examples:
        | case              | update              | message                                                                        |
        | text-plus-number  | SET n = s + :v      | An operand in the update expression has an incorrect data type                 |
        | add-to-text       | ADD s :v            | An operand in the update expression has an incorrect data type                 |
        | no-such-attribute | SET n = nosuch + :v | The provided expression refers to an attribute that does not exist in the item |
        | no-such-map       | SET nosuch.x = :v   | The document path provided in the update expression is invalid for update      |
        | list-step-in-map  | SET m[0] = :v       | The document path provided in the update expression is invalid for update      |

    @id:TXW-UPD-002 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-039
    Scenario: An overflow cancels the transaction
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | n     |
        | "a" | 9e125 |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET n = n + :v", "ExpressionAttributeValues": {":v": {"N": "9e125"}}}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "Number overflow. Attempting to store a number with magnitude larger than supported range"}]}
        """

    @id:TXW-UPD-003 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-110
    Scenario: A problem of the stored item and a condition that fails are both told
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s   |
        | "a" | "x" |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [
          {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD s :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}},
          {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}, "ConditionExpression": "attribute_exists(pk)"}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError, ConditionalCheckFailed]"

  Rule: A key of the wrong type cancels the transaction, and the wording depends on the action

    @id:TXW-KEY-001 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-053
    Scenario: A Put names both types
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"N": "1"}}}}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"}]}
        """

    @id:TXW-KEY-002 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-053
    Scenario Outline: Actions with a Key say that it does not match: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "ok"}}}}, <action>]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]"
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "None"}, {"Code": "ValidationError", "Message": "The provided key element does not match the schema"}]}
        """
      And the table holds 0 items

      Examples:
        | case          | action                                                                                                                    |
        | update-number | {"Update": {"TableName": "{table}", "Key": {"pk": {"N": "1"}}, "UpdateExpression": "REMOVE v"}}                           |
        | delete-number | {"Delete": {"TableName": "{table}", "Key": {"pk": {"N": "1"}}}}                                                           |
        | check-number  | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"N": "1"}}, "ConditionExpression": "attribute_exists(v)"}}     |
        | update-map    | {"Update": {"TableName": "{table}", "Key": {"pk": {"M": {}}}, "UpdateExpression": "REMOVE v"}}                            |
        | delete-list   | {"Delete": {"TableName": "{table}", "Key": {"pk": {"L": []}}}}                                                            |
        | check-bool    | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"BOOL": true}}, "ConditionExpression": "attribute_exists(v)"}} |

    @id:TXW-KEY-003 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-053
    Scenario Outline: A Put with a key that is no scalar: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": <value>}}}]}
        """
      Then it fails with TransactionCanceledException
      And the error contains:
        """
        {"CancellationReasons": [{"Code": "ValidationError", "Message": "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: <actual>"}]}
        """

      Examples:
        | case       | value          | actual |
        | bool       | {"BOOL": true} | BOOL   |
        | null       | {"NULL": true} | NULL   |
        | string-set | {"SS": ["a"]}  | SS     |
        | map        | {"M": {}}      | M      |

    @id:TXW-KEY-004 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-050
    Scenario Outline: An empty key is refused before anything is cancelled: <case>
      Given a table with partition key "pk" (S)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [<action>]}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"

      Examples:
        | case   | action                                                                                                               |
        | put    | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": ""}}}}                                                         |
        | delete | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": ""}}}}                                                       |
        | update | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": ""}}, "UpdateExpression": "REMOVE v"}}                       |
        | check  | {"ConditionCheck": {"TableName": "{table}", "Key": {"pk": {"S": ""}}, "ConditionExpression": "attribute_exists(v)"}} |

    @id:TXW-KEY-005 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-050
    Scenario: An empty binary key is refused likewise
      Given a table with partition key "pk" (B)
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"B": ""}}}}]}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk"

  Rule: The keys of indexes must fit in a transaction too

    @id:TXW-IDX-001 @tier:strict @op:TransactWriteItems @needs:transactions @source:facts-052
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | gsi   | GSI  | city (S)      | n (N)    | ALL        |
      When TransactWriteItems is called with:
        """
        {"TransactItems": [<action>]}
        """
      Then it fails with ValidationException or TransactionCanceledException
      And the table holds 0 items

      Examples:
        | case                | action                                                                                                                                                |
        | put-wrong-type      | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"N": "1"}}}}                                                                     |
        | put-empty           | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": ""}}}}                                                                      |
        | put-sort-wrong-type | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "city": {"S": "x"}, "n": {"S": "y"}}}}                                                    |
        | update-wrong-type   | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET city = :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}} |
        | update-empty        | {"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET city = :v", "ExpressionAttributeValues": {":v": {"S": ""}}}}  |
