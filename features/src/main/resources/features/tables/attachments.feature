Feature: What is attached to tables and accounts

  Rule: A resource policy is kept as it was written, with a revision

    @id:RPOL-PUT-001 @tier:complete @op:PutResourcePolicy @op:GetResourcePolicy @needs:resource-policy @source:aws-api-PutResourcePolicy
    Scenario: A policy is put and got
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When PutResourcePolicy is called with:
        """
        {"ResourceArn": "${arn}", "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"dynamodb:DeleteItem\",\"Resource\":\"${arn}\"}]}"}
        """
      Then "RevisionId" in the response is saved as "revision"
      And within 30 seconds calling GetResourcePolicy with '{"ResourceArn": "${arn}"}' answers:
        """
        {"RevisionId": "${revision}", "Policy": "{matches:(?s).*dynamodb:DeleteItem.*}"}
        """

    @id:RPOL-GET-001 @tier:complete @op:GetResourcePolicy @needs:resource-policy @source:facts-147 @unconfirmed
    Scenario: A table without a policy
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When GetResourcePolicy is called with:
        """
        {"ResourceArn": "${arn}"}
        """
      Then it fails with PolicyNotFoundException

    @id:RPOL-DEL-001 @tier:complete @op:DeleteResourcePolicy @needs:resource-policy @source:aws-api-DeleteResourcePolicy
    Scenario: A deleted policy is gone
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      And PutResourcePolicy was called with:
        """
        {"ResourceArn": "${arn}", "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"dynamodb:DeleteItem\",\"Resource\":\"${arn}\"}]}"}
        """
      When DeleteResourcePolicy is called with:
        """
        {"ResourceArn": "${arn}"}
        """
      Then the call succeeds
      And within 30 seconds calling GetResourcePolicy with '{"ResourceArn": "${arn}"}' fails with PolicyNotFoundException

    @id:RPOL-ERR-001 @tier:strict @op:PutResourcePolicy @needs:resource-policy @source:aws-api-PutResourcePolicy
    Scenario Outline: What is no policy: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When PutResourcePolicy is called with:
        """
        {"ResourceArn": "${arn}" <rest>}
        """
      Then it fails with ValidationException

      Examples:
        | case     | rest |
        | none     |      |
        | no-json  | , "Policy": "hello" |

  Rule: Kinesis destinations are described with the table

    @id:KIN-DESC-001 @tier:complete @op:DescribeKinesisStreamingDestination @needs:kinesis @source:aws-api-DescribeKinesisStreamingDestination
    Scenario: A table without destinations
      Given a new table with partition key "pk" (S)
      When DescribeKinesisStreamingDestination is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"TableName": "{table}", "KinesisDataStreamDestinations": []}
        """

    @id:KIN-ERR-001 @tier:complete @op:DescribeKinesisStreamingDestination @needs:kinesis @source:aws-api-DescribeKinesisStreamingDestination
    Scenario: A table that does not exist
      When DescribeKinesisStreamingDestination is called with:
        """
        {"TableName": "{new-table}"}
        """
      Then it fails with ResourceNotFoundException

    @id:KIN-ERR-002 @tier:strict @op:EnableKinesisStreamingDestination @op:DisableKinesisStreamingDestination @needs:kinesis @source:aws-api-EnableKinesisStreamingDestination @unconfirmed
    Scenario Outline: No stream named: <case>
      Given a table with partition key "pk" (S)
      When <operation> is called with:
        """
        {"TableName": "{table}"}
        """
      Then it fails with ValidationException saying something containing "Value null at 'streamArn' failed to satisfy constraint: Member must not be null"

      Examples:
        | case    | operation                          |
        | enable  | EnableKinesisStreamingDestination  |
        | disable | DisableKinesisStreamingDestination |

    @id:KIN-ERR-003 @tier:complete @op:EnableKinesisStreamingDestination @needs:kinesis @source:aws-api-EnableKinesisStreamingDestination @unconfirmed
    Scenario: A table that does not exist gets no destination
      When EnableKinesisStreamingDestination is called with:
        """
        {"TableName": "{new-table}", "StreamArn": "arn:aws:kinesis:us-east-1:123456789012:stream/no-such-stream"}
        """
      Then it fails with ResourceNotFoundException

  Rule: Contributor Insights are turned on and off for a table or an index

    @id:INS-DESC-001 @tier:complete @op:DescribeContributorInsights @needs:contributor-insights @source:aws-api-DescribeContributorInsights
    Scenario: Never configured
      Given a new table with partition key "pk" (S)
      When DescribeContributorInsights is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response is:
        """
        {"TableName": "{table}", "ContributorInsightsStatus": "DISABLED"}
        """

    @id:INS-SET-001 @tier:complete @op:UpdateContributorInsights @needs:contributor-insights @source:aws-api-UpdateContributorInsights
    Scenario: Turned on for a table
      Given a new table with partition key "pk" (S)
      When UpdateContributorInsights is called with:
        """
        {"TableName": "{table}", "ContributorInsightsAction": "ENABLE"}
        """
      Then the response contains:
        """
        {"TableName": "{table}", "ContributorInsightsStatus": "ENABLING"}
        """
      And within 60 seconds calling DescribeContributorInsights with '{"TableName": "{table}"}' answers:
        """
        {"TableName": "{table}", "ContributorInsightsStatus": "ENABLED", "LastUpdateDateTime": "{number}",
         "ContributorInsightsRuleList": ["{matches:DynamoDBContributorInsights-PKC-.*}", "{matches:DynamoDBContributorInsights-PKT-.*}"]}
        """

    @id:INS-SET-002 @tier:complete @op:UpdateContributorInsights @needs:contributor-insights @source:aws-api-UpdateContributorInsights
    Scenario: A table with a sort key has rules for it too
      Given a new table with partition key "pk" (S) and sort key "sk" (N)
      When UpdateContributorInsights is called with:
        """
        {"TableName": "{table}", "ContributorInsightsAction": "ENABLE"}
        """
      Then within 60 seconds calling DescribeContributorInsights with '{"TableName": "{table}"}' answers:
        """
        {"ContributorInsightsStatus": "ENABLED", "ContributorInsightsRuleList": ["{unordered}",
          "{matches:DynamoDBContributorInsights-PKC-.*}", "{matches:DynamoDBContributorInsights-PKT-.*}",
          "{matches:DynamoDBContributorInsights-SKC-.*}", "{matches:DynamoDBContributorInsights-SKT-.*}"]}
        """

    @id:INS-ERR-001 @tier:complete @op:DescribeContributorInsights @op:UpdateContributorInsights @needs:contributor-insights @source:aws-api-UpdateContributorInsights
    Scenario Outline: What does not exist: <case>
      Given a table with partition key "pk" (S)
      When <operation> is called with:
        """
        {"TableName": <table> <rest>}
        """
      Then it fails with ResourceNotFoundException

      Examples:
        | case           | operation                   | table           | rest |
        | describe-table | DescribeContributorInsights | "{new-table:x}" |      |
        | update-table   | UpdateContributorInsights   | "{new-table:x}" | , "ContributorInsightsAction": "ENABLE" |
        | update-index   | UpdateContributorInsights   | "{table}"       | , "IndexName": "nothing", "ContributorInsightsAction": "ENABLE" |

    @id:INS-ERR-002 @tier:strict @op:UpdateContributorInsights @needs:contributor-insights @source:aws-api-UpdateContributorInsights @unconfirmed
    Scenario Outline: An action that is none: <case>
      Given a table with partition key "pk" (S)
      When UpdateContributorInsights is called with:
        """
        {"TableName": "{table}" <rest>}
        """
      Then it fails with ValidationException saying something containing "at 'contributorInsightsAction' failed to satisfy constraint: <constraint>"

      Examples:
        | case    | rest                                    | constraint |
        | none    |                                         | Member must not be null |
        | unknown | , "ContributorInsightsAction": "START"  | Member must satisfy enum value set: [ |

  Rule: An account tells its limits and endpoints

    @id:LIM-DESC-001 @tier:complete @op:DescribeLimits @needs:limits @source:aws-api-DescribeLimits
    Scenario: Capacity limits
      When DescribeLimits is called with:
        """
        {}
        """
      Then the response is:
        """
        {"AccountMaxReadCapacityUnits": "{number}", "AccountMaxWriteCapacityUnits": "{number}", "TableMaxReadCapacityUnits": "{number}", "TableMaxWriteCapacityUnits": "{number}"}
        """

    @id:ENDP-DESC-001 @tier:complete @op:DescribeEndpoints @needs:endpoints @source:aws-api-DescribeEndpoints
    Scenario: An endpoint and how long to remember it
      When DescribeEndpoints is called with:
        """
        {}
        """
      Then the response is:
        """
        {"Endpoints": [{"Address": "{matches:.+}", "CachePeriodInMinutes": "{between:1:100000}"}]}
        """
