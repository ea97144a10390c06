Feature: Time to live

  Rule: Time to live is turned on for one attribute and off again

    @id:TTL-SET-001 @tier:core @op:UpdateTimeToLive @needs:ttl @source:aws-api-UpdateTimeToLive
    Scenario: The answer repeats what was asked
      Given a new table with partition key "pk" (S)
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      Then the response is:
        """
        {"TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """

    @id:TTL-SET-002 @tier:core @op:DescribeTimeToLive @needs:ttl @source:aws-api-DescribeTimeToLive
    Scenario: It is described with its attribute
      Given a new table with partition key "pk" (S)
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      Then within 60 seconds calling DescribeTimeToLive with '{"TableName": "{table}"}' answers:
        """
        {"TimeToLiveDescription": {"TimeToLiveStatus": "{matches:ENABLING|ENABLED}", "AttributeName": "until"}}
        """

    @id:TTL-SET-003 @tier:core @op:DescribeTimeToLive @needs:ttl @source:aws-api-DescribeTimeToLive
    Scenario: A new table has none
      Given a new table with partition key "pk" (S)
      When DescribeTimeToLive is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}
        """

    @id:TTL-SET-004 @tier:complete @op:UpdateTimeToLive @needs:ttl @source:aws-api-UpdateTimeToLive
    Scenario: Turning off what is off
      Given a new table with partition key "pk" (S)
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": false, "AttributeName": "until"}}
        """
      Then it fails with ValidationException saying "TimeToLive is already disabled"

    @id:TTL-SET-005 @tier:complete @op:UpdateTimeToLive @needs:ttl @source:aws-api-UpdateTimeToLive
    Scenario Outline: A second change within the hour: <case>
      Given a new table with partition key "pk" (S)
      And UpdateTimeToLive was called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": <change>}
        """
      Then it fails with ValidationException

      Examples:
        | case             | change |
        | on-again         | {"Enabled": true, "AttributeName": "until"} |
        | other-attribute  | {"Enabled": true, "AttributeName": "expiry"} |

    @id:TTL-ERR-001 @tier:strict @op:UpdateTimeToLive @needs:ttl @source:aws-api-TimeToLiveSpecification @unconfirmed
    Scenario Outline: A specification that is not whole: <case>
      Given a table with partition key "pk" (S)
      When UpdateTimeToLive is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case          | rest | problem |
        | none          |      | Value null at 'timeToLiveSpecification' failed to satisfy constraint: Member must not be null |
        | no-attribute  | , "TimeToLiveSpecification": {"Enabled": true} | Value null at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must not be null |
        | not-said      | , "TimeToLiveSpecification": {"AttributeName": "until"} | Value null at 'timeToLiveSpecification.enabled' failed to satisfy constraint: Member must not be null |
        | empty-name    | , "TimeToLiveSpecification": {"Enabled": true, "AttributeName": ""} | at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have length greater than or equal to 1 |
        | long-name     | , "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "{repeat:a:256}"} | at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have length less than or equal to 255 |

    @id:TTL-ERR-002 @tier:core @op:DescribeTimeToLive @op:UpdateTimeToLive @needs:ttl @source:aws-api-DescribeTimeToLive
    Scenario Outline: A table that does not exist: <case>
      When <operation> is called with:
        """
        {"TableName": "{new-table}" <rest>}
        """
      Then it fails with ResourceNotFoundException

      Examples:
        | case     | operation          | rest |
        | describe | DescribeTimeToLive |      |
        | update   | UpdateTimeToLive   | , "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"} |

    @id:TTL-ERR-003 @tier:strict @op:DescribeTimeToLive @op:UpdateTimeToLive @needs:ttl @source:aws-guide-Programming.Errors
    Scenario Outline: The words of a table that does not exist: <case>
      When <operation> is called with:
        """
        {"TableName": "{new-table}" <rest>}
        """
      Then it fails with ResourceNotFoundException saying "Requested resource not found: Table: {table} not found"

      Examples:
        | case     | operation          | rest |
        | describe | DescribeTimeToLive |      |
        | update   | UpdateTimeToLive   | , "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"} |

  Rule: Items whose time lies ahead, or is no time, stay

    @id:TTL-KEEP-001 @tier:complete @op:UpdateTimeToLive @needs:ttl @source:aws-guide-TTL
    Scenario: Far ahead, no number, long past and none at all
      Given a new table with partition key "pk" (S)
      And UpdateTimeToLive was called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "until"}}
        """
      And these items:
        | pk      | until        |
        | "ahead" | 4102444800   |
        | "text"  | "1700000000" |
        | "old"   | 1000000000   |
        | "none"  |              |
      When Scan is called with:
        """
        {"TableName": "{table}", "ConsistentRead": true}
        """
      Then the items are in any order:
        | pk      | until        |
        | "ahead" | 4102444800   |
        | "text"  | "1700000000" |
        | "old"   | 1000000000   |
        | "none"  |              |
