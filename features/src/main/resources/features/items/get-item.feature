Feature: GetItem

  Rule: GetItem returns the item with that key, or nothing

    @id:GET-BASIC-001 @tier:core @op:GetItem @source:aws-api-GetItem
    Scenario: A strongly consistent read returns what was put
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | colour |
        | "a" | "red"  |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response is:
        """
        {"Item": {"pk": {"S": "a"}, "colour": {"S": "red"}}}
        """

    @id:GET-BASIC-002 @tier:core @op:GetItem @source:aws-api-GetItem
    Scenario: There is no Item in the response when there is none in the table
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response is:
        """
        {}
        """

    @id:GET-BASIC-003 @tier:core @op:GetItem @source:aws-api-GetItem
    Scenario: The SDK gets an item by its full key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  | "y" |
      When the SDK gets the item {pk: "a", sk: 2}
      Then the item is:
        | pk  | sk | v   |
        | "a" | 2  | "y" |

    @id:GET-BASIC-004 @tier:core @op:GetItem @source:aws-api-GetItem
    Scenario: An eventually consistent read comes to see the item
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """
      Then within 20 seconds calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}
        """

  Rule: The key of a read is the whole key and nothing else

    @id:GET-KEY-001 @tier:strict @op:GetItem @source:aws-api-GetItem
    Scenario Outline: A key that does not fit the table is refused: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": <key>}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case          | key                                                            | message                                             |
        | no-sort-key   | {"pk": {"S": "a"}}                                             | The provided key element does not match the schema  |
        | one-too-many  | {"pk": {"S": "a"}, "sk": {"N": "1"}, "x": {"N": "1"}}          | The provided key element does not match the schema  |
        | other-name    | {"pk": {"S": "a"}, "sortkey": {"N": "1"}}                      | The provided key element does not match the schema  |
        | wrong-type    | {"pk": {"S": "a"}, "sk": {"S": "1"}}                           | The provided key element does not match the schema  |

    @id:GET-KEY-002 @tier:strict @op:GetItem @source:facts-050
    Scenario: An empty string is no key
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": ""}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"

    @id:GET-KEY-003 @tier:strict @op:GetItem @source:facts-051 @unconfirmed
    Scenario: The limit of a partition key holds for reads too
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "{repeat:k:2049}"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"

    @id:GET-KEY-004 @tier:core @op:GetItem @source:facts-030
    Scenario: A number key is found however it is written
      Given a table with partition key "pk" (N)
      And this item:
        | pk  | v   |
        | 100 | "x" |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"N": "1.0e2"}}, "ConsistentRead": true}
        """
      Then the response is:
        """
        {"Item": {"pk": {"N": "100"}, "v": {"S": "x"}}}
        """

  Rule: A read needs a table and a key

    @id:GET-ERR-001 @tier:core @op:GetItem @source:aws-api-GetItem
    Scenario: A table that does not exist
      When GetItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}
        """
      Then it fails with ResourceNotFoundException

    @id:GET-ERR-002 @tier:strict @op:GetItem @source:aws-api-GetItem
    Scenario: Key is missing
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException saying something containing "Value null at 'key' failed to satisfy constraint: Member must not be null"

  Rule: Consumed capacity is reported when asked for, in units of 4096 bytes

    @id:GET-CAP-001 @tier:complete @op:GetItem @source:facts-095 @source:facts-004
    Scenario Outline: A small item: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": <strong>, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is {"TableName": "{table}", "CapacityUnits": <units>}

      Examples:
        | case     | strong | units |
        | eventual | false  | 0.5   |
        | strong   | true   | 1     |

    @id:GET-CAP-002 @tier:complete @op:GetItem @source:aws-guide-ProvisionedThroughput
    Scenario: An item of just over 4096 bytes costs two units
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:x:4093}"}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 2

    @id:GET-CAP-003 @tier:complete @op:GetItem @source:facts-095
    Scenario: A read that finds nothing costs what the smallest item costs
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 0.5
