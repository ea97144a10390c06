Feature: PartiQL: SELECT

  Rule: A SELECT with the key reads what a query or a get would

    @id:PQL-SEL-001 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: By the whole key
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And these items:
        | pk  | sk  | v  |
        | "a" | "1" | 10 |
        | "a" | "2" | 20 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a' AND sk = '2'"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "sk": {"S": "2"}, "v": {"N": "20"}}]}
        """

    @id:PQL-SEL-002 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: By the partition key, in the order of the sort key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 10 |
        | "a" | 9  |
        | "b" | 1  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then the response is:
        """
        {"Items": [{"sk": {"N": "9"}}, {"sk": {"N": "10"}}]}
        """

    @id:PQL-SEL-003 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: Parameters stand for values
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And these items:
        | pk  | sk  |
        | "a" | "1" |
        | "a" | "2" |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = ? AND sk > ?", "Parameters": [{"S": "a"}, {"S": "1"}]}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "sk": {"S": "2"}}]}
        """

    @id:PQL-SEL-004 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: Without a key the whole table is read
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE v = 2"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "b"}, "v": {"N": "2"}}]}
        """

    @id:PQL-SEL-005 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: ORDER BY the sort key DESC turns the order round
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a' ORDER BY sk DESC"}
        """
      Then the response is:
        """
        {"Items": [{"sk": {"N": "2"}}, {"sk": {"N": "1"}}]}
        """

    @id:PQL-SEL-006 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: Paths into documents
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "m": {"M": {"x": {"N": "1"}, "y": {"N": "2"}}}, "l": {"L": [{"S": "p"}, {"S": "q"}]}}
        """
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT m.x, l[1] FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then the call succeeds

    @id:PQL-SEL-007 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-operators
    Scenario Outline: Conditions on the sort key: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 2  |
        | "a" | 3  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a' AND <condition>"}
        """
      Then the response is:
        """
        {"Items": [<items>]}
        """

      Examples:
        | case    | condition          | items                                  |
        | less    | sk < 2             | {"sk": {"N": "1"}}                     |
        | at-most | sk <= 2            | {"sk": {"N": "1"}}, {"sk": {"N": "2"}} |
        | greater | sk > 2             | {"sk": {"N": "3"}}                     |
        | between | sk BETWEEN 2 AND 3 | {"sk": {"N": "2"}}, {"sk": {"N": "3"}} |
        | in      | sk IN [1, 3]       | {"sk": {"N": "1"}}, {"sk": {"N": "3"}} |

  Rule: Functions and type tests filter a read

    @id:PQL-FILT-001 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-154 @source:facts-156
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And the items:
        """
        [{"pk": {"S": "a"}, "v": {"S": "text"}, "n": {"N": "1"}}, {"pk": {"S": "b"}, "v": {"NULL": true}}, {"pk": {"S": "c"}}]
        """
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{table}\" WHERE <condition>"}
        """
      Then "Items" in the response is ["{unordered}", <items>]

      Examples:
        | case                      | condition                  | items                                  |
        | attribute-exists          | attribute_exists(v)        | {"pk": {"S": "a"}}, {"pk": {"S": "b"}} |
        | attribute-exists-capitals | ATTRIBUTE_EXISTS(v)        | {"pk": {"S": "a"}}, {"pk": {"S": "b"}} |
        | attribute-exists-is-true  | attribute_exists(v) = true | {"pk": {"S": "a"}}, {"pk": {"S": "b"}} |
        | attribute-not-exists      | attribute_not_exists(v)    | {"pk": {"S": "c"}}                     |
        | size                      | size(v) = 4                | {"pk": {"S": "a"}}                     |
        | attribute-type            | attribute_type(v, 'S')     | {"pk": {"S": "a"}}                     |
        | is-null                   | v IS NULL                  | {"pk": {"S": "b"}}                     |
        | is-missing                | v IS MISSING               | {"pk": {"S": "c"}}                     |
        | is-not-missing            | v IS NOT MISSING           | {"pk": {"S": "a"}}, {"pk": {"S": "b"}} |
        | is-string                 | v IS STRING                | {"pk": {"S": "a"}}                     |
        | is-numeric                | n IS NUMERIC               | {"pk": {"S": "a"}}                     |
        | begins-with               | begins_with(v, 'te')       | {"pk": {"S": "a"}}                     |
        | contains                  | contains(v, 'ex')          | {"pk": {"S": "a"}}                     |

    @id:PQL-FILT-002 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-164 @unconfirmed
    Scenario Outline: What lacks the attribute: <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | a   |
        | "1" | "x" |
        | "2" | "y" |
        | "3" |     |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{table}\" WHERE <condition>"}
        """
      Then "Items" in the response is ["{unordered}", <items>]

      Examples:
        | case            | condition   | items                                  |
        | not-equal-keeps | NOT a = 'x' | {"pk": {"S": "2"}}, {"pk": {"S": "3"}} |
        | unequal-drops   | a <> 'x'    | {"pk": {"S": "2"}}                     |

    @id:PQL-FILT-003 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-163
    Scenario: A number may be compared with an attribute that is text, and does not match
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v   |
        | "a" | "5" |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{table}\" WHERE v > 1"}
        """
      Then the response is:
        """
        {"Items": []}
        """

    @id:PQL-FILT-004 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-163
    Scenario Outline: Ordering refuses what has no order, even without the table: <case>
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{new-table}\" WHERE v <condition>", "Parameters": [<value>]}
        """
      Then it fails with ValidationException saying something containing "Incorrect operand type for operator or function; operator or function: <operator>, operand type: <type>"

      Examples:
        | case       | condition | value            | operator | type |
        | bool       | < ?       | {"BOOL": true}   | <        | BOOL |
        | null       | > ?       | {"NULL": true}   | >        | NULL |
        | list       | <= ?      | {"L": []}        | <=       | L    |
        | map        | >= ?      | {"M": {}}        | >=       | M    |
        | string-set | < ?       | {"SS": ["a"]}    | <        | SS   |
        | number-set | < ?       | {"NS": ["1"]}    | <        | NS   |
        | binary-set | < ?       | {"BS": ["AA=="]} | <        | BS   |

    @id:PQL-FILT-005 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-162
    Scenario Outline: Branches of OR that overlap on the sort key: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a' AND (<condition>)"}
        """
      Then it fails with ValidationException saying something containing "Overlapping conditions with range keys are not supported in where clause"

      Examples:
        | case            | condition        |
        | two-ranges      | sk > 1 OR sk > 2 |
        | range-and-equal | sk > 1 OR sk = 2 |

    @id:PQL-FILT-006 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-162
    Scenario Outline: Branches that do not overlap, and negated ones: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 5  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a' AND (<condition>)"}
        """
      Then the call succeeds

      Examples:
        | case    | condition          |
        | apart   | sk < 2 OR sk > 4   |
        | unequal | sk <> 3 OR sk <> 4 |

  Rule: A statement that is not of the language is refused

    @id:PQL-SYN-001 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-157
    Scenario: COUNT is no column
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT COUNT(*) FROM \"{table}\""}
        """
      Then it fails with ValidationException saying something containing "Unexpected path component at 1:8:5"

    @id:PQL-SYN-002 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-158
    Scenario: An attribute called inner in a dotted path
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT m.inner FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying something containing "Invalid path dot component"

    @id:PQL-SYN-003 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-159
    Scenario Outline: Comments are passed over: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "<statement>"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}}]}
        """

      Examples:
        | case  | statement                                    |
        | line  | SELECT * FROM \"{table}\" -- all of it       |
        | block | SELECT /* every column */ * FROM \"{table}\" |

    @id:PQL-SYN-004 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-159
    Scenario: A number sign starts no comment
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" # all"}
        """
      Then it fails with ValidationException saying something containing "Statement wasn't well formed, can't be processed"

    @id:PQL-SYN-005 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-159
    Scenario: A table has no alias
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" AS t WHERE t.pk = 'a'"}
        """
      Then it fails with ValidationException saying something containing "Aliasing is not supported"

    @id:PQL-SYN-006 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-160
    Scenario Outline: Tokens left over: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "<statement>"}
        """
      Then it fails with ValidationException saying something containing "Statement wasn't well formed, can't be processed: Unexpected token after expression"
      And the table holds 1 item

      Examples:
        | case   | statement                                     |
        | select | SELECT * FROM \"{table}\" WHERE pk = 'a' junk |
        | delete | DELETE FROM \"{table}\" WHERE pk = 'a' junk   |

    @id:PQL-SYN-007 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario Outline: Statements that the service has no use for: <case>
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "<statement>"}
        """
      Then it fails with ValidationException
      And the table holds 0 items

      Examples:
        | case           | statement                                            |
        | empty-words    | nonsense                                             |
        | group-by       | SELECT pk FROM \"{table}\" GROUP BY pk               |
        | limit          | SELECT * FROM \"{table}\" LIMIT 1                    |
        | distinct       | SELECT DISTINCT pk FROM \"{table}\"                  |
        | two-tables     | SELECT * FROM \"{table}\", \"{table}\"               |
        | two-statements | SELECT * FROM \"{table}\"; SELECT * FROM \"{table}\" |
        | create         | CREATE TABLE x                                       |

    @id:PQL-SYN-008 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: A table that does not exist
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{new-table}\""}
        """
      Then it fails with ResourceNotFoundException

    @id:PQL-SYN-009 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: More question marks than parameters
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = ? AND v = ?", "Parameters": [{"S": "a"}]}
        """
      Then it fails with ValidationException saying "Number of parameters in request and statement don't match."

    @id:PQL-SYN-010 @tier:strict @op:ExecuteStatement @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: An empty list of parameters
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\"", "Parameters": []}
        """
      Then it fails with ValidationException saying something containing "Member must have length greater than or equal to 1"

    @id:PQL-SYN-011 @tier:strict @op:ExecuteStatement @needs:partiql @source:aws-guide-Programming.Errors
    Scenario: The words of a table that does not exist
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{new-table}\""}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found"

  Rule: Numbers in a statement follow rules of their own

    @id:PQL-NUM-001 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-161
    Scenario Outline: A literal out of range says where it stands: <case>
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = <value> WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying something containing "<where>"
      And the table holds 0 items

      Examples:
        | case    | value        | where                                               |
        | value   | 1e126        | magnitude larger than supported range under root    |
        | member  | {'x': 1e126} | magnitude larger than supported range under root.x  |
        | element | [0, 1e126]   | magnitude larger than supported range under root[1] |

    @id:PQL-NUM-002 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-037
    Scenario Outline: A parameter whose exponent passes 32 bits is no number: <case>
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "<statement>", "Parameters": [{"N": "1e99999999999"}]}
        """
      Then it fails with ValidationException saying something containing "The parameter cannot be converted to a numeric value: 1e99999999999"
      And the table holds 0 items

      Examples:
        | case   | statement                                         |
        | where  | SELECT * FROM \"{table}\" WHERE v = ?             |
        | insert | INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?} |
        | set    | UPDATE \"{table}\" SET v = ? WHERE pk = 'a'       |

    @id:PQL-NUM-003 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-037
    Scenario: A key's parameter likewise
      Given a table with partition key "pk" (N)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = ?", "Parameters": [{"N": "1e99999999999"}]}
        """
      Then it fails with ValidationException saying something containing "The parameter cannot be converted to a numeric value: 1e99999999999"

    @id:PQL-NUM-004 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-176
    Scenario Outline: Of a value too deep and one that is no number, the first counts: <case>
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?}", "Parameters": [{"L": [<values>]}]}
        """
      Then it fails with ValidationException saying something containing "<message>"

      Examples:
        | case         | values                                 | message                                                 |
        | number-first | {"N": "x"}, {nest-map:32:{"S":"leaf"}} | The parameter cannot be converted to a numeric value: x |
        | depth-first  | {nest-map:32:{"S":"leaf"}}, {"N": "x"} | Nesting Levels have exceeded supported limits           |

  Rule: An index is read by naming it behind the table

    @id:PQL-IDX-001 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.select
    Scenario: A global secondary index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      And these items:
        | pk  | city |
        | "a" | "x"  |
        | "b" | "y"  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\".\"gsi\" WHERE city = 'x'"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "city": {"S": "x"}}]}
        """

    @id:PQL-IDX-002 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-170
    Scenario: A global index refuses columns that it does not hold
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | KEYS_ONLY  |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT a, b FROM \"{table}\".\"gsi\" WHERE city = 'x'"}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid: Global secondary index gsi does not project [a, b]"

    @id:PQL-IDX-003 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-170
    Scenario: A local index fetches them from the table
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | KEYS_ONLY  |
      And these items:
        | pk  | sk  | x   | v |
        | "a" | "1" | "m" | 7 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT v FROM \"{table}\".\"lsi\" WHERE pk = 'a' AND x = 'm'"}
        """
      Then the response is:
        """
        {"Items": [{"v": {"N": "7"}}]}
        """

    @id:PQL-IDX-004 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-170
    Scenario: And charges each fetch
      Given a table with partition key "pk" (S) and sort key "sk" (S) and indexes:
        | index | kind | sort key | projection |
        | lsi   | LSI  | x (S)    | KEYS_ONLY  |
      And these items:
        | pk  | sk  | x   | v |
        | "a" | "1" | "m" | 7 |
        | "a" | "2" | "m" | 8 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT v FROM \"{table}\".\"lsi\" WHERE pk = 'a' AND x = 'm'", "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is 1.5

    @id:PQL-IDX-005 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-172
    Scenario: An unknown index is not named
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\".\"nope\""}
        """
      Then it fails with ValidationException saying "The table does not have the specified index"

    @id:PQL-IDX-006 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-172
    Scenario: And is told before the consistent read
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\".\"nope\" WHERE city = 'x'", "ConsistentRead": true}
        """
      Then it fails with ValidationException saying "The table does not have the specified index"

    @id:PQL-IDX-007 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-087
    Scenario: A global index has no consistent reads
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\".\"gsi\" WHERE city = 'x'", "ConsistentRead": true}
        """
      Then it fails with ValidationException saying "Strongly consistent read is not supported on Global Secondary Indexes"

    @id:PQL-IDX-008 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-174
    Scenario: A global index with two partition attributes cannot be read
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\".\"gsi\" WHERE a = 'x' AND b = 'y'"}
        """
      Then it fails with ValidationException

    @id:PQL-IDX-009 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-174
    Scenario: Its table can
      Given a table created with:
        """
        {"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "a", "AttributeType": "S"}, {"AttributeName": "b", "AttributeType": "S"}],
         "GlobalSecondaryIndexes": [{"IndexName": "gsi", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And this item:
        | pk  | a   | b   |
        | "1" | "x" | "y" |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = '1'"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "1"}, "a": {"S": "x"}, "b": {"S": "y"}}]}
        """

    @id:PQL-IDX-010 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-173 @unconfirmed
    Scenario Outline: An index takes no writes: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When ExecuteStatement is called with:
        """
        {"Statement": "<statement>"}
        """
      Then it fails with ValidationException
      And the table holds 0 items

      Examples:
        | case   | statement                                                      |
        | insert | INSERT INTO \"{table}\".\"gsi\" VALUE {'pk': 'a', 'city': 'x'} |
        | update | UPDATE \"{table}\".\"gsi\" SET v = 1 WHERE city = 'x'          |
        | delete | DELETE FROM \"{table}\".\"gsi\" WHERE city = 'x'               |

    @id:PQL-IDX-011 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-171 @unconfirmed
    Scenario: A filter on what the index does not hold is refused when the read has the key
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | KEYS_ONLY  |
      And this item:
        | pk  | city | v |
        | "a" | "x"  | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{table}\".\"gsi\" WHERE city = 'x' AND v = 1"}
        """
      Then it fails with ValidationException

    @id:PQL-IDX-012 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-171 @unconfirmed
    Scenario: Without the key it matches nothing
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | KEYS_ONLY  |
      And this item:
        | pk  | city | v |
        | "a" | "x"  | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT pk FROM \"{table}\".\"gsi\" WHERE v = 1"}
        """
      Then the response is:
        """
        {"Items": []}
        """

  Rule: A long answer comes in pages that belong to their statement

    @id:PQL-PAGE-001 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: Limit ends a page and NextToken leads on
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 3 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      And ExecuteStatement was called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a'", "Limit": 2}
        """
      And "NextToken" in the response is saved as "next"
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a'", "Limit": 2, "NextToken": "${next}"}
        """
      Then "Items" in the response is [{"sk": {"N": "3"}}]

    @id:PQL-PAGE-002 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-175
    Scenario: A token is of no use for another statement
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 3 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      And ExecuteStatement was called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'a'", "Limit": 2}
        """
      And "NextToken" in the response is saved as "next"
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT sk FROM \"{table}\" WHERE pk = 'b'", "Limit": 2, "NextToken": "${next}"}
        """
      Then it fails with ValidationException

    @id:PQL-PAGE-003 @tier:strict @op:ExecuteStatement @needs:partiql @source:aws-api-ExecuteStatement
    Scenario: A Limit of zero
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\"", "Limit": 0}
        """
      Then it fails with ValidationException saying something containing "failed to satisfy constraint: Member must have value greater than or equal to 1"

  Rule: ConsistentRead sets the price

    @id:PQL-CAP-001 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-168 @source:facts-095
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'", "ConsistentRead": <strong>, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity.CapacityUnits" in the response is <units>

      Examples:
        | case     | strong | units |
        | eventual | false  | 0.5   |
        | strong   | true   | 1     |
