Feature: The wire

  Rule: Every answer carries the service's headers

    @id:WIRE-HEAD-001 @tier:core @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: A success
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the status is 200
      And the response header "Content-Type" is "application/x-amz-json-1.0"
      And the response header "x-amzn-RequestId" matches "[0-9A-Za-z-]{36,64}"
      And the CRC32 header is that of the body

    @id:WIRE-HEAD-002 @tier:core @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: A refusal
      When GetItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the status is 400
      And the response header "Content-Type" is "application/x-amz-json-1.0"
      And the response header "x-amzn-RequestId" matches "[0-9A-Za-z-]{36,64}"
      And the CRC32 header is that of the body

    @id:WIRE-HEAD-003 @tier:strict @op:Wire @source:aws-guide-logging-using-cloudtrail
    Scenario: The request id is 52 capital letters and digits
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the response header "x-amzn-RequestId" matches "[0-9A-Z]{52}"

  Rule: Error types are named with their namespace

    @id:WIRE-TYPE-001 @tier:strict @op:Wire @source:aws-guide-Programming.Errors
    Scenario: The service's own errors
      When GetItem is called with:
        """
        {"TableName": "{new-table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the error type on the wire is "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"

    @id:WIRE-TYPE-002 @tier:strict @op:Wire @source:aws-guide-Programming.Errors
    Scenario: Validation errors
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {}}}
        """
      Then the status is 400
      And the error type on the wire is "com.amazon.coral.validate#ValidationException"

  Rule: What is no request of a known operation is refused as such

    @id:WIRE-OP-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: <case>
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: <target>

        {}
        """
      Then it fails with UnknownOperationException
      And the error type on the wire is "com.amazon.coral.service#UnknownOperationException"

      Examples:
        | case              | target                          |
        | unknown-operation | DynamoDB_20120810.PourCoffee    |
        | unknown-version   | DynamoDB_20190101.ListTables    |
        | case-matters      | DynamoDB_20120810.listtables    |

    @id:WIRE-OP-002 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: No target at all
      When this HTTP request is sent:
        """
        POST /
        Content-Type: application/x-amz-json-1.0

        {}
        """
      Then it fails with UnknownOperationException

  Rule: A body that is no JSON object of the request's shape is refused before anything else

    @id:WIRE-JSON-001 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario Outline: <case>
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        <body>
        """
      Then it fails with SerializationException

      Examples:
        | case            | body                                                                    |
        | no-json         | hello                                                                   |
        | cut-short       | {"TableName": "{table}", "Key": {"pk": {"S": "a"                        |
        | more-behind     | {"TableName": "{table}", "Key": {"pk": {"S": "a"}}} more                |
        | single-quotes   | {'TableName': '{table}'}                                                |

    @id:WIRE-JSON-002 @tier:strict @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: A member of the wrong JSON type: <case>
      Given a table with partition key "pk" (S)
      When GetItem is called with:
        """
        <body>
        """
      Then it fails with SerializationException saying "<message>"

      Examples:
        | case                   | body                                                                     | message                                                   |
        | number-for-string      | {"TableName": 12, "Key": {"pk": {"S": "a"}}}                             | NUMBER_VALUE cannot be converted to String                |
        | boolean-for-string     | {"TableName": true, "Key": {"pk": {"S": "a"}}}                           | TRUE_VALUE cannot be converted to String                  |
        | object-for-string      | {"TableName": {}, "Key": {"pk": {"S": "a"}}}                             | Start of structure or map found where not expected        |
        | number-in-n            | {"TableName": "{table}", "Key": {"pk": {"N": 1}}}                        | NUMBER_VALUE cannot be converted to String                |
        | string-for-boolean     | {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": "maybe"} | Unexpected token received from parser               |
        | base64-cut-short       | {"TableName": "{table}", "Key": {"pk": {"B": "YWI"}}}                    | Base64 encoded length is expected a multiple of 4 bytes but found: 3 |

    @id:WIRE-JSON-003 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: Members that nobody knows are passed over
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "Flavour": ["sweet"], "ConsistentRead": true}
        """
      Then the response is:
        """
        {"Item": {"pk": {"S": "a"}}}
        """

    @id:WIRE-JSON-004 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI
    Scenario: A member that is null is absent
      Given a table with partition key "pk" (S)
      And this item:
        | pk  |
        | "a" |
      When GetItem is called with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ProjectionExpression": null, "ConsistentRead": true}
        """
      Then the response is:
        """
        {"Item": {"pk": {"S": "a"}}}
        """

  Rule: A request must be signed

    @id:WIRE-AUTH-001 @tier:strict @op:Wire @needs:auth @source:aws-guide-Programming.Errors
    Scenario: It is not signed
      Given the request is not signed
      When ListTables is called with:
        """
        {}
        """
      Then it fails with MissingAuthenticationTokenException saying "Request is missing Authentication Token"

    @id:WIRE-AUTH-002 @tier:strict @op:Wire @needs:auth @source:aws-guide-Programming.Errors
    Scenario: It is signed by a key that nobody has
      Given the request is signed by an unknown key
      When ListTables is called with:
        """
        {}
        """
      Then it fails with UnrecognizedClientException saying "The security token included in the request is invalid."

    @id:WIRE-AUTH-003 @tier:strict @op:Wire @needs:auth @source:aws-guide-Programming.Errors
    Scenario: It is signed with another secret
      Given the request is signed with a wrong secret
      When ListTables is called with:
        """
        {}
        """
      Then it fails with InvalidSignatureException saying something starting with "The request signature we calculated does not match the signature you provided."

    @id:WIRE-AUTH-004 @tier:strict @op:Wire @needs:auth @source:aws-guide-Programming.Errors
    Scenario: Its signature is twenty minutes old
      Given the request is signed 20 minutes ago
      When ListTables is called with:
        """
        {}
        """
      Then it fails with InvalidSignatureException saying something starting with "Signature expired: "

  Rule: Monitoring may ask for life signs

    @id:WIRE-HEALTH-001 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: GET on the root says that the service is healthy
      When this HTTP request is sent:
        """
        GET /
        """
      Then the status is 200

    @id:WIRE-HEALTH-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: HEAD on the root says so without a body
      When this HTTP request is sent:
        """
        HEAD /
        """
      Then the status is 200
      And the response body is ""

  Rule: What the body says counts, not how it travelled

    @id:WIRE-BODY-001 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario Outline: A compressed request is understood: <coding>
      Given a table with partition key "pk" (S)
      When this HTTP request is sent with its body in <coding>:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        Content-Encoding: <coding>
        X-Amz-Target: DynamoDB_20120810.PutItem

        {"TableName": "{table}", "Item": {"pk": {"S": "packed"}}}
        """
      Then calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "packed"}}, "ConsistentRead": true}' answers:
        """
        {"Item": {"pk": {"S": "packed"}}}
        """

      Examples:
        | case    | coding  |
        | gzip    | gzip    |
        | deflate | deflate |

    @id:WIRE-BODY-002 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: Bytes that are not UTF-8 are not stored as something else
      Given a table with partition key "pk" (S)
      When this HTTP request is sent with its body in Latin-1:
        """
        POST /
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: DynamoDB_20120810.PutItem

        {"TableName": "{table}", "Item": {"pk": {"S": "café"}}}
        """
      Then it fails with SerializationException

    @id:WIRE-BODY-003 @tier:complete @op:Wire @source:aws-guide-Programming.LowLevelAPI @unconfirmed
    Scenario: Of a member that is given twice the last counts
      Given a table with partition key "pk" (S)
      When PutItem is called with:
        """
        {"TableName": "no-such-table", "TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      Then calling GetItem with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}' answers:
        """
        {"Item": {"pk": {"S": "a"}}}
        """
