Feature: Reads and replicas

  Rule: A strongly consistent read sees every write that was acknowledged before it

    @id:ZONE-STRONG-001 @op:GetItem @op:PutItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A get sees a put
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "new"}}}
        """

    @id:ZONE-STRONG-002 @op:GetItem @op:UpdateItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A get sees an update
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And UpdateItem was called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET v = :v", "ExpressionAttributeValues": {":v": {"S": "new"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "new"}}}
        """

    @id:ZONE-STRONG-003 @op:GetItem @op:DeleteItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A get sees a deletion
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And DeleteItem was called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response has no "Item"

    @id:ZONE-STRONG-004 @op:Query @op:PutItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A query sees a put
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When Query is called with:
        """
        {"TableName": "{table}", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Items": [{"v": {"S": "new"}}], "Count": 1}
        """

    @id:ZONE-STRONG-005 @op:Scan @op:PutItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A scan sees a put
      Given a new table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Items": [{"v": {"S": "new"}}], "Count": 1}
        """

    @id:ZONE-STRONG-006 @op:BatchGetItem @op:PutItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A batch sees a put
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When BatchGetItem is called with:
        """
        {"RequestItems": {"{table}": {"Keys": [{"pk": {"S": "a"}}], "ConsistentRead": true}}}
        """
      Then the response contains:
        """
        {"Responses": {"{table}": [{"v": {"S": "new"}}]}}
        """

    @id:ZONE-STRONG-007 @op:TransactGetItems @op:PutItem @needs:transactions @tier:complete @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A transaction reads what was put
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      When TransactGetItems is called with:
        """
        {"TransactItems": [{"Get": {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}}]}
        """
      Then the response contains:
        """
        {"Responses": [{"Item": {"v": {"S": "new"}}}]}
        """

  Rule: An eventually consistent read, and a read of a global index, sees a write in the end

    @id:ZONE-EVENT-001 @op:GetItem @op:PutItem @tier:core @source:aws-guide-HowItWorks.ReadConsistency
    Scenario: A get sees a put
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v     |
        | "a" | "old" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then within 10 seconds calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "new"}}}
        """

    @id:ZONE-EVENT-002 @op:Query @op:PutItem @tier:complete @source:aws-guide-GSI
    Scenario: An index holds what was put
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then within 10 seconds calling Query with '{"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "new"}}}' answers:
        """
        {"Count": 1}
        """

    @id:ZONE-EVENT-003 @op:Query @op:PutItem @tier:complete @source:aws-guide-GSI
    Scenario: An index no longer holds what was replaced
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "new"}}}
        """
      Then within 10 seconds calling Query with '{"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "old"}}}' answers:
        """
        {"Count": 0}
        """

    @id:ZONE-EVENT-004 @op:Query @op:DeleteItem @tier:complete @source:aws-guide-GSI
    Scenario: An index no longer holds what was deleted
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | v (S)         | KEYS_ONLY  |
      And these items:
        | pk  | v     |
        | "a" | "old" |
      When DeleteItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 10 seconds calling Query with '{"TableName": "{table}", "IndexName": "gsi", "KeyConditionExpression": "v = :v", "ExpressionAttributeValues": {":v": {"S": "old"}}}' answers:
        """
        {"Count": 0}
        """
