Feature: Projections

  Rule: A projection returns the named parts and nothing else

    @id:PROJ-GET-001 @tier:core @op:GetItem @source:aws-guide-Expressions.ProjectionExpressions
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour | size | l                      | m                     |
        | "a" | "red"  | 12   | [{x: 1, y: 2}, 5, "c"] | {k: {d: 1}, o: true}  |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ProjectionExpression": "<projection>"}
        """
      Then "Item" in the response is:
        """
        <item>
        """

      Examples:
        | case             | projection      | item |
        | attributes       | pk, colour      | {"pk": {"S": "a"}, "colour": {"S": "red"}} |
        | map-member       | m.k             | {"m": {"M": {"k": {"M": {"d": {"N": "1"}}}}}} |
        | list-element     | l[1]            | {"l": {"L": [{"N": "5"}]}} |
        | inside-element   | l[0].y          | {"l": {"L": [{"M": {"y": {"N": "2"}}}]}} |
        | some-are-absent  | colour, nothing | {"colour": {"S": "red"}} |

    @id:PROJ-GET-002 @tier:complete @op:GetItem @source:facts-079
    Scenario: Several elements of a list come back close together and in the list's order
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l                         |
        | "a" | [{x: 1, y: 2, z: 3}, 5, 6] |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ProjectionExpression": "l[2], l[0].z, l[0].x"}
        """
      Then "Item" in the response is:
        """
        {"l": {"L": [{"M": {"x": {"N": "1"}, "z": {"N": "3"}}}, {"N": "6"}]}}
        """

    @id:PROJ-GET-003 @tier:complete @op:GetItem @source:facts-080 @source:facts-081 @unconfirmed
    Scenario: A projection that matches nothing returns an empty item, without the key
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ProjectionExpression": "nothing"}
        """
      Then the response is:
        """
        {"Item": {}}
        """

    @id:PROJ-GET-004 @tier:strict @op:GetItem @source:facts-077
    Scenario: Overlapping paths are refused
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "#x, #x.b", "ExpressionAttributeNames": {"#x": "a"}}
        """
      Then it fails with ValidationException saying "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]"

    @id:PROJ-GET-005 @tier:strict @op:GetItem @source:aws-guide-Expressions.ProjectionExpressions
    Scenario: A reserved word needs a name
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": "pk, name"}
        """
      Then it fails with ValidationException saying "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: name"

    @id:PROJ-GET-006 @tier:complete @op:GetItem @source:facts-082
    Scenario: A projection does not make the read cheaper
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:8000}"}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ProjectionExpression": "pk", "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 2

    @id:PROJ-GET-007 @tier:complete @op:GetItem @source:aws-api-GetItem
    Scenario: AttributesToGet names whole attributes
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour | size |
        | "a" | "red"  | 12   |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "AttributesToGet": ["size"]}
        """
      Then the response is:
        """
        {"Item": {"size": {"N": "12"}}}
        """
