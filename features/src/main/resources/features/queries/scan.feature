Feature: Scan

  Rule: A scan returns every item of the table

    @id:SCAN-BASIC-001 @tier:core @op:Scan @source:aws-api-Scan
    Scenario: All items, each once
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  |     |
        | "b" | 1  | "y" |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Count": 3, "ScannedCount": 3, "LastEvaluatedKey": "{absent}"}
        """
      And the items are in any order:
        | pk  | sk | v   |
        | "a" | 1  | "x" |
        | "a" | 2  |     |
        | "b" | 1  | "y" |

    @id:SCAN-BASIC-002 @tier:core @op:Scan @source:aws-api-Scan
    Scenario: An empty table
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"Items": [], "Count": 0, "ScannedCount": 0}
        """

    @id:SCAN-BASIC-003 @tier:core @op:Scan @source:aws-api-Scan
    Scenario: Items of one partition come together and in the order of the sort key
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And 10 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}}
        """
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "ProjectionExpression": "sk"}
        """
      Then "Items" in the response is [{each:1..10:{"sk": {"N": "#"}}}]

    @id:SCAN-BASIC-004 @tier:core @op:Scan @source:aws-api-Scan
    Scenario: A table that does not exist
      When Scan is called with:
        """
        {"TableName": "{new-table}"}
        """
      Then it fails with ResourceNotFoundException

  Rule: A filter may look at any attribute, and drops items after they were read

    @id:SCAN-FILT-001 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: A filter on an attribute
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
        | "c" |   |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "FilterExpression": "v > :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then the response is:
        """
        {"Items": [{"pk": {"S": "b"}, "v": {"N": "2"}}], "Count": 1, "ScannedCount": 3}
        """

    @id:SCAN-FILT-002 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: A scan's filter may look at the key
      Given a table with partition key "pk" (S)
      And these items:
        | pk  |
        | "a" |
        | "b" |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "FilterExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "b"}}}
        """
      Then the items are:
        | pk  |
        | "b" |

    @id:SCAN-FILT-003 @tier:complete @op:Scan @source:aws-api-Scan
    Scenario: COUNT with a filter
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Select": "COUNT", "FilterExpression": "v = :v", "ExpressionAttributeValues": {":v": {"N": "1"}}}
        """
      Then the response is:
        """
        {"Count": 1, "ScannedCount": 2}
        """

    @id:SCAN-FILT-004 @tier:strict @op:Scan @source:aws-guide-Scan
    Scenario: A filter that cannot be read
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", "FilterExpression": "v >"}
        """
      Then it fails with ValidationException saying "Invalid FilterExpression: Syntax error; token: "<EOF>", near: ">""

  Rule: The segments of a parallel scan together return every item once

    @id:SCAN-SEG-001 @tier:core @op:Scan @source:aws-guide-Scan
    Scenario: Two segments share the table between them
      Given a table with partition key "pk" (S)
      And 20 items like:
        """
        {"pk": {"S": "p#"}}
        """
      And Scan was called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Segment": 0, "TotalSegments": 2}
        """
      And "Items" in the response is saved as "first"
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Segment": 1, "TotalSegments": 2}
        """
      Then joined with "first" the items are those of:
        """
        [{each:1..20:{"pk": {"S": "p#"}}}]
        """

    @id:SCAN-SEG-002 @tier:strict @op:Scan @source:facts-134
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", <more>}
        """
      Then it fails with ValidationException

      Examples:
        | case                 | more                                 |
        | segment-alone        | "Segment": 0                         |
        | total-alone          | "TotalSegments": 2                   |
        | segment-too-high     | "Segment": 2, "TotalSegments": 2     |
        | negative-segment     | "Segment": -1, "TotalSegments": 2    |
        | no-segments          | "Segment": 0, "TotalSegments": 0     |

    @id:SCAN-SEG-003 @tier:complete @op:Scan @source:aws-guide-Scan
    Scenario: More segments than items
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Segment": 0, "TotalSegments": 1}
        """
      Then the items are:
        | pk  |
        | "a" |

  Rule: A scan of an index returns what the index holds

    @id:SCAN-IDX-001 @tier:complete @op:Scan @source:aws-guide-GSI
    Scenario Outline: The projection decides on the attributes: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index   | kind | partition key | sort key | projection   |
        | by-city | GSI  | city (S)      | age (N)  | <projection> |
      And these items:
        | pk  | city | age | x | y |
        | "1" | "G"  | 40  | 1 | 2 |
        | "2" | "G"  |     | 1 | 2 |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "by-city"}' answers:
        """
        {"Count": 1, "ScannedCount": 1, "Items": [<item>]}
        """

      Examples:
        | case      | projection | item |
        | all       | ALL        | {"pk": {"S": "1"}, "city": {"S": "G"}, "age": {"N": "40"}, "x": {"N": "1"}, "y": {"N": "2"}} |
        | keys-only | KEYS_ONLY  | {"pk": {"S": "1"}, "city": {"S": "G"}, "age": {"N": "40"}, "x": "{absent}", "y": "{absent}"} |
        | include   | INCLUDE y  | {"pk": {"S": "1"}, "city": {"S": "G"}, "age": {"N": "40"}, "x": "{absent}", "y": {"N": "2"}} |
