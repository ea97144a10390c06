Feature: Indexes whose key has several attributes

  Rule: A query gives equality on every HASH attribute and a gap-free beginning of the RANGE attributes

    @id:MKEY-QRY-001 @tier:complete @op:Query @source:facts-089 @source:facts-090 @source:facts-092
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key            | projection |
        | wide  | GSI  | a (S), b (S)  | c (N), d (S)        | ALL        |
      And these items:
        | pk  | a   | b   | c | d   |
        | "1" | "x" | "y" | 2 | "m" |
        | "2" | "x" | "y" | 1 | "n" |
        | "3" | "x" | "y" | 1 | "k" |
        | "4" | "x" | "z" | 1 | "k" |
        | "5" | "x" | "y" | 3 |     |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "wide"}' answers:
        """
        {"Count": 4}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "wide", "ProjectionExpression": "pk", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {":a": {"S": "x"}, ":b": {"S": "y"} <more>}}
        """
      Then "Items" in the response is [<items>]

      Examples:
        | case                      | condition                                  | more                                        | items |
        | both-hashes               | a = :a AND b = :b                          |                                             | {"pk": {"S": "3"}}, {"pk": {"S": "2"}}, {"pk": {"S": "1"}} |
        | in-any-order              | b = :b AND a = :a                          |                                             | {"pk": {"S": "3"}}, {"pk": {"S": "2"}}, {"pk": {"S": "1"}} |
        | first-range-equal         | a = :a AND b = :b AND c = :c               | , ":c": {"N": "1"}                          | {"pk": {"S": "3"}}, {"pk": {"S": "2"}} |
        | first-range-above         | a = :a AND b = :b AND c > :c               | , ":c": {"N": "1"}                          | {"pk": {"S": "1"}} |
        | second-range-after-equal  | a = :a AND b = :b AND c = :c AND d < :d    | , ":c": {"N": "1"}, ":d": {"S": "n"}        | {"pk": {"S": "3"}} |
        | second-range-begins       | a = :a AND b = :b AND c = :c AND begins_with(d, :d) | , ":c": {"N": "1"}, ":d": {"S": "n"} | {"pk": {"S": "2"}} |
        | ranges-before-hashes      | d = :d AND c = :c AND b = :b AND a = :a    | , ":c": {"N": "2"}, ":d": {"S": "m"}        | {"pk": {"S": "1"}} |
        | between-on-the-last       | a = :a AND b = :b AND c = :c AND d BETWEEN :d AND :e | , ":c": {"N": "1"}, ":d": {"S": "a"}, ":e": {"S": "l"} | {"pk": {"S": "3"}} |

    @id:MKEY-QRY-002 @tier:strict @op:Query @source:facts-091
    Scenario: A condition behind one that is no equality
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key     | projection |
        | wide  | GSI  | a (S)         | b (N), c (N) | ALL        |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "wide", "KeyConditionExpression": "a = :a AND b > :b AND c = :c",
         "ExpressionAttributeValues": {":a": {"S": "x"}, ":b": {"N": "1"}, ":c": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "RANGE key attributes b must have equality conditions specified in the query because a condition is present on key attribute c"

    @id:MKEY-QRY-003 @tier:strict @op:Query @source:facts-090 @source:facts-091
    Scenario: A condition behind a gap
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key     | projection |
        | wide  | GSI  | a (S)         | b (N), c (N) | ALL        |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "wide", "KeyConditionExpression": "a = :a AND c = :c",
         "ExpressionAttributeValues": {":a": {"S": "x"}, ":c": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "RANGE key attributes b must have equality conditions specified in the query because a condition is present on key attribute c"

    @id:MKEY-QRY-004 @tier:strict @op:Query @source:facts-090
    Scenario Outline: A HASH attribute without its equality: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection |
        | wide  | GSI  | a (S), b (S)  | c (N)    | ALL        |
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "wide", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {<values>}}
        """
      Then it fails with ValidationException

      Examples:
        | case       | condition               | values |
        | missing    | a = :a                  | ":a": {"S": "x"} |
        | above      | a = :a AND b > :b       | ":a": {"S": "x"}, ":b": {"S": "y"} |
        | range-only | c = :c                  | ":c": {"N": "1"} |

  Rule: Pages of such an index lead on with every key attribute

    @id:MKEY-PAGE-001 @tier:complete @op:Query @source:facts-093
    Scenario: LastEvaluatedKey holds the table's key and all of the index's
      Given a table with partition key "pk" (S) and sort key "sk" (N) and indexes:
        | index | kind | partition key | sort key     | projection |
        | wide  | GSI  | a (S), b (S)  | c (N), d (S) | ALL        |
      And these items:
        | pk  | sk | a   | b   | c | d   |
        | "1" | 1  | "x" | "y" | 1 | "m" |
        | "2" | 2  | "x" | "y" | 2 | "m" |
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "wide"}' answers:
        """
        {"Count": 2}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "wide", "Limit": 1, "KeyConditionExpression": "a = :a AND b = :b", "ExpressionAttributeValues": {":a": {"S": "x"}, ":b": {"S": "y"}}}
        """
      Then "LastEvaluatedKey" in the response is {"pk": {"S": "1"}, "sk": {"N": "1"}, "a": {"S": "x"}, "b": {"S": "y"}, "c": {"N": "1"}, "d": {"S": "m"}}

    @id:MKEY-PAGE-002 @tier:complete @op:Query @source:facts-084 @source:facts-093
    Scenario: Items of one key are not lost between pages
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key     | projection |
        | wide  | GSI  | a (S)         | b (N), c (N) | ALL        |
      And 7 items like:
        """
        {"pk": {"S": "k#"}, "a": {"S": "x"}, "b": {"N": "1"}, "c": {"N": "1"}}
        """
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "wide"}' answers:
        """
        {"Count": 7}
        """
      When Query is called page by page with:
        """
        {"TableName": "{table}", "IndexName": "wide", "Limit": 2, "ProjectionExpression": "pk", "KeyConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": {"S": "x"}}}
        """
      Then "Items" in the response is ["{unordered}", {each:1..7:{"pk": {"S": "k#"}}}]

  Rule: An item that lacks a key attribute is not in the index

    @id:MKEY-SPARSE-001 @tier:complete @op:Scan @source:facts-092
    Scenario Outline: An item without <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key     | projection |
        | wide  | GSI  | a (S), b (S)  | c (N), d (S) | ALL        |
      And the items:
        """
        [{"pk": {"S": "whole"}, "a": {"S": "x"}, "b": {"S": "y"}, "c": {"N": "1"}, "d": {"S": "m"}}, {"pk": {"S": "part"}, <attributes>}]
        """
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Select": "COUNT"}
        """
      Then "Count" in the response is 2
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "wide", "ProjectionExpression": "pk"}' answers:
        """
        {"Items": [{"pk": {"S": "whole"}}]}
        """

      Examples:
        | case         | attributes |
        | first-hash   | "b": {"S": "y"}, "c": {"N": "1"}, "d": {"S": "m"} |
        | second-hash  | "a": {"S": "x"}, "c": {"N": "1"}, "d": {"S": "m"} |
        | first-range  | "a": {"S": "x"}, "b": {"S": "y"}, "d": {"S": "m"} |
        | last-range   | "a": {"S": "x"}, "b": {"S": "y"}, "c": {"N": "1"} |
