Feature: PartiQL: batches and transactions

  Rule: The statements of a batch succeed or fail each by itself

    @id:PQB-READ-001 @tier:core @op:BatchExecuteStatement @needs:partiql @source:facts-165
    Scenario: Reads, one of them of nothing
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'"}, {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'b'"}]}
        """
      Then the response is:
        """
        {"Responses": [{"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"N": "1"}}}, {"TableName": "{table}"}]}
        """

    @id:PQB-READ-002 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-165 @source:facts-166
    Scenario: A read without the whole key fails alone
      Given a table with partition key "pk" (S) and sort key "sk" (S)
      And this item:
        | pk  | sk  |
        | "a" | "1" |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'"}, {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a' AND sk = '1'"}]}
        """
      Then the response contains:
        """
        {"Responses": [{"Error": {"Code": "ValidationError"}, "TableName": "{absent}"}, {"Item": {"pk": {"S": "a"}, "sk": {"S": "1"}}, "TableName": "{table}"}]}
        """

    @id:PQB-READ-003 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-165
    Scenario: A read of an index fails alone
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "SELECT * FROM \"{table}\".\"gsi\" WHERE city = 'x' AND pk = 'a'"}]}
        """
      Then "Responses[0].Error.Code" in the response is "ValidationError"

    @id:PQB-WRITE-001 @tier:core @op:BatchExecuteStatement @needs:partiql @source:facts-165
    Scenario: Writes
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 1 |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'c'}"}, {"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a'"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'b'"}]}
        """
      Then the response is:
        """
        {"Responses": [{"TableName": "{table}"}, {"TableName": "{table}"}, {"TableName": "{table}"}]}
        """
      And the table holds exactly:
        | pk  | v |
        | "a" | 2 |
        | "c" |   |

    @id:PQB-WRITE-002 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-166
    Scenario Outline: A member that ran and failed names its table: <case>
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "<statement>"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'new'}"}]}
        """
      Then the response contains:
        """
        {"Responses": [{"TableName": "{table}", "Error": {"Code": "<code>", "Message": "<message>"}}, {"TableName": "{table}"}]}
        """
      And the table holds 2 items

      Examples:
        | case              | statement                                             | code                   | message                               |
        | duplicate         | INSERT INTO \"{table}\" VALUE {'pk': 'a'}             | DuplicateItem          | Duplicate primary key exists in table |
        | conditional       | UPDATE \"{table}\" SET v = 2 WHERE pk = 'a' AND v = 9 | ConditionalCheckFailed | The conditional request failed        |
        | update-of-nothing | UPDATE \"{table}\" SET v = 2 WHERE pk = 'zz'          | ConditionalCheckFailed | The conditional request failed        |

    @id:PQB-WRITE-003 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-166
    Scenario: A member that never ran does not
      Given a table with partition key "pk" (S)
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "UPDATE \"{table}\" SET v = 2 WHERE v = 1"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'new'}"}]}
        """
      Then the response contains:
        """
        {"Responses": [{"TableName": "{absent}", "Error": {"Code": "ValidationError"}}, {"TableName": "{table}"}]}
        """

    @id:PQB-WRITE-004 @tier:strict @op:BatchExecuteStatement @needs:partiql @source:facts-167
    Scenario: ReturnValuesOnConditionCheckFailure of a member changes nothing
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "a" | 1 |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "UPDATE \"{table}\" SET v = 2 WHERE pk = 'a' AND v = 9", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}]}
        """
      Then the response contains:
        """
        {"Responses": [{"Error": {"Code": "ConditionalCheckFailed", "Item": "{absent}"}}]}
        """

    @id:PQB-ERR-001 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-169
    Scenario: Reads and writes do not mix
      Given a table with partition key "pk" (S)
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'b'"}]}
        """
      Then it fails with ValidationException

    @id:PQB-ERR-002 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-169
    Scenario: One item twice
      Given a table with partition key "pk" (S)
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a'"}]}
        """
      Then it fails with ValidationException
      And the table holds 0 items

    @id:PQB-ERR-003 @tier:strict @op:BatchExecuteStatement @needs:partiql @source:aws-api-BatchExecuteStatement
    Scenario: Twenty-six statements
      Given a table with partition key "pk" (S)
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{each:1..26:{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'k#'}"}}]}
        """
      Then it fails with ValidationException saying something containing "Member must have length less than or equal to 25"

    @id:PQB-CAP-001 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-168
    Scenario Outline: Each member has its own consistency: <case>
      Given a table with partition key "pk" (S)
      And these items:
        | pk  |
        | "a" |
        | "b" |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'", "ConsistentRead": <first>}, {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'b'", "ConsistentRead": <second>}], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": <units>}]

      Examples:
        | case          | first | second | units |
        | both-eventual | false | false  | 1     |
        | one-strong    | true  | false  | 1.5   |
        | both-strong   | true  | true   | 2     |

    @id:PQB-CAP-002 @tier:complete @op:BatchExecuteStatement @needs:partiql @source:facts-108
    Scenario: A write that failed after it ran is charged
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When BatchExecuteStatement is called with:
        """
        {"Statements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'b'}"}], "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 2}]

  Rule: The statements of a transaction succeed together or not at all

    @id:PQT-READ-001 @tier:core @op:ExecuteTransaction @needs:partiql @source:aws-api-ExecuteTransaction
    Scenario: Reads
      Given a table with partition key "pk" (S)
      And these items:
        | pk  | v |
        | "a" | 1 |
        | "b" | 2 |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "SELECT v FROM \"{table}\" WHERE pk = 'b'"}, {"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'nobody'"}, {"Statement": "SELECT v FROM \"{table}\" WHERE pk = ?", "Parameters": [{"S": "a"}]}]}
        """
      Then the response is:
        """
        {"Responses": [{"Item": {"v": {"N": "2"}}}, {}, {"Item": {"v": {"N": "1"}}}]}
        """

    @id:PQT-WRITE-001 @tier:core @op:ExecuteTransaction @needs:partiql @source:facts-152
    Scenario: Writes answer with nothing
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "b" |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'b'"}]}
        """
      Then the response is:
        """
        {"Responses": []}
        """
      And the table holds exactly:
        | pk  |
        | "a" |

    @id:PQT-WRITE-002 @tier:core @op:ExecuteTransaction @needs:partiql @source:facts-110
    Scenario: One that fails cancels all
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "b" |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'b'}"}]}
        """
      Then it fails with TransactionCanceledException
      And the table holds exactly:
        | pk  |
        | "b" |

    @id:PQT-WRITE-004 @tier:strict @op:ExecuteTransaction @needs:partiql @source:facts-110 @source:facts-148 @unconfirmed
    Scenario: The reason of an item that is there already
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "b" |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'b'}"}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [None, DuplicateItem]"

    @id:PQT-WRITE-003 @tier:complete @op:ExecuteTransaction @needs:partiql @source:aws-api-ExecuteTransaction
    Scenario: EXISTS checks an item that is not written
      Given a table with partition key "pk" (S)
      And this item:
        | pk  | v |
        | "b" | 1 |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "EXISTS(SELECT * FROM \"{table}\" WHERE pk = 'b' AND v = 2)"}, {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}]}
        """
      Then it fails with TransactionCanceledException saying "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]"
      And the table holds 1 item

    @id:PQT-ERR-001 @tier:complete @op:ExecuteTransaction @needs:partiql @source:facts-150
    Scenario: RETURNING is refused
      Given a table with partition key "pk" (S)
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a' RETURNING ALL OLD *"}]}
        """
      Then it fails with ValidationException saying something containing "RETURNING clause is not supported in ExecuteTransaction."

    @id:PQT-ERR-002 @tier:complete @op:ExecuteTransaction @needs:partiql @source:facts-169
    Scenario: Reads and writes do not mix
      Given a table with partition key "pk" (S)
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "SELECT * FROM \"{table}\" WHERE pk = 'a'"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'b'"}]}
        """
      Then it fails with ValidationException saying "ExecuteTransaction API does not support both read and write operations in the same request."

    @id:PQT-ERR-003 @tier:complete @op:ExecuteTransaction @needs:partiql @source:facts-169
    Scenario: One item twice
      Given a table with partition key "pk" (S)
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a'}"}, {"Statement": "DELETE FROM \"{table}\" WHERE pk = 'a'"}]}
        """
      Then it fails with ValidationException saying "Transaction request cannot include multiple operations on one item"

    @id:PQT-ERR-004 @tier:complete @op:ExecuteTransaction @needs:partiql @source:facts-173 @unconfirmed
    Scenario: A read of an index
      Given a table with partition key "pk" (S) and indexes:
        | index | kind | partition key | projection |
        | gsi   | GSI  | city (S)      | ALL        |
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "SELECT * FROM \"{table}\".\"gsi\" WHERE city = 'x'"}]}
        """
      Then it fails with ValidationException or TransactionCanceledException

    @id:PQT-CAP-001 @tier:complete @op:ExecuteTransaction @needs:partiql @source:facts-097
    Scenario: A repetition is billed as reads
      Given a table with partition key "pk" (S)
      And ExecuteTransaction was called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?}", "Parameters": [{"S": "{repeat:x:1500}"}]}], "ClientRequestToken": "{new-table:k}"}
        """
      When ExecuteTransaction is called with:
        """
        {"TransactStatements": [{"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': ?}", "Parameters": [{"S": "{repeat:x:1500}"}]}], "ClientRequestToken": "{new-table:k}", "ReturnConsumedCapacity": "TOTAL"}
        """
      Then "ConsumedCapacity" in the response is [{"TableName": "{table}", "CapacityUnits": 2, "ReadCapacityUnits": 2}]
