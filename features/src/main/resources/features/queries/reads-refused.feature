Feature: Queries and scans that are refused

  Rule: Select, projection and index must agree

    @id:RDRF-SEL-001 @tier:strict @op:Scan @source:facts-085
    Scenario Outline: On Scan: <case>
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case                        | rest | message |
        | count-and-projection        | "Select": "COUNT", "ProjectionExpression": "pk" | Cannot specify the ProjectionExpression when choosing to get only the Count |
        | all-and-projection          | "Select": "ALL_ATTRIBUTES", "ProjectionExpression": "pk" | Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES |
        | projected-and-projection    | "Select": "ALL_PROJECTED_ATTRIBUTES", "ProjectionExpression": "pk" | Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES |
        | projected-without-index     | "Select": "ALL_PROJECTED_ATTRIBUTES" | ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName |
        | count-and-attributes        | "Select": "COUNT", "AttributesToGet": ["pk"] | Cannot specify the AttributesToGet when choosing to get only the Count |
        | all-and-attributes          | "Select": "ALL_ATTRIBUTES", "AttributesToGet": ["pk"] | Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES |
        | specific-without-any        | "Select": "SPECIFIC_ATTRIBUTES" | Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES |

    @id:RDRF-SEL-002 @tier:strict @op:Query @source:facts-085 @source:facts-136
    Scenario Outline: On Query: <case>
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}", <rest>, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case                        | rest | message |
        | projected-and-projection    | "Select": "ALL_PROJECTED_ATTRIBUTES", "ProjectionExpression": "pk" | Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES |
        | specific-without-any        | "Select": "SPECIFIC_ATTRIBUTES" | Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES |

    @id:RDRF-SEL-003 @tier:complete @op:Query @op:Scan @source:aws-api-Query
    Scenario Outline: Selections that agree: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk | v   | w   |
        | "a" | 1  | "x" | "y" |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, <rest> "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "Items" in the response is [<item>]

      Examples:
        | case                    | rest | item |
        | all                     | "Select": "ALL_ATTRIBUTES", | {"pk": {"S": "a"}, "sk": {"N": "1"}, "v": {"S": "x"}, "w": {"S": "y"}} |
        | specific-and-projection | "Select": "SPECIFIC_ATTRIBUTES", "ProjectionExpression": "v", | {"v": {"S": "x"}} |
        | projection-alone        | "ProjectionExpression": "w, sk", | {"w": {"S": "y"}, "sk": {"N": "1"}} |

    @id:RDRF-IDX-001 @tier:strict @op:Query @op:Scan @source:facts-086 @source:facts-087 @unconfirmed
    Scenario Outline: An index that cannot serve: <case>
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | sort key | projection   |
        | keys  | GSI  | g (S)         |          | KEYS_ONLY    |
      When <operation> is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException, enveloped or not, saying "<message>"

      Examples:
        | case                  | operation | rest | message |
        | scan-missing          | Scan      | "IndexName": "nothing" | The table does not have the specified index: nothing |
        | query-missing         | Query     | "IndexName": "nothing", "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "a"}} | The table does not have the specified index: nothing |
        | scan-consistent       | Scan      | "IndexName": "keys", "ConsistentRead": true | Consistent reads are not supported on global secondary indexes |
        | query-all             | Query     | "IndexName": "keys", "Select": "ALL_ATTRIBUTES", "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "a"}} | One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection type is not ALL |
        | query-unprojected     | Query     | "IndexName": "keys", "ProjectionExpression": "v", "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "a"}} | One or more parameter values were invalid: Global secondary index keys does not project [v] |

  Rule: Key conditions must fit the key

    @id:RDRF-KEY-001 @tier:strict @op:Query @source:facts-059 @source:facts-062 @source:facts-063 @source:aws-api-Query
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "<condition>", "ExpressionAttributeValues": {<values>}}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case               | condition                        | values | message |
        | no-hash            | sk = :s                          | ":s": {"N": "1"} | Query condition missed key schema element: pk |
        | hash-range         | pk > :p                          | ":p": {"S": "a"} | Query key condition not supported |
        | other-type         | pk = :p                          | ":p": {"N": "1"} | One or more parameter values were invalid: Condition parameter type does not match schema type |
        | or                 | pk = :p OR sk = :s               | ":p": {"S": "a"}, ":s": {"N": "1"} | Invalid operator used in KeyConditionExpression: OR |
        | not-equal          | pk = :p AND sk <> :s             | ":p": {"S": "a"}, ":s": {"N": "1"} | Invalid operator used in KeyConditionExpression: <> |
        | contains           | pk = :p AND contains(sk, :s)     | ":p": {"S": "a"}, ":s": {"S": "1"} | Invalid operator used in KeyConditionExpression: contains |
        | two-on-one         | pk = :p AND pk = :q              | ":p": {"S": "a"}, ":q": {"S": "b"} | KeyConditionExpressions must only contain one condition per key |

    @id:RDRF-KEY-002 @tier:strict @op:Query @source:aws-api-Query
    Scenario: No condition at all
      Given a table with partition key "pk" (S)
      When Query is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException, enveloped or not, saying "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."

  Rule: A page starts only at a key that the read could have come to

    @id:RDRF-ESK-001 @tier:strict @op:Scan @source:facts-135
    Scenario Outline: On Scan: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Scan is called with:
        """
        {"TableName": "{table}", "ExclusiveStartKey": <key>}
        """
      Then it fails with ValidationException saying one of:
        """
        The provided starting key is invalid
        The provided starting key is invalid: The provided key element does not match the schema
        """

      Examples:
        | case          | key |
        | hash-only     | {"pk": {"S": "a"}} |
        | other-type    | {"pk": {"S": "a"}, "sk": {"S": "1"}} |
        | one-too-many  | {"pk": {"S": "a"}, "sk": {"N": "1"}, "x": {"S": "b"}} |
        | other-name    | {"pk": {"S": "a"}, "x": {"N": "1"}} |

    @id:RDRF-ESK-002 @tier:strict @op:Query @source:facts-083 @source:aws-api-Query @unconfirmed
    Scenario Outline: On Query: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      When Query is called with:
        """
        {"TableName": "{table}", "ExclusiveStartKey": <key>, "KeyConditionExpression": "pk = :p AND sk > :s", "ExpressionAttributeValues": {":p": {"S": "a"}, ":s": {"N": "5"}}}
        """
      Then it fails with ValidationException saying "<message>"

      Examples:
        | case              | key | message |
        | hash-only         | {"pk": {"S": "a"}} | The provided starting key is invalid |
        | other-type        | {"pk": {"S": "a"}, "sk": {"S": "7"}} | The provided starting key is invalid |
        | other-partition   | {"pk": {"S": "b"}, "sk": {"N": "7"}} | The provided starting key is outside query boundaries based on provided conditions |
        | outside-the-range | {"pk": {"S": "a"}, "sk": {"N": "3"}} | The provided starting key does not match the range key predicate |

    @id:RDRF-ESK-003 @tier:complete @op:Query @op:Scan @source:facts-083
    Scenario Outline: The item at the start key need not exist: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N)
      And these items:
        | pk  | sk |
        | "a" | 1  |
        | "a" | 3  |
        | "a" | 5  |
      When Query is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "ScanIndexForward": <forward>, "ExclusiveStartKey": {"pk": {"S": "a"}, "sk": {"N": "<start>"}},
         "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then "Items" in the response is [<items>]

      Examples:
        | case              | forward | start | items |
        | between           | true    | 2     | {"pk": {"S": "a"}, "sk": {"N": "3"}}, {"pk": {"S": "a"}, "sk": {"N": "5"}} |
        | between-backwards | false   | 4     | {"pk": {"S": "a"}, "sk": {"N": "3"}}, {"pk": {"S": "a"}, "sk": {"N": "1"}} |
        | at-the-last       | true    | 5     | |
        | behind-all        | true    | 9     | |

  Rule: A segment lies within the segments

    @id:RDRF-SEG-001 @tier:strict @op:Scan @source:facts-134
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When Scan is called with:
        """
        {"TableName": "{table}", <rest>}
        """
      Then it fails with ValidationException saying something matching "<message>"

      Examples:
        | case              | rest | message |
        | no-total          | "Segment": 0 | (1 validation error detected: )?The TotalSegments parameter is required but was not present in the request when Segment parameter is present |
        | no-segment        | "TotalSegments": 2 | (1 validation error detected: )?The Segment parameter is required but was not present in the request when parameter TotalSegments is present |
        | equal             | "Segment": 2, "TotalSegments": 2 | (1 validation error detected: )?The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2 |
        | total-zero        | "Segment": 0, "TotalSegments": 0 | .*at '[Tt]otalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1.* |
        | total-too-high    | "Segment": 0, "TotalSegments": 1000001 | .*at '[Tt]otalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000.* |
        | negative          | "Segment": -1, "TotalSegments": 2 | .*at '[Ss]egment' failed to satisfy constraint: Member must have value greater than or equal to 0.* |
        | limit-zero        | "Limit": 0 | .*at '[Ll]imit' failed to satisfy constraint: Member must have value greater than or equal to 1.* |

    @id:RDRF-SEG-002 @tier:complete @op:Scan @source:aws-api-Scan
    Scenario: One segment of one is the whole table
      Given a table with partition key "pk" (S)
      And 8 items like:
        """
        {"pk": {"S": "k#"}}
        """
      When Scan is called page by page with:
        """
        {"TableName": "{table}", "ConsistentRead": true, "Limit": 1, "Segment": 0, "TotalSegments": 1}
        """
      Then "Items" in the response is ["{unordered}", {each:1..8:{"pk": {"S": "k#"}}}]

  Rule: Reading by pages comes to every item once

    @id:RDPG-ALL-001 @tier:core @op:Query @op:Scan @source:facts-083 @source:facts-084
    Scenario Outline: <case>
      Given a table with partition key "pk" (S) and sort key "sk" (N) and indexes:
        | index | kind | partition key | sort key | projection |
        | flat  | GSI  | g (S)         | t (N)    | KEYS_ONLY  |
        | side  | LSI  |               | t (N)    | ALL        |
      And 10 items like:
        """
        {"pk": {"S": "a"}, "sk": {"N": "#"}, "g": {"S": "x"}, "t": {"N": "7"}}
        """
      And within 30 seconds calling Scan with '{"TableName": "{table}", "IndexName": "flat"}' answers:
        """
        {"Count": 10}
        """
      When <operation> is called page by page with:
        """
        {"TableName": "{table}", <rest> "Limit": <limit>}
        """
      Then "Items" in the response is ["{unordered}", {each:1..10:{"pk": "{any}", "sk": {"N": "#"}, "g": {"S": "x"}, "t": {"N": "7"}}}]

      Examples:
        | case                   | operation | limit | rest |
        | scan-by-one            | Scan      | 1     | |
        | scan-by-three          | Scan      | 3     | |
        | scan-by-ten            | Scan      | 10    | |
        | query-by-three         | Query     | 3     | "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, |
        | query-backwards        | Query     | 4     | "ScanIndexForward": false, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, |
        | local-ties             | Query     | 3     | "IndexName": "side", "KeyConditionExpression": "pk = :p AND t = :t", "ExpressionAttributeValues": {":p": {"S": "a"}, ":t": {"N": "7"}}, |
        | global-ties            | Query     | 3     | "IndexName": "flat", "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "x"}}, |
        | global-ties-backwards  | Query     | 3     | "IndexName": "flat", "ScanIndexForward": false, "KeyConditionExpression": "g = :g", "ExpressionAttributeValues": {":g": {"S": "x"}}, |
        | global-scan            | Scan      | 4     | "IndexName": "flat", |
        | local-scan             | Scan      | 4     | "IndexName": "side", |
