Feature: DeleteItem

  Rule: DeleteItem removes the item with that key, if there is one

    @id:DEL-BASIC-001 @tier:core @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: Only the item with the key goes
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}, "sk": {"N": "1"}}}
        """
      Then the response is:
        """
        {}
        """
      And the table holds exactly:
        | pk  | sk |
        | "a" | 2  |

    @id:DEL-BASIC-002 @tier:core @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: Deleting what is not there succeeds
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the response is:
        """
        {}
        """

    @id:DEL-BASIC-003 @tier:core @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: The SDK gets the deleted item back
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour |
        | "a" | "red"  |
      When the SDK deletes the item {pk: "a"}
      Then the returned attributes are:
        | pk  | colour |
        | "a" | "red"  |
      And there is no stored item {pk: "a"}

    @id:DEL-BASIC-004 @tier:strict @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: The key must be whole
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then it fails with ValidationException saying "The provided key element does not match the schema"

    @id:DEL-BASIC-005 @tier:core @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: A table that does not exist
      When DeleteItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}
        """
      Then it fails with ResourceNotFoundException

  Rule: ReturnValues of a delete is NONE or ALL_OLD

    @id:DEL-RET-001 @tier:core @op:DeleteItem @source:aws-api-DeleteItem
    Scenario: ALL_OLD returns nothing when there was no item
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ReturnValues": "ALL_OLD"}
        """
      Then the response has no "Attributes"

    @id:DEL-RET-002 @tier:strict @op:DeleteItem @source:aws-api-DeleteItem @unconfirmed
    Scenario: ALL_NEW is refused
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ReturnValues": "ALL_NEW"}
        """
      Then it fails with ValidationException saying something containing "ReturnValues can only be ALL_OLD or NONE"

  Rule: A condition that does not hold keeps the item

    @id:DEL-COND-001 @tier:core @op:DeleteItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: The condition holds
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"N": "1.0"}}}
        """
      Then the call succeeds
      And there is no stored item {pk: "a"}

    @id:DEL-COND-002 @tier:core @op:DeleteItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: The condition does not hold
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "v > :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 1 |

    @id:DEL-COND-003 @tier:core @op:DeleteItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: A condition that asks for an item fails where there is none
      Given a table with partition key "pk" (S)
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
