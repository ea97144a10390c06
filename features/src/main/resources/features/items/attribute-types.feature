Feature: Attribute types

  Rule: Every attribute type is stored and returned as it was written

    @id:TYPE-KEEP-001 @tier:core @op:PutItem @op:GetItem @source:aws-guide-HowItWorks.NamingRulesDataTypes
    Scenario Outline: A value is kept: <case>
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": <value>}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response is:
        """
        {"Item": {"pk": {"S": "a"}, "v": <value>}}
        """

      Examples:
        | case            | value                                                  |
        | string          | {"S": "text"}                                          |
        | empty-string    | {"S": ""}                                              |
        | unicode         | {"S": "Zażółć 漢字 \uD83D\uDE00"}                          |
        | control-chars   | {"S": "tab\\tnewline\\nquote\"nul\u0000"}            |
        | number          | {"N": "42"}                                            |
        | negative        | {"N": "-0.5"}                                          |
        | digits-38       | {"N": "12345678901234567890123456789012345678"}        |
        | binary          | {"B": "AAECAwT/"}                                      |
        | empty-binary    | {"B": ""}                                              |
        | bool-true       | {"BOOL": true}                                         |
        | bool-false      | {"BOOL": false}                                        |
        | null            | {"NULL": true}                                         |
        | string-set      | {"SS": ["a", "b"]}                                     |
        | number-set      | {"NS": ["1", "2.5"]}                                   |
        | binary-set      | {"BS": ["AQ==", "Ag=="]}                               |
        | list            | {"L": [{"S": "a"}, {"N": "1"}, {"L": []}]}             |
        | empty-list      | {"L": []}                                              |
        | map             | {"M": {"a": {"S": "x"}, "b": {"M": {}}}}               |
        | empty-map       | {"M": {}}                                              |

    @id:TYPE-KEEP-002 @tier:core @op:PutItem @source:aws-guide-HowItWorks.NamingRulesDataTypes
    Scenario: Attribute names may hold any characters
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "a.b": {"N": "1"}, "c[0]": {"N": "2"}, "ü #:": {"N": "3"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | a.b | c[0] | ü #: |
        | "a" | 1   | 2    | 3    |

    @id:TYPE-KEEP-003 @tier:core @op:PutItem @source:facts-046
    Scenario: A value may lie 31 maps deep
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-map:31:{"S":"leaf"}}}}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:TYPE-KEEP-004 @tier:strict @op:PutItem @source:facts-046 @source:facts-124
    Scenario: A value may not lie 32 maps deep
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-map:32:{"S":"leaf"}}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"

  Rule: Numbers are decimal with up to 38 significant digits, and are stored in one form

    @id:TYPE-NUM-001 @tier:core @op:PutItem @source:facts-030
    Scenario Outline: A number is normalised: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "<written>"}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v        |
        | "a" | <stored> |

      Examples:
        | case             | written | stored |
        | plus-sign        | +5      | 5      |
        | leading-dot      | .5      | 0.5    |
        | trailing-dot     | 5.      | 5      |
        | exponent         | 1.e5    | 100000 |
        | plus-exponent    | 1.5E+3  | 1500   |
        | leading-zeros    | 00042   | 42     |
        | minus-zero       | -0      | 0      |
        | plus-zero        | +0.0    | 0      |
        | trailing-zeros   | 1.200   | 1.2    |
        | negative-exponent| 12e-2   | 0.12   |
        | zero-at-the-edge | 0e125   | 0      |

    @id:TYPE-NUM-002 @tier:strict @op:PutItem @source:facts-031 @source:facts-124
    Scenario Outline: What is no number is refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "<written>"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "The parameter cannot be converted to a numeric value: <written>"

      Examples:
        | case        | written  |
        | word        | abc      |
        | inner-space | 1 2      |
        | plus-only   | +        |
        | minus-only  | -        |
        | dot-only    | .        |
        | two-signs   | ++5      |
        | bare-e      | 1e       |
        | hex         | 0x5      |
        | underscore  | 1_000    |
        | nan         | NaN      |
        | infinity    | Infinity |
        | two-dots    | 1.2.3    |
        | sum         | 1+2      |

    @id:TYPE-NUM-003 @tier:strict @op:PutItem @source:facts-032 @source:facts-124
    Scenario: 39 significant digits are too many
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "123456789012345678901234567890123456789"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Attempting to store more than 38 significant digits in a Number"

    @id:TYPE-NUM-004 @tier:core @op:PutItem @source:facts-032
    Scenario Outline: Numbers at the ends of the range are stored: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "<written>"}}}
        """
      Then the call succeeds
      And calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}' answers:
        """
        {"Item": {"v": {"N": "{value:<written>}"}}}
        """

      Examples:
        | case              | written                                         |
        | largest           | 9.9999999999999999999999999999999999999E+125    |
        | smallest          | 1E-130                                          |
        | largest-negative  | -9.9999999999999999999999999999999999999E+125   |
        | smallest-negative | -1E-130                                         |

    @id:TYPE-NUM-005 @tier:strict @op:PutItem @source:facts-032 @source:facts-033 @source:facts-034 @source:facts-124
    Scenario Outline: Numbers outside the range are refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "<written>"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Number <problem> supported range"

      Examples:
        | case           | written | problem                                                              |
        | overflow       | 1E126   | overflow. Attempting to store a number with magnitude larger than    |
        | underflow      | 1E-131  | underflow. Attempting to store a number with magnitude smaller than  |
        | zero-overflow  | 0e126   | overflow. Attempting to store a number with magnitude larger than    |
        | zero-underflow | 0e-131  | underflow. Attempting to store a number with magnitude smaller than  |

    @id:TYPE-NUM-006 @tier:strict @op:PutItem @source:facts-016
    Scenario: A large power of ten is returned with all its digits
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1E125"}}}
        """
      Then the call succeeds
      And calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}' answers:
        """
        {"Item": {"v": {"N": "1{repeat:0:125}"}}}
        """

  Rule: A set holds at least one member, each once, all of one type

    @id:TYPE-SET-001 @tier:strict @op:PutItem @source:facts-041 @source:facts-124
    Scenario Outline: An empty set is refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"<type>": []}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "One or more parameter values were invalid: <problem>"

      Examples:
        | case   | type | problem                           |
        | string | SS   | An string set  may not be empty   |
        | number | NS   | An number set  may not be empty   |
        | binary | BS   | Binary sets should not be empty   |

    @id:TYPE-SET-002 @tier:strict @op:PutItem @source:facts-041
    Scenario: An empty set inside a map is refused
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"M": {"s": {"SS": []}}}}}
        """
      Then it fails with ValidationException saying something containing "An string set  may not be empty"

    @id:TYPE-SET-003 @tier:strict @op:PutItem @source:facts-042 @source:facts-043
    Scenario Outline: A member twice is refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": <value>}}
        """
      Then it fails with ValidationException saying something containing "contains duplicates"

      Examples:
        | case              | value                        |
        | strings           | {"SS": ["b", "a", "b"]}      |
        | empty-strings     | {"SS": ["", ""]}             |
        | numbers           | {"NS": ["1", "2", "1"]}      |
        | numbers-by-value  | {"NS": ["1", "1.0"]}         |
        | binaries          | {"BS": ["AQ==", "AQ=="]}     |

    @id:TYPE-SET-004 @tier:core @op:PutItem @source:facts-040
    Scenario: An empty string may be the only member of a set
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"SS": [""]}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v      |
        | "a" | <<"">> |

    @id:TYPE-SET-005 @tier:strict @op:GetItem @source:facts-044
    Scenario Outline: Members come back in order: <case>
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"<type>": <written>}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then "Item.v.<type>" in the response is <returned>

      Examples:
        | case    | type | written                  | returned                 |
        | strings | SS   | ["b", "a", "B", "ab"]    | ["B", "a", "ab", "b"]    |
        | numbers | NS   | ["10", "9", "-1", "1.5"] | ["-1", "1.5", "9", "10"] |
        | binary  | BS   | ["/w==", "AQ==", "AQA="] | ["AQ==", "AQA=", "/w=="] |

    @id:TYPE-SET-006 @tier:strict @op:PutItem @source:facts-038
    Scenario: Numbers that differ in the 18th digit are different members
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"NS": ["100000000000000001", "100000000000000002"]}}}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v                                          |
        | "a" | <<100000000000000001, 100000000000000002>> |

  Rule: A value has exactly one type

    @id:TYPE-ONE-001 @tier:strict @op:PutItem @source:aws-api-AttributeValue
    Scenario: A value without a type is refused
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {}}}
        """
      Then it fails with ValidationException saying "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"

    @id:TYPE-ONE-002 @tier:strict @op:PutItem @source:aws-api-AttributeValue
    Scenario: A value with two types is refused
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "x", "N": "1"}}}
        """
      Then it fails with ValidationException saying "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"

    @id:TYPE-ONE-003 @tier:strict @op:PutItem @source:facts-001 @source:facts-002
    Scenario: NULL must be true
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"NULL": false}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "One or more parameter values were invalid: Null attribute value types must have the value of true"
