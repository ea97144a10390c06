Feature: Members of the wrong JSON type

  Rule: Each JSON type is refused in its own words where the model wants another

    @id:SER-STR-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where a string is wanted: <case>
      When <operation> is called with:
        """
        <body>
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case            | operation     | body                                                          | message |
        | integer         | DescribeTable | {"TableName": 12}                                             | NUMBER_VALUE cannot be converted to String |
        | negative        | DescribeTable | {"TableName": -1}                                             | NUMBER_VALUE cannot be converted to String |
        | decimal         | DescribeTable | {"TableName": 1.5}                                            | DECIMAL_VALUE cannot be converted to String |
        | exponent        | DescribeTable | {"TableName": 1e3}                                            | DECIMAL_VALUE cannot be converted to String |
        | true            | DescribeTable | {"TableName": true}                                           | TRUE_VALUE cannot be converted to String |
        | false           | DescribeTable | {"TableName": false}                                          | FALSE_VALUE cannot be converted to String |
        | list            | DescribeTable | {"TableName": ["a"]}                                          | Unrecognized collection type class java.lang.String |
        | object          | DescribeTable | {"TableName": {"a": "b"}}                                     | Start of structure or map found where not expected |
        | put-integer     | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"S": 1}}}            | NUMBER_VALUE cannot be converted to String |
        | put-true        | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"S": true}}}         | TRUE_VALUE cannot be converted to String |
        | number-in-n     | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"N": 1}}}            | NUMBER_VALUE cannot be converted to String |
        | decimal-in-n    | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"N": 1.5}}}          | DECIMAL_VALUE cannot be converted to String |
        | member-of-ss    | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"SS": [1]}}}         | NUMBER_VALUE cannot be converted to String |
        | member-of-ns    | PutItem       | {"TableName": "nowhere", "Item": {"pk": {"NS": [1]}}}         | NUMBER_VALUE cannot be converted to String |
        | expression      | PutItem       | {"TableName": "nowhere", "ConditionExpression": 5}            | NUMBER_VALUE cannot be converted to String |
        | name-of-an-alias | GetItem      | {"TableName": "nowhere", "ExpressionAttributeNames": {"#a": 1}} | NUMBER_VALUE cannot be converted to String |
        | index-name      | Query         | {"TableName": "nowhere", "IndexName": false}                  | FALSE_VALUE cannot be converted to String |

    @id:SER-MAP-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where a map is wanted: <case>
      When <operation> is called with:
        """
        <body>
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case               | operation      | body                                                                | message |
        | key-string         | GetItem        | {"TableName": "nowhere", "Key": "a"}                                | Unexpected field type |
        | key-number         | GetItem        | {"TableName": "nowhere", "Key": 1}                                  | Unexpected field type |
        | key-true           | GetItem        | {"TableName": "nowhere", "Key": true}                               | Unexpected field type |
        | item-string        | PutItem        | {"TableName": "nowhere", "Item": "a"}                               | Unexpected field type |
        | values-number      | PutItem        | {"TableName": "nowhere", "ExpressionAttributeValues": 1}            | Unexpected field type |
        | names-string       | PutItem        | {"TableName": "nowhere", "ExpressionAttributeNames": "#a"}          | Unexpected field type |
        | requests-string    | BatchGetItem   | {"RequestItems": "nowhere"}                                         | Unexpected field type |
        | throughput-number  | CreateTable    | {"TableName": "nowhere", "ProvisionedThroughput": 5}                | Unexpected field type |
        | key-list           | GetItem        | {"TableName": "nowhere", "Key": []}                                 | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue> |
        | names-list         | PutItem        | {"TableName": "nowhere", "ExpressionAttributeNames": []}            | Unrecognized collection type java.util.Map<java.lang.String, java.lang.String> |
        | batch-list         | BatchGetItem   | {"RequestItems": []}                                                | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.KeysAndAttributes> |

    @id:SER-VAL-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where an attribute value is wanted: <case>
      When PutItem is called with:
        """
        {"TableName": "nowhere", "Item": {"pk": <value>}}
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case            | value              | message |
        | string          | "a"                | Unexpected value type in payload |
        | number          | 5                  | Unexpected value type in payload |
        | true            | true               | Unexpected value type in payload |
        | list            | []                 | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue |
        | in-a-list       | {"L": ["a"]}       | Unexpected value type in payload |
        | in-a-map        | {"M": {"a": "b"}}  | Unexpected value type in payload |
        | map-as-string   | {"M": "a"}         | Unexpected field type |
        | list-as-string  | {"L": "a"}         | Unexpected field type |
        | set-as-string   | {"SS": "a"}        | Unexpected field type |
        | list-as-object  | {"L": {}}          | Start of structure or map found where not expected |
        | string-as-list  | {"S": []}          | Unrecognized collection type class java.lang.String |
        | string-as-object | {"S": {}}         | Start of structure or map found where not expected |

    @id:SER-BOOL-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where a boolean is wanted: <case>
      When GetItem is called with:
        """
        {"TableName": "nowhere", "Key": {"pk": {"S": "a"}}, "ConsistentRead": <value>}
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case         | value     | message |
        | word         | "perhaps" | Unexpected token received from parser |
        | empty        | ""        | Unexpected token received from parser |
        | integer      | 1         | NUMBER_VALUE cannot be converted to Boolean |
        | minus-zero   | -0        | NUMBER_VALUE cannot be converted to Boolean |
        | decimal      | 1.0       | DECIMAL_VALUE cannot be converted to Boolean |
        | exponent     | 1e0       | DECIMAL_VALUE cannot be converted to Boolean |
        | object       | {}        | Start of structure or map found where not expected |

    @id:SER-BOOL-002 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Words that mean a boolean: <case>
      Given a table with partition key "pk" (S)
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "flag": {"BOOL": <value>}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then "Item.flag" in the response is {"BOOL": <meaning>}

      Examples:
        | case        | value   | meaning |
        | true        | "true"  | true    |
        | upper-true  | "TRUE"  | true    |
        | t           | "t"     | true    |
        | yes         | "Yes"   | true    |
        | y           | "y"     | true    |
        | one         | "1"     | true    |
        | false       | "false" | false   |
        | f           | "F"     | false   |
        | no          | "no"    | false   |
        | zero        | "0"     | false   |

    @id:SER-INT-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where an integer is wanted: <case>
      When <operation> is called with:
        """
        {"TableName": "nowhere", <member>}
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case        | operation   | member                        | message |
        | string      | Scan        | "Limit": "5"                  | STRING_VALUE cannot be converted to Integer |
        | true        | Scan        | "Limit": true                 | TRUE_VALUE cannot be converted to Integer |
        | false       | Query       | "Limit": false                | FALSE_VALUE cannot be converted to Integer |
        | list        | Scan        | "Limit": [5]                  | Unrecognized collection type class java.lang.Integer |
        | segment     | Scan        | "Segment": "0"                | STRING_VALUE cannot be converted to Integer |
        | long        | UpdateTable | "ProvisionedThroughput": {"ReadCapacityUnits": "5"} | STRING_VALUE cannot be converted to Long |
        | long-true   | CreateTable | "ProvisionedThroughput": {"WriteCapacityUnits": true} | TRUE_VALUE cannot be converted to Long |

    @id:SER-INT-002 @tier:strict @op:Scan @op:Query @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: A fraction is cut off: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
      When <operation> is called with:
        """
        {"TableName": "{table}", <more> "Limit": 2.9}
        """
      Then "Count" in the response is 2

      Examples:
        | case  | operation | more |
        | scan  | Scan      |      |
        | query | Query     | "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, |

    @id:SER-BIN-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Where binary is wanted: <case>
      When PutItem is called with:
        """
        {"TableName": "nowhere", "Item": {"pk": <value>}}
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case         | value           | message |
        | number       | {"B": 5}        | only base-64-encoded strings are convertible to bytes |
        | true         | {"B": true}     | only base-64-encoded strings are convertible to bytes |
        | list         | {"B": []}       | Unrecognized collection type class java.nio.ByteBuffer |
        | object       | {"B": {}}       | Start of structure or map found where not expected |
        | three        | {"B": "abc"}    | Base64 encoded length is expected a multiple of 4 bytes but found: 3 |
        | five         | {"B": "abcde"}  | Base64 encoded length is expected a multiple of 4 bytes but found: 5 |
        | in-a-set     | {"BS": ["abc"]} | Base64 encoded length is expected a multiple of 4 bytes but found: 3 |
        | number-in-a-set | {"BS": [5]}  | only base-64-encoded strings are convertible to bytes |

  Rule: The type of every member is checked before any value, name or table

    @id:SER-ORD-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: <case>
      When GetItem is called with:
        """
        <body>
        """
      Then it fails with SerializationException

      Examples:
        | case                    | body |
        | before-a-missing-name   | {"Key": 5} |
        | before-a-bad-name       | {"TableName": "a;b", "Key": {"pk": {"S": 5}}} |
        | before-a-missing-table  | {"TableName": "no-such-table-here", "Key": {"pk": {"N": 5}}} |
        | before-an-enum          | {"TableName": "no-such-table-here", "ReturnConsumedCapacity": "ALL", "ConsistentRead": "perhaps"} |
        | behind-a-bad-value      | {"TableName": "no-such-table-here", "Key": {"pk": {"NULL": false}}, "ProjectionExpression": 7} |

  Rule: A null is as good as nothing, wherever it stands

    @id:SER-NULL-001 @tier:strict @op:PutItem @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": <value>}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"

      Examples:
        | case         | value       |
        | null-string  | {"S": null} |
        | null-number  | {"N": null} |
        | null-map     | {"M": null} |
        | null-set     | {"SS": null} |

    @id:SER-NULL-002 @tier:strict @op:PutItem @source:aws-guide-Programming.LowLevelAPI
    Scenario: A null beside the one type that is there
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a", "N": null}, "v": {"N": "1", "L": null}}}
        """
      Then the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 1 |

    @id:SER-NULL-003 @tier:strict @op:Wire @source:facts-129
    Scenario: A table name that is null is missing
      When PutItem is called with:
        """
        {"TableName": null, "Item": {"pk": {"S": "a"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Value null at 'tableName' failed to satisfy constraint: Member must not be null"

  Rule: Bodies at the edge of JSON

    @id:SER-BODY-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: No JSON at all: <case>
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: DynamoDB_20120810.ListTables

        <body>
        """
      Then it fails with SerializationException
      And the error type on the wire is "com.amazon.coral.service#SerializationException"

      Examples:
        | case             | body            |
        | word             | hello           |
        | open             | {               |
        | comma            | {"Limit": 1,}   |
        | comment          | {/* none */}    |
        | unquoted         | {Limit: 1}      |
        | leading-zero     | {"Limit": 01}   |
        | plus             | {"Limit": +1}   |
        | bad-escape       | {"ExclusiveStartTableName": "a\\qb"} |
        | two-objects      | {} {}           |
        | nan              | {"Limit": NaN}  |

    @id:SER-BODY-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: JSON in any dress is the same: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        <body>
        """
      Then the stored item {pk: "a"} is:
        | pk  | v   |
        | "a" | "é" |

      Examples:
        | case             | body |
        | escapes          | {"TableName": "{table}", "Item": {"pk": {"S": "\\u0061"}, "v": {"S": "\\u00e9"}}} |
        | escaped-name     | {"Table\\u004eame": "{table}", "Item": {"p\\u006b": {"S": "a"}, "v": {"S": "é"}}} |
        | blanks           |   { "TableName" :   "{table}" , "Item" : { "pk" : { "S" : "a" } , "v" : { "S" : "é" } } }   |
        | unknown-members  | {"TableName": "{table}", "Colour": {"deep": [1, {"x": null}]}, "Item": {"pk": {"S": "a"}, "v": {"S": "é"}}} |
        | unknown-deep     | {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "é", "Q": {"a": 1}}}} |

    @id:SER-DEEP-001 @tier:strict @op:PutItem @source:facts-046 @source:facts-049
    Scenario Outline: A value too deep to store is read and refused: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {nest-<kind>:<depth>:{"S": "leaf"}}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"

      Examples:
        | case         | kind | depth |
        | maps-40      | map  | 40    |
        | lists-40     | list | 40    |
        | maps-80      | map  | 80    |
        | lists-80     | list | 80    |
        | maps-500     | map  | 500   |

    @id:SER-UTF-001 @tier:complete @op:PutItem @source:aws-guide-HowItWorks.NamingRulesDataTypes
    Scenario Outline: Characters of every length come back as they went: <case>
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "<text>"}}}
        """
      Then calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}' answers:
        """
        {"Item": {"v": {"S": "<text>"}}}
        """

      Examples:
        | case           | text            |
        | two-bytes      | żółć            |
        | three-bytes    | 漢字 €           |
        | four-bytes     | 😀𝄞             |
        | combining      | e\\u0301        |
        | control        | a\\u0001b\\u001f |
        | quotes         | \\"\\\\/        |
        | line-breaks    | a\\nb\\r\\tc    |
        | nul            | a\\u0000b       |
