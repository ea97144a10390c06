Feature: Numbers, sets and nesting in every place

  Rule: A number is the same however it is written

    @id:NUM-KEY-001 @tier:complete @op:GetItem @source:facts-030
    Scenario Outline: A sort key is found under another notation: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v |
        | "a" | 5  | 1 |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}, "sk": {"N": "<written>"}}}
        """
      Then the response is:
        """
        {"Item": {"pk": {"S": "a"}, "sk": {"N": "5"}, "v": {"N": "1"}}}
        """

      Examples:
        | case     | written |
        | plus     | +5      |
        | zeros    | 005     |
        | point    | 5.0     |
        | exponent | 0.5e1   |

  Rule: What is no number is refused wherever it stands

    @id:NUM-BAD-001 @tier:strict @op:UpdateItem @source:facts-031
    Scenario Outline: In an expression's values: <case>
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"N": "<written>"}}}
        """
      Then it fails with ValidationException saying something containing "The parameter cannot be converted to a numeric value"
      And the table holds 0 items

      Examples:
        | case          | written |
        | space-inside  | 1 2     |
        | plus          | +       |
        | two-signs     | +-5     |
        | open-exponent | 1e      |
        | hex           | 0x5     |
        | underscore    | 1_000   |
        | nan           | NaN     |
        | two-points    | 1.2.3   |
        | sum           | 1+2     |

    @id:NUM-BAD-002 @tier:strict @op:PutItem @source:facts-034
    Scenario Outline: Exponents beyond reason: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "<written>"}}}
        """
      Then it fails with ValidationException saying something containing "<message>"

      Examples:
        | case              | written                | message                                                                                    |
        | past-32-bits      | 1e99999999999          | Number overflow. Attempting to store a number with magnitude larger than supported range   |
        | past-32-bits-down | 1e-99999999999         | Number underflow. Attempting to store a number with magnitude smaller than supported range |
        | past-64-bits      | 1e99999999999999999999 | The parameter cannot be converted to a numeric value                                       |

    @id:NUM-BAD-003 @tier:strict @op:PutItem @source:facts-035 @source:facts-036
    Scenario: The end of 32 bits is an overflow, or in the older layer an underflow
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1e2147483647"}}}
        """
      Then it fails with ValidationException saying something matching "(1 validation error detected: )?Number (overflow|underflow)\. Attempting to store a number with magnitude (larger|smaller) than supported range"

  Rule: Equal numbers are one member of a set

    @id:NUM-SET-001 @tier:complete @op:PutItem @source:facts-038 @source:facts-042
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "s": {"NS": [<members>]}}}
        """
      Then it fails with ValidationException saying something containing "Input collection contains duplicates"

      Examples:
        | case         | members     |
        | point        | "1", "1.0"  |
        | exponent     | "10", "1e1" |
        | sign-of-zero | "0", "-0"   |

  Rule: Sets and depth are checked at every level

    @id:SET-DEEP-001 @tier:strict @op:PutItem @source:facts-041 @source:facts-040 @source:facts-042
    Scenario Outline: A set that may not be, inside a list: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "l": {"L": [{"M": {"x": <set>}}]}}}
        """
      Then it fails with ValidationException saying something containing "<message>"

      Examples:
        | case              | set              | message                                              |
        | empty-strings     | {"SS": []}       | An string set  may not be empty                      |
        | empty-numbers     | {"NS": []}       | An number set  may not be empty                      |
        | empty-binaries    | {"BS": []}       | Binary sets should not be empty                      |
        | no-number         | {"NS": [""]}     | The parameter cannot be converted to a numeric value |
        | twice-empty       | {"SS": ["", ""]} | contains duplicates                                  |
        | twice-zero-length | {"BS": ["", ""]} | of type BS contains duplicates.                      |

    @id:SET-UPD-001 @tier:complete @op:UpdateItem @source:facts-045
    Scenario Outline: ADD and DELETE of members: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s        |
        | "a" | <<1, 2>> |
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "<update>", "ExpressionAttributeValues": {":m": {"NS": [<members>]}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | s       |
        | "a" | <after> |

      Examples:
        | case           | update      | members       | after       |
        | add-known      | ADD s :m    | "1.0"         | <<1, 2>>    |
        | add-new        | ADD s :m    | "2", "3"      | <<1, 2, 3>> |
        | delete-one     | DELETE s :m | "2e0"         | <<1>>       |
        | delete-unknown | DELETE s :m | "9"           | <<1, 2>>    |
        | delete-all     | DELETE s :m | "1", "2", "3" |             |

    @id:NEST-DEEP-001 @tier:strict @op:PutItem @source:facts-049
    Scenario: Beyond 62 levels it is the older wording that answers
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-map:70:{"S":"leaf"}}}}
        """
      Then it fails with ValidationException saying "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"

    @id:NEST-DEEP-002 @tier:strict @op:UpdateItem @source:facts-047 @unconfirmed
    Scenario: An expression's value 32 maps deep is refused before the condition is looked at
      Given a table with partition key "pk" (S)
      When UpdateItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":v": {nest-map:32:{"S":"leaf"}}}}
        """
      Then it fails with ValidationException saying something containing "Nesting Levels have exceeded supported limits"

    @id:KEY-READ-001 @tier:strict @op:GetItem @source:facts-051 @unconfirmed
    Scenario: A partition key of 2049 bytes cannot be read either
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "{repeat:k:2049}"}}}
        """
      Then it fails with ValidationException saying something containing "Size of hashkey has exceeded the maximum size limit of2048 bytes"
