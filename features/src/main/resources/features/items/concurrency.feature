Feature: Calls at the same time

  Rule: Writes of one item happen one after the other

    @id:CONC-COND-001 @tier:core @op:PutItem @source:aws-guide-Expressions.ConditionExpressions
    Scenario: Of twenty puts that want to be first, one is
      Given a table with partition key "pk" (S)
      When these calls are made at the same time:
        """
        20 x PutItem {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "n": {"N": "#"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then 1 of the calls succeed
      And 19 of the calls fail with ConditionalCheckFailedException
      And the table holds 1 item

    @id:CONC-ADD-001 @tier:core @op:UpdateItem @source:aws-guide-WorkingWithItems
    Scenario: No count is lost
      Given a table with partition key "pk" (S)
      When these calls are made at the same time:
        """
        20 x UpdateItem {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """
      Then 20 of the calls succeed
      And the stored item {pk: "a"} is:
        | pk  | n  |
        | "a" | 20 |
