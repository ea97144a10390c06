package dev.assay.engine.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Auto scaling of tables that are kept on disk")
class ScalingOnDiskTest {
  @TempDir private Path folder;

  @Test
  void is_set_up_as_before_when_the_engine_starts_again() {
    EngineSettings settings = EngineSettings.defaults().withData(folder);
    try (EngineFixture engine = EngineFixture.start(settings)) {
      engine.ok(
          "CreateTable",
          "{'TableName':'Orders','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
              + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
              + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}");
      EngineFixture.Reply registered =
          engine.callScaling(
              "RegisterScalableTarget",
              "{'ServiceNamespace':'dynamodb','ResourceId':'table/Orders','ScalableDimension':"
                  + "'dynamodb:table:ReadCapacityUnits','MinCapacity':2,'MaxCapacity':30}");
      assertThat(registered.status()).isEqualTo(200);
    }

    try (EngineFixture engine = EngineFixture.start(settings)) {
      assertThat(
              engine
                  .callScaling("DescribeScalableTargets", "{'ServiceNamespace':'dynamodb'}")
                  .at("/ScalableTargets/0/MaxCapacity")
                  .asLong())
          .isEqualTo(30);
    }
  }
}
