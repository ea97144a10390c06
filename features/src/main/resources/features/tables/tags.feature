Feature: Tags

  Rule: A table's tags are set, replaced, listed and removed by key

    @id:TAG-SET-001 @tier:core @op:CreateTable @op:ListTagsOfResource @needs:tags @source:aws-api-CreateTable
    Scenario: Tags given at creation
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "Tags": [{"Key": "team", "Value": "red"}, {"Key": "empty", "Value": ""}]}
        """
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When ListTagsOfResource is called with:
        """
        {"ResourceArn": "${arn}"}
        """
      Then "Tags" in the response is ["{unordered}", {"Key": "team", "Value": "red"}, {"Key": "empty", "Value": ""}]

    @id:TAG-SET-002 @tier:core @op:TagResource @needs:tags @source:aws-api-TagResource
    Scenario Outline: Tagging a table of one tag: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "Tags": [{"Key": "team", "Value": "red"}]}
        """
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When TagResource is called with:
        """
        {"ResourceArn": "${arn}", "Tags": [<given>]}
        """
      Then the status is 200
      And within 30 seconds calling ListTagsOfResource with '{"ResourceArn": "${arn}"}' answers:
        """
        {"Tags": ["{unordered}", <after>]}
        """

      Examples:
        | case          | given                                   | after |
        | another       | {"Key": "cost", "Value": "9"}           | {"Key": "team", "Value": "red"}, {"Key": "cost", "Value": "9"} |
        | replaced      | {"Key": "team", "Value": "blue"}        | {"Key": "team", "Value": "blue"} |
        | case-matters  | {"Key": "Team", "Value": "blue"}        | {"Key": "team", "Value": "red"}, {"Key": "Team", "Value": "blue"} |
        | two           | {"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"} | {"Key": "team", "Value": "red"}, {"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"} |

    @id:TAG-DEL-001 @tier:core @op:UntagResource @needs:tags @source:aws-api-UntagResource
    Scenario Outline: Untagging: <case>
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
         "Tags": [{"Key": "team", "Value": "red"}, {"Key": "cost", "Value": "9"}]}
        """
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When UntagResource is called with:
        """
        {"ResourceArn": "${arn}", "TagKeys": [<keys>]}
        """
      Then the status is 200
      And within 30 seconds calling ListTagsOfResource with '{"ResourceArn": "${arn}"}' answers:
        """
        {"Tags": ["{unordered}" <after>]}
        """

      Examples:
        | case        | keys            | after |
        | one         | "team"          | , {"Key": "cost", "Value": "9"} |
        | all         | "team", "cost"  |       |
        | not-there   | "nobody"        | , {"Key": "team", "Value": "red"}, {"Key": "cost", "Value": "9"} |

    @id:TAG-LIST-001 @tier:core @op:ListTagsOfResource @needs:tags @source:aws-api-ListTagsOfResource
    Scenario: A table without tags
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When ListTagsOfResource is called with:
        """
        {"ResourceArn": "${arn}"}
        """
      Then the response is:
        """
        {"Tags": []}
        """

  Rule: A tag request must be whole

    @id:TAG-ERR-001 @tier:strict @op:TagResource @op:UntagResource @needs:tags @source:aws-api-TagResource @unconfirmed
    Scenario Outline: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When <operation> is called with:
        """
        {"ResourceArn": "${arn}" <rest>}
        """
      Then it fails with ValidationException saying something containing "<problem>"

      Examples:
        | case          | operation     | rest                                        | problem |
        | no-tags       | TagResource   |                                             | Value null at 'tags' failed to satisfy constraint: Member must not be null |
        | empty-tags    | TagResource   | , "Tags": []                                | Atleast one Tag needs to be provided as Input. |
        | no-keys       | UntagResource |                                             | Value null at 'tagKeys' failed to satisfy constraint: Member must not be null |
        | empty-keys    | UntagResource | , "TagKeys": []                             | Atleast one Tag Key needs to be provided as Input. |
        | no-key        | TagResource   | , "Tags": [{"Value": "x"}]                  | failed to satisfy constraint: Member must not be null |
        | no-value      | TagResource   | , "Tags": [{"Key": "x"}]                    | failed to satisfy constraint: Member must not be null |
        | empty-key     | TagResource   | , "Tags": [{"Key": "", "Value": "x"}]       | failed to satisfy constraint: Member must have length greater than or equal to 1 |
        | long-key      | TagResource   | , "Tags": [{"Key": "{repeat:k:129}", "Value": "x"}] | failed to satisfy constraint: Member must have length less than or equal to 128 |
        | long-value    | TagResource   | , "Tags": [{"Key": "k", "Value": "{repeat:v:257}"}] | failed to satisfy constraint: Member must have length less than or equal to 256 |

    @id:TAG-ERR-002 @tier:strict @op:TagResource @needs:tags @source:aws-guide-Tagging
    Scenario Outline: A tag that no table may have: <case>
      Given a new table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When TagResource is called with:
        """
        {"ResourceArn": "${arn}", "Tags": [<tags>]}
        """
      Then it fails with ValidationException

      Examples:
        | case       | tags |
        | fifty-one  | {each:1..51:{"Key": "k##", "Value": "v"}} |
        | of-aws     | {"Key": "aws:team", "Value": "red"} |

    @id:TAG-ERR-003 @tier:complete @op:TagResource @op:ListTagsOfResource @op:UntagResource @needs:tags @source:aws-api-TagResource
    Scenario Outline: A table that does not exist: <case>
      Given a table with partition key "pk" (S)
      And DescribeTable was called with:
        """
        {"TableName": "{table}"}
        """
      And "Table.TableArn" in the response is saved as "arn"
      When <operation> is called with:
        """
        {"ResourceArn": "${arn}-but-not-this" <rest>}
        """
      Then it fails with ResourceNotFoundException

      Examples:
        | case  | operation          | rest |
        | tag   | TagResource        | , "Tags": [{"Key": "a", "Value": "b"}] |
        | untag | UntagResource      | , "TagKeys": ["a"] |
        | list  | ListTagsOfResource |      |

    @id:TAG-ERR-004 @tier:strict @op:ListTagsOfResource @needs:tags @source:aws-api-ListTagsOfResource @unconfirmed
    Scenario: No resource named
      When ListTagsOfResource is called with:
        """
        {}
        """
      Then it fails with ValidationException saying "Invalid TableArn"
