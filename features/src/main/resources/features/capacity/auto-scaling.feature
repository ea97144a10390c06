Feature: Auto scaling

  Rule: A scalable target is a capacity with its bounds

    @id:AUTOSCALE-TARGET-001 @tier:complete @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: A target is registered
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      Then the response contains:
        """
        {"ScalableTargetARN": "{text}"}
        """

    @id:AUTOSCALE-TARGET-002 @tier:complete @op:DescribeScalableTargets @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-DescribeScalableTargets
    Scenario: A registered target is described
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When DescribeScalableTargets is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceIds": ["table/{table}"]}
        """
      Then the response contains:
        """
        {"ScalableTargets": [{"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10, "RoleARN": "{text}", "CreationTime": "{number}", "SuspendedState": {"DynamicScalingInSuspended": false, "DynamicScalingOutSuspended": false, "ScheduledScalingSuspended": false}}]}
        """

    @id:AUTOSCALE-TARGET-003 @tier:complete @op:RegisterScalableTarget @op:DescribeScalableTargets @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: What a second registration leaves out stays
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MaxCapacity": 20}
        """
      Then calling DescribeScalableTargets with '{"ServiceNamespace": "dynamodb", "ResourceIds": ["table/{table}"]}' answers:
        """
        {"ScalableTargets": [{"MinCapacity": 1, "MaxCapacity": 20}]}
        """

    @id:AUTOSCALE-TARGET-004 @tier:complete @op:DeregisterScalableTarget @op:DescribeScalableTargets @needs:application-auto-scaling @source:aws-scaling-api-DeregisterScalableTarget
    Scenario: A target that is deregistered is gone with its policy
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      When DeregisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits"}
        """
      Then calling DescribeScalableTargets with '{"ServiceNamespace": "dynamodb", "ResourceIds": ["table/{table}"]}' answers:
        """
        {"ScalableTargets": []}
        """
      And calling DescribeScalingPolicies with '{"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}"}' answers:
        """
        {"ScalingPolicies": []}
        """

    @id:AUTOSCALE-TARGET-005 @tier:strict @op:DeregisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-DeregisterScalableTarget @unconfirmed
    Scenario: A target that is not registered
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When DeregisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits"}
        """
      Then it fails with ObjectNotFoundException saying "No scalable target found for service namespace: dynamodb, resource ID: table/{table}, scalable dimension: dynamodb:table:WriteCapacityUnits"

    @id:AUTOSCALE-TARGET-006 @tier:strict @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: A table that does not exist
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/assay-no-such-table", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      Then it fails with ValidationException saying "DynamoDB table does not exist: table/assay-no-such-table"

    @id:AUTOSCALE-TARGET-007 @tier:strict @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: A dimension that does not exist
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:Units", "MinCapacity": 1, "MaxCapacity": 10}
        """
      Then it fails with ValidationException saying "Unsupported service namespace, resource type or scalable dimension"

    @id:AUTOSCALE-TARGET-008 @tier:complete @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: The first registration needs both bounds
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1}
        """
      Then it fails with ValidationException

    @id:AUTOSCALE-TARGET-009 @tier:complete @op:RegisterScalableTarget @needs:application-auto-scaling @source:aws-scaling-api-RegisterScalableTarget
    Scenario: The upper bound is not below the lower
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 9, "MaxCapacity": 8}
        """
      Then it fails with ValidationException

    @id:AUTOSCALE-TARGET-010 @tier:complete @op:RegisterScalableTarget @op:DescribeTable @needs:application-auto-scaling @unconfirmed @source:aws-scaling-api-RegisterScalableTarget
    Scenario: Capacity below the lower bound is raised to it
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When RegisterScalableTarget is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 8, "MaxCapacity": 10}
        """
      Then within 60 seconds calling DescribeTable with '{"TableName": "{table}"}' answers:
        """
        {"Table": {"ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 8}}}
        """
      And within 60 seconds calling DescribeScalingActivities with '{"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}"}' answers:
        """
        {"ScalingActivities": [{"Description": "Setting write capacity units to 8.", "Cause": "minimum capacity was set to 8", "StatusCode": "Successful"}]}
        """

  Rule: A target tracks with one policy for its metric

    @id:AUTOSCALE-POLICY-001 @tier:complete @op:PutScalingPolicy @needs:application-auto-scaling @unconfirmed @source:aws-scaling-api-PutScalingPolicy
    Scenario: A policy comes with its alarms
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When PutScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      Then the response contains:
        """
        {"PolicyARN": "{text}", "Alarms": [{"AlarmName": "{text}", "AlarmARN": "{text}"}, {"AlarmName": "{text}"}, {"AlarmName": "{text}"}, {"AlarmName": "{text}"}]}
        """

    @id:AUTOSCALE-POLICY-002 @tier:complete @op:DescribeScalingPolicies @needs:application-auto-scaling @source:aws-scaling-api-DescribeScalingPolicies
    Scenario: A policy is described
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      When DescribeScalingPolicies is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}"}
        """
      Then the response contains:
        """
        {"ScalingPolicies": [{"PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}]}
        """

    @id:AUTOSCALE-POLICY-003 @tier:strict @op:PutScalingPolicy @needs:application-auto-scaling @source:aws-scaling-api-PutScalingPolicy
    Scenario: A target must be registered first
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When PutScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      Then it fails with ObjectNotFoundException saying "No scalable target registered for service namespace: dynamodb, resource ID: table/{table}, scalable dimension: dynamodb:table:WriteCapacityUnits"

    @id:AUTOSCALE-POLICY-004 @tier:strict @op:PutScalingPolicy @needs:application-auto-scaling @source:aws-scaling-api-PutScalingPolicy @unconfirmed
    Scenario: A second policy for the metric is refused
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      When PutScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "another", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      Then it fails with ValidationException saying "Only one TargetTrackingScaling policy for a given metric specification is allowed."

    @id:AUTOSCALE-POLICY-005 @tier:complete @op:PutScalingPolicy @needs:application-auto-scaling @source:aws-scaling-api-PutScalingPolicy
    Scenario: Steps do not exist for DynamoDB
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When PutScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "steps", "PolicyType": "StepScaling", "StepScalingPolicyConfiguration": {"AdjustmentType": "ChangeInCapacity", "StepAdjustments": [{"ScalingAdjustment": 1, "MetricIntervalLowerBound": 0.0}]}}
        """
      Then it fails with ValidationException

    @id:AUTOSCALE-POLICY-006 @tier:complete @op:PutScalingPolicy @needs:application-auto-scaling @source:aws-scaling-api-PutScalingPolicy
    Scenario: The metric is that of the dimension
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When PutScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBReadCapacityUtilization"}}}
        """
      Then it fails with ValidationException

    @id:AUTOSCALE-POLICY-007 @tier:complete @op:DeleteScalingPolicy @op:DescribeScalingPolicies @needs:application-auto-scaling @source:aws-scaling-api-DeleteScalingPolicy
    Scenario: A policy is deleted, its target stays
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      When DeleteScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine"}
        """
      Then calling DescribeScalingPolicies with '{"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}"}' answers:
        """
        {"ScalingPolicies": []}
        """
      And calling DescribeScalableTargets with '{"ServiceNamespace": "dynamodb", "ResourceIds": ["table/{table}"]}' answers:
        """
        {"ScalableTargets": [{"MinCapacity": 1}]}
        """

    @id:AUTOSCALE-POLICY-008 @tier:strict @op:DeleteScalingPolicy @needs:application-auto-scaling @source:aws-scaling-api-DeleteScalingPolicy @unconfirmed
    Scenario: A policy that does not exist
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      When DeleteScalingPolicy is called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine"}
        """
      Then it fails with ObjectNotFoundException saying something starting with "No scaling policy found for service namespace: dynamodb, resource ID: table/{table}, scalable dimension: dynamodb:table:WriteCapacityUnits"

  Rule: The calls of tables set and show how replicas scale

    @id:AUTOSCALE-REPLICA-001 @tier:complete @op:DescribeTableReplicaAutoScaling @needs:auto-scaling @source:aws-api-DescribeTableReplicaAutoScaling
    Scenario: A table that does not exist is not described
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When DescribeTableReplicaAutoScaling is called with:
        """
        {"TableName": "assay-no-such-table"}
        """
      Then it fails with ResourceNotFoundException

    @id:AUTOSCALE-REPLICA-002 @tier:complete @op:UpdateTableReplicaAutoScaling @needs:auto-scaling @source:aws-api-UpdateTableReplicaAutoScaling
    Scenario: A table that does not exist cannot be changed
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When UpdateTableReplicaAutoScaling is called with:
        """
        {"TableName": "assay-no-such-table", "ProvisionedWriteCapacityAutoScalingUpdate": {"MinimumUnits": 2, "MaximumUnits": 20, "ScalingPolicyUpdate": {"PolicyName": "mine", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 50.0}}}}
        """
      Then it fails with ResourceNotFoundException

    @id:AUTOSCALE-REPLICA-003 @tier:complete @op:UpdateTableReplicaAutoScaling @needs:auto-scaling @unconfirmed @source:aws-api-UpdateTableReplicaAutoScaling
    Scenario: Settings of writes are shown
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      When UpdateTableReplicaAutoScaling is called with:
        """
        {"TableName": "{table}", "ProvisionedWriteCapacityAutoScalingUpdate": {"MinimumUnits": 2, "MaximumUnits": 20, "ScalingPolicyUpdate": {"PolicyName": "mine", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 50.0}}}}
        """
      Then the response contains:
        """
        {"TableAutoScalingDescription": {"TableName": "{table}", "Replicas": [{"ReplicaProvisionedWriteCapacityAutoScalingSettings": {"MinimumUnits": 2, "MaximumUnits": 20, "AutoScalingDisabled": false, "ScalingPolicies": [{"PolicyName": "mine", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 50.0}}]}}]}}
        """

    @id:AUTOSCALE-REPLICA-004 @tier:complete @op:DescribeTableReplicaAutoScaling @op:PutScalingPolicy @needs:application-auto-scaling @needs:auto-scaling @unconfirmed @source:aws-api-DescribeTableReplicaAutoScaling
    Scenario: What Application Auto Scaling was told is shown too
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "ScaleInCooldown": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      When DescribeTableReplicaAutoScaling is called with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"TableAutoScalingDescription": {"Replicas": [{"ReplicaProvisionedWriteCapacityAutoScalingSettings": {"MinimumUnits": 1, "MaximumUnits": 10, "ScalingPolicies": [{"PolicyName": "mine"}]}}]}}
        """

    @id:AUTOSCALE-REPLICA-005 @tier:complete @op:UpdateTableReplicaAutoScaling @needs:auto-scaling @unconfirmed @source:aws-api-UpdateTableReplicaAutoScaling
    Scenario: Settings are taken back
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And UpdateTableReplicaAutoScaling was called with:
        """
        {"TableName": "{table}", "ProvisionedWriteCapacityAutoScalingUpdate": {"MinimumUnits": 2, "MaximumUnits": 20, "ScalingPolicyUpdate": {"PolicyName": "mine", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 50.0}}}}
        """
      When UpdateTableReplicaAutoScaling is called with:
        """
        {"TableName": "{table}", "ProvisionedWriteCapacityAutoScalingUpdate": {"AutoScalingDisabled": true}}
        """
      Then the response contains:
        """
        {"TableAutoScalingDescription": {"Replicas": [{"ReplicaProvisionedWriteCapacityAutoScalingSettings": {"AutoScalingDisabled": true}}]}}
        """

    @id:AUTOSCALE-REPLICA-006 @tier:complete @op:UpdateTable @op:PutScalingPolicy @needs:application-auto-scaling @needs:multi-region @source:aws-guide-globaltables
    Scenario: A provisioned table whose writes scale may have replicas
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}
        """
      And RegisterScalableTarget was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10}
        """
      And PutScalingPolicy was called with:
        """
        {"ServiceNamespace": "dynamodb", "ResourceId": "table/{table}", "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "PolicyName": "mine", "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70.0, "PredefinedMetricSpecification": {"PredefinedMetricType": "DynamoDBWriteCapacityUtilization"}}}
        """
      And the table is global in 2 regions
      When DescribeTable is called in region 2 with:
        """
        {"TableName": "{table}"}
        """
      Then the response contains:
        """
        {"Table": {"ProvisionedThroughput": {"WriteCapacityUnits": 5}}}
        """
