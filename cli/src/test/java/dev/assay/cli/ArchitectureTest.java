package dev.assay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the design that the compiler does not hold. */
@DisplayName("The architecture")
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.assay");

  /** The only classes that may ask the machine for the time, for chance or for a pause, and why. */
  private static final Map<String, String> ADAPTERS =
      Map.ofEntries(
          Map.entry(
              "dev.assay.cli.Assay", "hands the process's clock and seeds to everything else"),
          Map.entry("dev.assay.cli.bench.Timing", "the clock that a bench measures in"),
          Map.entry("dev.assay.engine.EngineSettings", "the default that a caller replaces"),
          Map.entry("dev.assay.engine.Engine", "the randomness that ids are made from"),
          Map.entry("dev.assay.engine.Regions", "the randomness that ids are made from"),
          Map.entry("dev.assay.proxy.WallClock", "the proxy's clock adapter"),
          Map.entry("dev.assay.proxy.ProxySettings", "the default that a caller replaces"),
          Map.entry("dev.assay.features.poll.Poll", "waits between two looks"),
          Map.entry(
              "dev.assay.features.history.NanoClock", "the clock that histories are measured in"),
          Map.entry("dev.assay.features.suite.Suite", "hands the clock to the run"),
          Map.entry("dev.assay.features.suite.Execution", "measures the run"));

  private static final Set<String> FROM_THE_MACHINE =
      Set.of(
          "java.lang.Thread.sleep",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.InstantSource.system",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.concurrent.locks.LockSupport.parkNanos");

  /** Seeded generators are fine; these constructors take their seed from the machine. */
  private static final Set<String> UNSEEDED =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  @ParameterizedTest(name = "{0}: at least {1} classes were looked at")
  @CsvSource({"engine, 60", "fault, 10", "proxy, 30", "features, 40", "reports, 25", "cli, 25"})
  void everyModuleIsSeen(String module, int minimum) {
    assertThat(ALL.that(in(module))).hasSizeGreaterThanOrEqualTo(minimum);
  }

  @ParameterizedTest(name = "{0} does not know {1}")
  @CsvSource({
    "engine, fault proxy features reports cli",
    "fault, engine proxy features reports cli",
    "proxy, engine features reports cli",
    "features, engine fault proxy reports cli",
    "reports, engine fault proxy features cli",
  })
  void modulesKnowOnlyThoseBelowThem(String module, String others) {
    String[] forbidden =
        java.util.Arrays.stream(others.split(" "))
            .map(other -> "dev.assay." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that(in(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(ALL);
  }

  @Test
  void theVocabularyOfFaultsDoesNotKnowNetty() {
    noClasses()
        .that(in("fault"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(ALL);
  }

  @Test
  void theProxyDoesNotKnowCucumber() {
    noClasses()
        .that(in("proxy"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cucumber..")
        .check(ALL);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.assay.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void onlyTheCommandLineTouchesTheConsole() {
    noClasses()
        .that(DescribedPredicate.not(in("cli")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }

  @Test
  void timeChanceAndPausesComeFromAdapters() {
    assertThat(
            ALL.stream()
                .filter(type -> !ADAPTERS.containsKey(outermost(type)))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(ArchitectureTest::asksTheMachine)
                .map(call -> call.getDescription())
                .collect(Collectors.toSet()))
        .isEmpty();
    assertThat(
            ALL.stream()
                .filter(type -> !ADAPTERS.containsKey(outermost(type)))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> UNSEEDED.contains(call.getTargetOwner().getName()))
                .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
                .map(call -> call.getDescription())
                .collect(Collectors.toSet()))
        .isEmpty();
  }

  @Test
  void everyAdapterNamedHereExists() {
    assertThat(ALL.stream().map(JavaClass::getName).collect(Collectors.toSet()))
        .containsAll(ADAPTERS.keySet());
  }

  private static boolean asksTheMachine(JavaMethodCall call) {
    boolean handedIn =
        call.getTarget().getName().equals("now")
            && !call.getTarget().getRawParameterTypes().isEmpty();
    return !handedIn
        && FROM_THE_MACHINE.contains(
            call.getTargetOwner().getName() + "." + call.getTarget().getName());
  }

  private static String outermost(JavaClass type) {
    int dollar = type.getName().indexOf('$');
    return dollar < 0 ? type.getName() : type.getName().substring(0, dollar);
  }

  private static DescribedPredicate<JavaClass> in(String module) {
    return JavaClass.Predicates.resideInAPackage("dev.assay." + module + "..");
  }
}
