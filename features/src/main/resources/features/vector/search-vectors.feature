Feature: SearchVectors

  Rule: The items nearest to a vector come back, the nearest first, with a score

    @id:VEC-RANK-001 @tier:core @op:SearchVectors @needs:vectors @source:facts-178 @unconfirmed
    Scenario: The cosine score is 0 for the same direction and 2 for the opposite
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk         | v       |
        | "same"     | [2, 0]  |
        | "square"   | [0, 5]  |
        | "opposite" | [-1, 0] |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}, {}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "same"}}, "Score": "{between:-0.001:0.001}"},
          {"Item": {"pk": {"S": "square"}}, "Score": "{between:0.999:1.001}"},
          {"Item": {"pk": {"S": "opposite"}}, "Score": "{between:1.999:2.001}"}
        ]}
        """

    @id:VEC-RANK-002 @tier:core @op:SearchVectors @needs:vectors @source:facts-178 @unconfirmed
    Scenario: The Euclidean score is the distance
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk     | v        |
        | "far"  | [30, 40] |
        | "near" | [3, 4]   |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "near"}}, "Score": "{between:4.99:5.01}"},
          {"Item": {"pk": {"S": "far"}}, "Score": "{between:49.9:50.1}"}
        ]}
        """

    @id:VEC-RANK-003 @tier:core @op:SearchVectors @needs:vectors @source:facts-178 @unconfirmed
    Scenario: The highest dot product comes first, and may be negative
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "DOT_PRODUCT", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk     | v       |
        | "low"  | [-2, 0] |
        | "high" | [3, 0]  |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "2"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "high"}}, "Score": "{between:5.99:6.01}"},
          {"Item": {"pk": {"S": "low"}}, "Score": "{between:-4.01:-3.99}"}
        ]}
        """

    @id:VEC-RANK-004 @tier:core @op:SearchVectors @needs:vectors @source:facts-177
    Scenario: No more than TopK items come back
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | v        |
        | "1" | [1, 0]   |
        | "2" | [20, 0]  |
        | "3" | [400, 0] |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}, {}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 1}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "1"}}, "Score": "{between:0.99:1.01}"}
        ]}
        """

    @id:VEC-RANK-005 @tier:complete @op:SearchVectors @needs:vectors @source:facts-178 @unconfirmed
    Scenario: A vector of zeros has the cosine score 1
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk     | v      |
        | "zero" | [0, 0] |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "zero"}}, "Score": "{between:0.999:1.001}"}
        ]}
        """

    @id:VEC-RANK-006 @tier:core @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: An item without a vector is not found
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk        | v      |
        | "with"    | [1, 0] |
        | "without" |        |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "with"}}}
        ]}
        """

    @id:VEC-RANK-007 @tier:complete @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: There is no count and no key to go on from
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": []}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then the response is:
        """
        {"SearchResults": []}
        """

  Rule: Results show what the index holds

    @id:VEC-PROJ-001 @tier:core @op:SearchVectors @needs:vectors @source:facts-179 @unconfirmed
    Scenario: The vector comes back in 32-bit precision
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | v                        |
        | "a" | [0.12345678901234, 1e-7] |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 10}
        """
      Then the response contains:
        """
        {"SearchResults": [{"Item": {"v": {"L": [{"N": "0.12345679"}, {"N": "0.0000001"}]}}}]}
        """

    @id:VEC-PROJ-002 @tier:core @op:GetItem @needs:vectors @source:facts-179
    Scenario: The table keeps the vector as it was written
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | v                     |
        | "a" | [0.12345678901234, 1] |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"L": [{"N": "0.12345678901234"}, {"N": "1"}]}}}
        """

    @id:VEC-PROJ-003 @tier:core @op:SearchVectors @needs:vectors @source:facts-179 @unconfirmed
    Scenario: An index of keys shows neither the vector nor other attributes
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
        """
      And these items:
        | pk  | v      | title |
        | "a" | [1, 0] | "t"   |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then "SearchResults[0].Item" in the response is {"pk": {"S": "a"}}

    @id:VEC-PROJ-004 @tier:core @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: A projection expression selects among them
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | v      | title | other |
        | "a" | [1, 0] | "t"   | "o"   |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 1, "ProjectionExpression": "#t", "ExpressionAttributeNames": {"#t": "title"}}
        """
      Then "SearchResults[0].Item" in the response is {"title": {"S": "t"}}

    @id:VEC-PROJ-005 @tier:complete @op:SearchVectors @needs:vectors @source:facts-187
    Scenario: The capacity is given in bytes alone
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk  | v      |
        | "a" | [1, 0] |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": [{}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 1, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then the response contains:
        """
        {"ConsumedCapacity": {"VectorSearchRequestBytes": "{number}", "CapacityUnits": "{absent}", "TableName": "{absent}"}}
        """

  Rule: A condition narrows the search to values of the search schema

    @id:VEC-COND-001 @tier:core @op:SearchVectors @needs:vectors @source:facts-180
    Scenario: A search stays within one HASH value
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk     | v      | tenant | lang |
        | "a1"   | [1, 0] | "a"    | "en" |
        | "a2"   | [2, 0] | "a"    | "de" |
        | "b1"   | [0, 0] | "b"    | "de" |
        | "none" | [0, 0] |        | "de" |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t", "ExpressionAttributeValues": {":t": {"S": "a"}}}' answers:
        """
        {"SearchResults": [{}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t", "ExpressionAttributeValues": {":t": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "a1"}}, "Score": "{between:0.99:1.01}"},
          {"Item": {"pk": {"S": "a2"}}, "Score": "{between:1.99:2.01}"}
        ]}
        """

    @id:VEC-COND-002 @tier:core @op:SearchVectors @needs:vectors @source:facts-006
    Scenario: An inline filter narrows it before the nearest are taken
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And these items:
        | pk     | v      | tenant | lang |
        | "a1"   | [1, 0] | "a"    | "en" |
        | "a2"   | [2, 0] | "a"    | "de" |
        | "b1"   | [0, 0] | "b"    | "de" |
        | "none" | [0, 0] |        | "de" |
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t", "ExpressionAttributeValues": {":t": {"S": "a"}}}' answers:
        """
        {"SearchResults": [{}, {}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 1, "SearchConditionExpression": "tenant = :t AND lang = :l", "ExpressionAttributeValues": {":t": {"S": "a"}, ":l": {"S": "de"}}}
        """
      Then the response contains:
        """
        {"SearchResults": [
          {"Item": {"pk": {"S": "a2"}}, "Score": "{between:1.99:2.01}"}
        ]}
        """

    @id:VEC-COND-003 @tier:core @op:SearchVectors @needs:vectors @source:facts-180
    Scenario: With a HASH in the search schema the condition is mandatory
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t", "ExpressionAttributeValues": {":t": {"S": "a"}}}' answers:
        """
        {"SearchResults": []}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 10}
        """
      Then it fails with ValidationException saying "SearchConditionExpression must be provided when SearchSchema has a HASH key"

    @id:VEC-COND-004 @tier:core @op:SearchVectors @needs:vectors @source:facts-006
    Scenario: An inline filter takes equality only
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t", "ExpressionAttributeValues": {":t": {"S": "a"}}}' answers:
        """
        {"SearchResults": []}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "0"}, {"N": "0"}], "TopK": 10, "SearchConditionExpression": "tenant = :t AND lang > :l", "ExpressionAttributeValues": {":t": {"S": "a"}, ":l": {"S": "de"}}}
        """
      Then it fails with ValidationException saying "Invalid SearchConditionExpression: Invalid comparator used in SearchConditionExpression"

    @id:VEC-COND-005 @tier:complete @op:PutItem @needs:vectors @source:facts-181
    Scenario: An item without the HASH attribute is stored
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"N": "1"}, {"N": "2"}]}}}
        """
      Then the call succeeds
      And the stored item {pk: "x"} is:
        | pk  | v      |
        | "x" | [1, 2] |

  Rule: A vector that is written must fit every index on its attribute

    @id:VEC-PUT-001 @tier:core @op:PutItem @needs:vectors @source:aws-api-PutItem
    Scenario: It is a list
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"S": "x"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. One or more parameter values were invalid . Invalid type for parameter v, Expected: L, Actual: S. IndexName: near"

    @id:VEC-PUT-002 @tier:core @op:PutItem @needs:vectors @source:aws-api-PutItem
    Scenario: It has as many elements as the index has dimensions
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"N": "1"}]}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. One or more parameter values were invalid . Invalid size for parameter v, Expected: 2, Actual: 1. IndexName: near"

    @id:VEC-PUT-003 @tier:complete @op:PutItem @needs:vectors @source:aws-api-PutItem
    Scenario: Its elements are numbers
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"S": "x"}, {"N": "1"}]}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid. Invalid type for parameter v[0], Expected: 32-bit floating point number, Actual: S. IndexName: near"

    @id:VEC-PUT-004 @tier:complete @op:PutItem @needs:vectors @source:aws-api-PutItem
    Scenario: They are in the range of 32-bit floating point
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"N": "1e39"}, {"N": "1"}]}}}
        """
      Then it fails with ValidationException saying "One or more parameter values are not valid. One or more parameter values were invalid . Invalid value for parameter v[0], Value: 1.0E39 is outside valid range [-3.4028235E38, 3.4028235E38]. IndexName: near"

    @id:VEC-PUT-005 @tier:complete @op:PutItem @needs:vectors @source:aws-api-PutItem
    Scenario: An attribute of the search schema has its type
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "tenant", "AttributeType": "S"}, {"AttributeName": "lang", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "EUCLIDEAN", "SearchSchema": [{"AttributeName": "tenant", "SearchSchemaElementType": "HASH"}, {"AttributeName": "lang", "SearchSchemaElementType": "INLINE_FILTER"}], "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"N": "1"}, {"N": "1"}]}, "tenant": {"N": "1"}}}
        """
      Then it fails with ValidationException saying "One or more parameter values were invalid. Attribute 'tenant' type mismatch. Expected: S, Actual: N. IndexName: near"

    @id:VEC-PUT-006 @tier:complete @op:PutItem @needs:vectors @source:facts-185
    Scenario: A write is billed in bytes, a kilobyte at least
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "x"}, "v": {"L": [{"N": "1"}, {"N": "2"}]}}, "ReturnConsumedCapacity": "INDEXES"}
        """
      Then the response contains:
        """
        {"ConsumedCapacity": {"VectorIndexes": {"near": {"VectorWriteRequestBytes": 1024}}}}
        """

  Rule: A search that cannot be made is refused

    @id:VEC-ERR-001 @tier:core @op:SearchVectors @needs:vectors @source:facts-188
    Scenario: A missing member is named
      When SearchVectors is called with:
        """
        {}
        """
      Then it fails with ValidationException saying "missing field `TableName`"

    @id:VEC-ERR-002 @tier:strict @op:SearchVectors @needs:vectors @source:facts-188
    Scenario: A null is refused with its place in the text
      When SearchVectors is called with:
        """
        {"IndexName": null}
        """
      Then it fails with SerializationException saying "invalid type: null, expected a string at line 1 column 18"

    @id:VEC-ERR-003 @tier:core @op:SearchVectors @needs:vectors @source:facts-177
    Scenario: TopK is at most 100
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 101}
        """
      Then it fails with ValidationException saying "Provided TopK value '101' is out of valid range. The value must be between 1 and 100 inclusive"

    @id:VEC-ERR-004 @tier:core @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: The search vector has the dimensions of the index
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      And within 60 seconds calling SearchVectors with '{"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}' answers:
        """
        {"SearchResults": []}
        """
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}, {"N": "0"}], "TopK": 10}
        """
      Then it fails with ValidationException saying "Input search vector dimension 3 does not match vector index dimension 2"

    @id:VEC-ERR-005 @tier:core @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: An index that the table does not have
      Given a table with partition key "pk" (S)
      When SearchVectors is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then it fails with ValidationException saying "The table does not have the specified index: near"

    @id:VEC-ERR-006 @tier:core @op:SearchVectors @needs:vectors @source:aws-api-SearchVectors
    Scenario: A table that does not exist
      When SearchVectors is called with:
        """
        {"TableName": "{new-table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then it fails with ResourceNotFoundException

    @id:VEC-ERR-009 @tier:strict @op:SearchVectors @needs:vectors @source:aws-guide-Programming.Errors
    Scenario: The words of a table that does not exist
      When SearchVectors is called with:
        """
        {"TableName": "{new-table}", "IndexName": "near", "SearchVector": [{"N": "1"}, {"N": "0"}], "TopK": 10}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found"

    @id:VEC-ERR-007 @tier:complete @op:Query @needs:vectors @source:facts-088
    Scenario: A vector index is not queried
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "IndexName": "near", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}}
        """
      Then it fails with ValidationException saying "Query operation not supported on this index type."

    @id:VEC-ERR-008 @tier:complete @op:Scan @needs:vectors @source:facts-088
    Scenario: A vector index is not scanned
      Given a table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "VectorIndexes": [{"IndexName": "near", "VectorAttribute": {"AttributeName": "v"}, "Dimensions": 2, "DistanceFunction": "COSINE", "Projection": {"ProjectionType": "ALL"}}]}
        """
      When Scan is called with:
        """
        {"TableName": "{table}", "IndexName": "near"}
        """
      Then it fails with ValidationException saying "Scan operation not supported on this index type"
