Feature: TransactWriteItems: idempotency tokens

  Rule: A request that is repeated with its token is applied once

    @id:TXW-TOKEN-001 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: The second ADD does nothing
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 1 |

    @id:TXW-TOKEN-002 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: Without a token the second ADD counts
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Update": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | n |
        | "a" | 2 |

    @id:TXW-TOKEN-003 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: A condition that would fail by now does not fail the repetition
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}}], "ClientRequestToken": "{new-table:k}"}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}}], "ClientRequestToken": "{new-table:k}"}
        """
      Then the call succeeds

    @id:TXW-TOKEN-004 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: What was deleted in between stays deleted
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      And DeleteItem was called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      Then the call succeeds
      And the table holds 0 items

  Rule: A token belongs to its request

    @id:TXW-TOKEN-005 @tier:core @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario Outline: The same token for another request: <case>
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}}], "ClientRequestToken": "{table}-<n>"}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [<actions>], "ClientRequestToken": "{table}-<n>"}
        """
      Then it fails with IdempotentParameterMismatchException
      And the table holds exactly:
        | pk  | v |
        | "a" | 1 |

      Examples:
        | case           | actions                                                                                                                                       | n |
        | other-value    | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "2"}}}}                                                                | 1 |
        | other-key      | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}, "v": {"N": "1"}}}}                                                                | 2 |
        | other-action   | {"Delete": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}                                                                               | 3 |
        | one-more       | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}}}} | 4 |
        | with-condition | {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}, "ConditionExpression": "attribute_not_exists(pk)"}}             | 5 |

    @id:TXW-TOKEN-006 @tier:complete @op:TransactWriteItems @needs:transactions @source:aws-api-TransactWriteItems
    Scenario: Asking for the capacity makes no other request of it
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}}], "ClientRequestToken": "{new-table:k}", "ReturnConsumedCapacity": "TOTAL"}
        """
      Then the call succeeds

    @id:TXW-TOKEN-007 @tier:complete @op:TransactWriteItems @needs:transactions @source:facts-097
    Scenario: A repetition is billed as reads of four kilobytes
      Given a table with partition key "pk" (S)
      And TransactWriteItems was called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:1500}"}}}}], "ClientRequestToken": "{new-table:k}"}
        """
      When TransactWriteItems is called with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:1500}"}}}}], "ClientRequestToken": "{new-table:k}", "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 2, "ReadCapacityUnits": 2}]
