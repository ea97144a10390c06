Feature: BatchWriteItem

  Rule: A batch write puts and deletes whole items, in as many tables as it names

    @id:BWRI-BASIC-001 @tier:core @op:BatchWriteItem @source:aws-api-BatchWriteItem @source:facts-122
    Scenario: Puts and deletes in one batch
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v   |
        | "a" | "x" |
        | "b" | "y" |
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [
          {"PutRequest": {"Item": {"pk": {"S": "a"}, "w": {"N": "1"}}}},
          {"DeleteRequest": {"Key": {"pk": {"S": "b"}}}},
          {"DeleteRequest": {"Key": {"pk": {"S": "nobody"}}}},
          {"PutRequest": {"Item": {"pk": {"S": "c"}}}}]}}
        """
      Then the response is:
        """
        {"UnprocessedItems": {}}
        """
      And the table holds exactly:
        | pk  | w |
        | "a" | 1 |
        | "c" |   |

    @id:BWRI-BASIC-002 @tier:core @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Two tables in one batch
      Given a table with partition key "pk" (S)
      And a table "orders" with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {
          "{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}],
          "{table:orders}": [{"PutRequest": {"Item": {"pk": {"S": "b"}}}}]}}
        """
      Then the response is:
        """
        {"UnprocessedItems": {}}
        """
      And the table holds exactly:
        | pk  |
        | "a" |
      And the table "orders" holds exactly:
        | pk  |
        | "b" |

    @id:BWRI-BASIC-003 @tier:core @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Twenty-five writes are the most
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{each:1..25:{"PutRequest": {"Item": {"pk": {"S": "k#"}}}}}]}}
        """
      Then the response is:
        """
        {"UnprocessedItems": {}}
        """
      And the table holds 25 items

  Rule: A batch that cannot be read is refused as a whole, and writes nothing

    @id:BWRI-ERR-001 @tier:strict @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Twenty-six writes
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{each:1..26:{"PutRequest": {"Item": {"pk": {"S": "k#"}}}}}]}}
        """
      Then it fails with ValidationException
      And the table holds 0 items

    @id:BWRI-ERR-002 @tier:strict @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: Two writes of one item
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [
          {"PutRequest": {"Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}},
          {"DeleteRequest": {"Key": {"pk": {"S": "a"}}}}]}}
        """
      Then it fails with ValidationException saying "Provided list of item keys contains duplicates"
      And the table holds 0 items

    @id:BWRI-ERR-003 @tier:strict @op:BatchWriteItem @source:facts-054
    Scenario Outline: A key that does not fit the table: <case>
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}, <write>]}}
        """
      Then it fails with ValidationException saying "The provided key element does not match the schema"
      And the table holds 0 items

      Examples:
        | case        | write                                              |
        | put-type    | {"PutRequest": {"Item": {"pk": {"N": "1"}}}}       |
        | put-missing | {"PutRequest": {"Item": {"v": {"S": "a"}}}}        |
        | delete-type | {"DeleteRequest": {"Key": {"pk": {"N": "1"}}}}     |

    @id:BWRI-ERR-004 @tier:core @op:BatchWriteItem @source:facts-008 @source:facts-010
    Scenario: An item that is too large
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": [
          {"PutRequest": {"Item": {"pk": {"S": "a"}}}},
          {"PutRequest": {"Item": {"pk": {"S": "b"}, "v": {"S": "{repeat:x:409597}"}}}}]}}
        """
      Then it fails with ValidationException saying "Item size has exceeded the maximum allowed size"
      And the table holds 0 items

    @id:BWRI-ERR-005 @tier:core @op:BatchWriteItem @source:aws-api-BatchWriteItem
    Scenario: A table that does not exist
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {
          "{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}],
          "{new-table:x}": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}]}}
        """
      Then it fails with ResourceNotFoundException

    @id:BWRI-ERR-006 @tier:strict @op:BatchWriteItem @source:facts-133
    Scenario: No request at all
      When BatchWriteItem is called with:
        """
        {"RequestItems": {}}
        """
      Then it fails with ValidationException saying one of:
        """
        1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
        The requestItems parameter is required for BatchWriteItem
        """

    @id:BWRI-ERR-007 @tier:strict @op:BatchWriteItem @source:facts-120
    Scenario: No write for a table
      Given a table with partition key "pk" (S)
      When BatchWriteItem is called with:
        """
        {"RequestItems": {"{table}": []}}
        """
      Then it fails with ValidationException saying something containing "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]"
