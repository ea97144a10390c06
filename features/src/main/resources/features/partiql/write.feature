Feature: PartiQL: INSERT, UPDATE, DELETE

  Rule: INSERT stores an item that is not there yet

    @id:PQL-INS-001 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-152 @source:aws-guide-ql-reference.insert
    Scenario: A new item
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'n': 1, 'b': true, 'l': [1, 'x'], 'm': {'k': null}, 's': <<'x', 'y'>>}"}
        """
      Then the response is:
        """
        {"Items": []}
        """
      And the stored item {pk: "a"} is:
        | pk  | n | b    | l        | m         | s            |
        | "a" | 1 | true | [1, "x"] | {k: null} | <<"x", "y">> |

    @id:PQL-INS-002 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-148
    Scenario: An item that is there already
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': 2}"}
        """
      Then it fails with DuplicateItemException saying "Duplicate primary key exists in table"
      And the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 1 |

    @id:PQL-INS-003 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.insert
    Scenario: An item from parameters
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': ?, 'v': ?}", "Parameters": [{"S": "a"}, {"M": {"x": {"N": "1"}}}]}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v      |
        | "a" | {x: 1} |

    @id:PQL-INS-004 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-008 @source:facts-010
    Scenario: 409601 bytes are too many
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?}", "Parameters": [{"S": "{repeat:x:409597}"}]}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"
      And the table holds 0 items

    @id:PQL-INS-005 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-008
    Scenario: 409600 bytes are not
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?}", "Parameters": [{"S": "{repeat:x:409596}"}]}
        """
      Then the call succeeds
      And the table holds 1 item

    @id:PQL-INS-006 @tier:strict @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.insert
    Scenario: The sort key is missing
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}
        """
      Then it fails with ValidationException saying something containing "Key sk"
      And the table holds 0 items

    @id:PQL-INS-007 @tier:strict @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.insert
    Scenario: A key of another type
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 1}"}
        """
      Then it fails with ValidationException saying something containing "Key pk"
      And the table holds 0 items

    @id:PQL-INS-008 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-155
    Scenario: An empty bag is no set
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 's': <<>>}"}
        """
      Then it fails with ValidationException saying something containing "Empty bags are not supported"
      And the table holds 0 items

  Rule: UPDATE changes an item that is there

    @id:PQL-UPD-001 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-152 @source:aws-guide-ql-reference.update
    Scenario: SET of two attributes
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = v + 1 SET w = 'x' WHERE pk = 'a'"}
        """
      Then the response is:
        """
        {"Items": []}
        """
      And the stored item {pk: "a"} is:
        | pk  | v | w   |
        | "a" | 2 | "x" |

    @id:PQL-UPD-002 @tier:core @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.update
    Scenario: REMOVE of an attribute
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v | w |
        | "a" | 1 | 2 |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" REMOVE v WHERE pk = 'a'"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | w |
        | "a" | 2 |

    @id:PQL-UPD-003 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-148
    Scenario: An item that is not there is not made
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = 1 WHERE pk = 'a'"}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the table holds 0 items

    @id:PQL-UPD-004 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-149
    Scenario: A condition beside the key that is false
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a' AND v = 5"}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 1 |

    @id:PQL-UPD-005 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-154
    Scenario: Functions are conditions on a write
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a' AND attribute_not_exists(v)"}
        """
      Then it fails with ConditionalCheckFailedException

    @id:PQL-UPD-006 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-153
    Scenario: FROM may come first
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "FROM \"{table}\" WHERE pk = 'a' SET v = 2"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | v |
        | "a" | 2 |

    @id:PQL-UPD-007 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-155
    Scenario Outline: Members of a set: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s            |
        | "a" | <<"x", "y">> |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET s = <call> WHERE pk = 'a'"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | s     |
        | "a" | <set> |

      Examples:
        | case      | call                   | set               |
        | add       | set_add(s, <<'z'>>)    | <<"x", "y", "z">> |
        | add-known | set_add(s, <<'x'>>)    | <<"x", "y">>      |
        | delete    | set_delete(s, <<'x'>>) | <<"y">>           |

    @id:PQL-UPD-008 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-155
    Scenario: The set to add to must be the one that is set
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s       |
        | "a" | <<"x">> |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET t = set_add(s, <<'z'>>) WHERE pk = 'a'"}
        """
      Then it fails with ValidationException

    @id:PQL-UPD-009 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-155
    Scenario: An empty bag adds nothing but an error
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | s       |
        | "a" | <<"x">> |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET s = set_add(s, <<>>) WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying something containing "Empty bags are not supported"

    @id:PQL-UPD-010 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.update
    Scenario: Without the whole key there is no update
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying "Where clause does not contain a mandatory equality on all key attributes"

    @id:PQL-UPD-011 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.update
    Scenario: A key cannot be changed
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET pk = 'b' WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying something containing "Cannot update attribute pk. This attribute is part of the key"

    @id:PQL-UPD-012 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-008 @source:facts-010
    Scenario: 409601 bytes are too many
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = ? WHERE pk = 'a'", "Parameters": [{"S": "{repeat:x:409597}"}]}
        """
      Then it fails with ValidationException saying "Item size to update has exceeded the maximum allowed size"

    @id:PQL-UPD-013 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-008 @source:facts-028
    Scenario: 409600 bytes are not, whatever the statement costs
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = ? WHERE pk = 'a'", "Parameters": [{"S": "{repeat:x:409596}"}]}
        """
      Then the call succeeds

  Rule: RETURNING asks for the item before or after

    @id:PQL-RET-001 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-151 @source:aws-guide-ql-reference.update
    Scenario Outline: An UPDATE returns <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v | w |
        | "a" | 1 | 9 |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a' RETURNING <what>"}
        """
      Then the response is:
        """
        {"Items": [<item>]}
        """

      Examples:
        | case         | what           | item                                                 |
        | all-old      | ALL OLD *      | {"pk": {"S": "a"}, "v": {"N": "1"}, "w": {"N": "9"}} |
        | all-new      | ALL NEW *      | {"pk": {"S": "a"}, "v": {"N": "2"}, "w": {"N": "9"}} |
        | modified-old | MODIFIED OLD * | {"v": {"N": "1"}}                                    |
        | modified-new | MODIFIED NEW * | {"v": {"N": "2"}}                                    |

    @id:PQL-RET-002 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-151
    Scenario: Elements of a list come packed, in the order of their places
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l            |
        | "a" | [0, 1, 2, 3] |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET l[3] = 33 SET l[1] = 11 WHERE pk = 'a' RETURNING MODIFIED NEW *"}
        """
      Then the response is:
        """
        {"Items": [{"l": {"L": [{"N": "11"}, {"N": "33"}]}}]}
        """

    @id:PQL-RET-003 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-151
    Scenario: An element appended past the end is not returned
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | l   |
        | "a" | [0] |
      When ExecuteStatement is called with:
        """
        {"Statement": "UPDATE \"{table}\" SET l[7] = 1 WHERE pk = 'a' RETURNING MODIFIED NEW *"}
        """
      Then the call succeeds
      And the stored item {pk: "a"} is:
        | pk  | l      |
        | "a" | [0, 1] |

    @id:PQL-RET-004 @tier:complete @op:ExecuteStatement @needs:partiql @source:facts-150
    Scenario: A DELETE returns the item as it was
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a' RETURNING ALL OLD *"}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "a"}, "v": {"N": "1"}}]}
        """

    @id:PQL-RET-005 @tier:strict @op:ExecuteStatement @needs:partiql @source:facts-150
    Scenario Outline: A DELETE returns nothing else: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a' RETURNING <what>"}
        """
      Then it fails with ValidationException saying "Invalid returning clause: RETURNING <what>. Only RETURNING ALL OLD * is allowed in DELETE statements."
      And the table holds 1 item

      Examples:
        | case         | what           |
        | all-new      | ALL NEW *      |
        | modified-old | MODIFIED OLD * |
        | modified-new | MODIFIED NEW * |

  Rule: DELETE removes the item with the key, if there is one

    @id:PQL-DEL-001 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-152 @source:aws-guide-ql-reference.delete
    Scenario: The item goes
      Given a table with partition key "pk" (S)
      And these items:
        | pk  |
        | "a" |
        | "b" |
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then the response is:
        """
        {"Items": []}
        """
      And the table holds exactly:
        | pk  |
        | "b" |

    @id:PQL-DEL-002 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-148
    Scenario: No item, no error
      Given a table with partition key "pk" (S)
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then the response is:
        """
        {"Items": []}
        """

    @id:PQL-DEL-003 @tier:core @op:ExecuteStatement @needs:partiql @source:facts-149
    Scenario: A condition beside the key that is false
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a' AND v = 2"}
        """
      Then it fails with ConditionalCheckFailedException saying "The conditional request failed"
      And the table holds 1 item

    @id:PQL-DEL-004 @tier:complete @op:ExecuteStatement @needs:partiql @source:aws-guide-ql-reference.delete
    Scenario: Without the whole key nothing is deleted
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And this item:
        | pk  | sk  |
        | "a" | "1" |
      When ExecuteStatement is called with:
        """
        {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a'"}
        """
      Then it fails with ValidationException saying "Where clause does not contain a mandatory equality on all key attributes"
      And the table holds 1 item
