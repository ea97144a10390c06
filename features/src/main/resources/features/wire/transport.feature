Feature: The transport under the requests

  Rule: Every answer carries an id, a checksum and its content type

    @id:TRAN-HEAD-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: On <case>
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: DynamoDB_20120810.<operation>

        <body>
        """
      Then the status is <status>
      And the response header "x-amzn-RequestId" matches "[0-9A-Za-z-]{16,64}"
      And the CRC32 header is that of the body
      And the response header "Content-Type" is "application/x-amz-json-1.0"

      Examples:
        | case                | operation     | body                                 | status |
        | success             | ListTables    | {"Limit": 1}                         | 200    |
        | validation          | ListTables    | {"Limit": 0}                         | 400    |
        | not-found           | DescribeTable | {"TableName": "no-such-table-here"}  | 400    |
        | serialization       | ListTables    | {"Limit": "1"}                       | 400    |
        | unknown-operation   | PourCoffee    | {}                                   | 400    |

  Rule: Bodies may travel compressed

    @id:TRAN-GZIP-001 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: A client that takes <case> understands the answer
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:abc:2000}"}}
        """
      And the request header "Accept-Encoding" is "<coding>"
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the CRC32 header is that of the body
      And the status is 200

      Examples:
        | case     | coding        |
        | gzip     | gzip          |
        | identity | identity      |
        | both     | gzip, deflate |
        | q-values | gzip;q=0.5, identity;q=0.1 |

    @id:TRAN-GZIP-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: A long answer is compressed for who asks for it
      Given a table with partition key "pk" (S)
      And the item:
        """
        {"pk": {"S": "a"}, "v": {"S": "{repeat:abc:2000}"}}
        """
      And the request header "Accept-Encoding" is "gzip"
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response header "Content-Encoding" is "gzip"
      And the CRC32 header is that of the body

  Rule: The content type decides the protocol

    @id:TRAN-TYPE-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: Another content type is no request: <case>
      When this HTTP request is sent:
        """
        POST /
        Content-Type: <type>
        X-Amz-Target: DynamoDB_20120810.ListTables

        {"Limit": 1}
        """
      Then the status is 404

      Examples:
        | case  | type                              |
        | xml   | text/xml                          |
        | form  | application/x-www-form-urlencoded |

    @id:TRAN-TYPE-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: A charset behind the content type does no harm
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0; charset=utf-8
        X-Amz-Target: DynamoDB_20120810.ListTables

        {"Limit": 1}
        """
      Then the status is 200

  Rule: The target names version and operation exactly

    @id:TRAN-OP-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: <case>
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: <target>

        <body>
        """
      Then it fails with UnknownOperationException without a message

      Examples:
        | case                | target                           | body  |
        | no-dot              | ListTables                       | {}    |
        | empty-operation     | DynamoDB_20120810.               | {}    |
        | trailing            | DynamoDB_20120810.ListTables2    | {}    |
        | foreign-service     | Kinesis_20131202.ListStreams     | {}    |
        | even-without-json   | DynamoDB_20120810.PourCoffee     | hello |

  Rule: Browsers may ask first

    @id:TRAN-CORS-001 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: A preflight is answered
      When this HTTP request is sent:
        """
        OPTIONS /
        Origin: https://example.com
        Access-Control-Request-Method: POST
        Access-Control-Request-Headers: x-amz-target

        """
      Then the status is 200
      And the response header "Access-Control-Allow-Origin" matches "\*|https://example\.com"
      And the response header "Access-Control-Allow-Methods" matches ".*POST.*"

    @id:TRAN-CORS-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: An answer to a page from elsewhere may be read by it
      Given the request header "Origin" is "https://example.com"
      When ListTables is called with:
        """
        {"Limit": 1}
        """
      Then the call succeeds
      And the response header "Access-Control-Allow-Origin" matches "\*|https://example\.com"

  Rule: Errors of each layer carry their own namespace

    @id:TRAN-TYPE-003 @tier:strict @op:Wire @source:aws-guide-Programming.Errors
    Scenario Outline: <case>
      When <operation> is called with:
        """
        <body>
        """
      Then the error type on the wire is "<type>"

      Examples:
        | case          | operation     | body                                | type |
        | validation    | ListTables    | {"Limit": 0}                        | com.amazon.coral.validate#ValidationException |
        | not-found     | DescribeTable | {"TableName": "no-such-table-here"} | com.amazonaws.dynamodb.v20120810#ResourceNotFoundException |
        | serialization | ListTables    | {"Limit": "1"}                      | com.amazon.coral.service#SerializationException |
        | operation     | PourCoffee    | {}                                  | com.amazon.coral.service#UnknownOperationException |

    @id:TRAN-TYPE-004 @tier:strict @op:PutItem @source:aws-guide-Programming.Errors
    Scenario: A failed condition
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_exists(pk)"}
        """
      Then the error type on the wire is "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"
