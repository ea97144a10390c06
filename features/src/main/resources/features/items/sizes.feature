Feature: Sizes of items

  Rule: A number costs a byte, and one for every two digits before and behind the point

    @id:SIZE-NUM-001 @tier:strict @op:PutItem @source:facts-012 @source:facts-013 @source:facts-014
    Scenario Outline: It fills a kilobyte: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:<rest>}"}, "n": {"N": "<number>"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 1

      Examples:
        | case            | number                                 | rest |
        | one             | 1                                      | 1017 |
        | twelve          | 12                                     | 1017 |
        | fifteen         | 15                                     | 1017 |
        | hundred         | 100                                    | 1017 |
        | leading-zeros   | 0042                                   | 1017 |
        | fraction        | 0.15                                   | 1017 |
        | small           | 0.0000001                              | 1017 |
        | huge            | 1E125                                  | 1017 |
        | tiny            | 1E-100                                 | 1017 |
        | three-digits    | 123                                    | 1016 |
        | four-digits     | 1234                                   | 1016 |
        | inner-zeros     | 1010                                   | 1016 |
        | one-and-a-fifth | 1.2                                    | 1016 |
        | one-and-a-half  | 1.5                                    | 1016 |
        | trailing-zeros  | 1.200                                  | 1016 |
        | negative        | -42                                    | 1016 |
        | three-behind    | 1.234                                  | 1015 |
        | both-sides      | 100.5                                  | 1015 |
        | six-digits      | 123456                                 | 1015 |
        | pi              | 3.14159                                | 1014 |
        | digits-38       | 12345678901234567890123456789012345678 | 999  |
        | zero            | 0                                      | 1018 |
        | minus-zero      | -0                                     | 1018 |

    @id:SIZE-NUM-002 @tier:strict @op:PutItem @source:facts-012 @source:facts-013 @source:facts-014
    Scenario Outline: One byte more is too many for a kilobyte: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:<rest>}"}, "n": {"N": "<number>"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 2

      Examples:
        | case            | number                                 | rest |
        | one             | 1                                      | 1018 |
        | twelve          | 12                                     | 1018 |
        | fifteen         | 15                                     | 1018 |
        | hundred         | 100                                    | 1018 |
        | leading-zeros   | 0042                                   | 1018 |
        | fraction        | 0.15                                   | 1018 |
        | small           | 0.0000001                              | 1018 |
        | huge            | 1E125                                  | 1018 |
        | tiny            | 1E-100                                 | 1018 |
        | three-digits    | 123                                    | 1017 |
        | four-digits     | 1234                                   | 1017 |
        | inner-zeros     | 1010                                   | 1017 |
        | one-and-a-fifth | 1.2                                    | 1017 |
        | one-and-a-half  | 1.5                                    | 1017 |
        | trailing-zeros  | 1.200                                  | 1017 |
        | negative        | -42                                    | 1017 |
        | three-behind    | 1.234                                  | 1016 |
        | both-sides      | 100.5                                  | 1016 |
        | six-digits      | 123456                                 | 1016 |
        | pi              | 3.14159                                | 1015 |
        | digits-38       | 12345678901234567890123456789012345678 | 1000 |
        | zero            | 0                                      | 1019 |
        | minus-zero      | -0                                     | 1019 |

    @id:SIZE-NUM-003 @tier:strict @op:PutItem @source:facts-015 @unconfirmed
    Scenario Outline: Numbers whose cost nobody has measured cost three bytes at most: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "{repeat:x:1016}"}, "n": {"N": "<number>"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 1

      Examples:
        | case        | number |
        | tens        | 120    |
        | thousandths | 0.012  |

  Rule: The gate is 409600 bytes whatever the item is made of

    @id:SIZE-GATE-001 @tier:strict @op:PutItem @source:facts-009 @source:facts-017
    Scenario Outline: As much as fits: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, <attributes>}}
        """
      Then the call succeeds

      Examples:
        | case           | attributes                                                                            |
        | two-attributes | "v": {"S": "{repeat:x:200000}"}, "w": {"S": "{repeat:x:209595}"}                      |
        | long-name      | "{repeat:v:101}": {"S": "{repeat:x:409496}"}                                          |
        | number         | "v": {"S": "{repeat:x:409575}"}, "n": {"N": "12345678901234567890123456789012345678"} |
        | list           | "l": {"L": [{"S": "{repeat:x:409592}"}]}                                              |

    @id:SIZE-GATE-002 @tier:strict @op:PutItem @source:facts-009 @source:facts-017
    Scenario Outline: One byte more: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, <attributes>}}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"

      Examples:
        | case           | attributes                                                                            |
        | two-attributes | "v": {"S": "{repeat:x:200000}"}, "w": {"S": "{repeat:x:209596}"}                      |
        | long-name      | "{repeat:v:101}": {"S": "{repeat:x:409497}"}                                          |
        | number         | "v": {"S": "{repeat:x:409576}"}, "n": {"N": "12345678901234567890123456789012345678"} |
        | list           | "l": {"L": [{"S": "{repeat:x:409593}"}]}                                              |

  Rule: An update is measured by its statement as well

    @id:SIZE-UPD-001 @tier:strict @op:UpdateItem @source:facts-018 @source:facts-019 @source:facts-020 @source:facts-024
    Scenario: One SET may make an item of 409581 bytes
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET #a = :value", "ExpressionAttributeNames": {"#a": "v"}, "ExpressionAttributeValues": {":value": {"S": "{repeat:x:409577}"}}}
        """
      Then the call succeeds

    @id:SIZE-UPD-002 @tier:strict @op:UpdateItem @source:facts-018 @source:facts-019 @source:facts-029 @unconfirmed
    Scenario: And no more, with a short key
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "{repeat:x:409578}"}}}
        """
      Then it fails with ValidationException saying "Item size to update has exceeded the maximum allowed size"

    @id:SIZE-UPD-003 @tier:strict @op:UpdateItem @source:facts-026
    Scenario: Removing members is not charged for them
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "s": {"SS": ["{repeat:x:200000}", "{repeat:y:200000}"]}}
        """
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "DELETE s :m", "ExpressionAttributeValues": {":m": {"SS": ["{repeat:x:200000}"]}}}
        """
      Then the call succeeds

    @id:SIZE-UPD-004 @tier:strict @op:UpdateItem @source:facts-025 @unconfirmed
    Scenario: A statement too large is refused before its condition is looked at
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":v": {"S": "{repeat:x:409600}"}}}
        """
      Then it fails with ValidationException saying "Item size to update has exceeded the maximum allowed size"

    @id:SIZE-UPD-005 @tier:strict @op:UpdateItem @source:facts-021 @source:facts-022
    Scenario: What is copied from the item is free
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "w": {"S": "{repeat:x:204000}"}}
        """
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = w"}
        """
      Then the call succeeds
