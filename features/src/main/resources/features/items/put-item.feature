Feature: PutItem

  Rule: PutItem stores the whole item under its key

    @id:PUT-BASIC-001 @tier:core @op:PutItem @op:GetItem @source:aws-api-PutItem
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

    @id:PUT-BASIC-002 @tier:core @op:PutItem @op:GetItem @source:aws-api-PutItem
    Scenario: The SDK puts an item
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When the SDK puts the item:
        | pk  | sk | tags         |
        | "a" | 1  | <<"x", "y">> |
      Then the call succeeds
      And the stored item {pk: "a", sk: 1} is:
        | pk  | sk | tags         |
        | "a" | 1  | <<"x", "y">> |
