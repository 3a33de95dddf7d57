package io.lida.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lida.contract.Access;
import io.lida.contract.Agents;
import io.lida.contract.Ask;
import io.lida.contract.Deliberation;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Studies;
import io.lida.contract.Topic;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBusOptions;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that keep it a house: who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "io.lida", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<Class<?>> PROTOCOLS =
      List.of(
          Access.class,
          Agents.class,
          Deliberation.class,
          Llm.class,
          Monitor.class,
          Personas.class,
          Runs.class,
          Studies.class);

  @ArchTest
  static final ArchRule theContractKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage("io.lida.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.lida.science..",
              "io.lida.store..",
              "io.lida.personas..",
              "io.lida.llm..",
              "io.lida.deliberation..",
              "io.lida.analysis..",
              "io.lida.monitor..",
              "io.lida.gateway..",
              "io.lida.launcher..",
              "io.lida.cli..");

  @ArchTest static final ArchRule scienceKnowsNoOtherRoom = onlyKnows("science");

  @ArchTest
  static final ArchRule scienceIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("io.lida.science..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "com.fasterxml..");

  @ArchTest static final ArchRule theStoreKnowsOnlyTheContract = onlyKnows("store", "contract");

  @ArchTest static final ArchRule personasKnowOnlyTheContract = onlyKnows("personas", "contract");

  @ArchTest
  static final ArchRule llmKnowsContractStoreAndScience =
      onlyKnows("llm", "contract", "store", "science");

  @ArchTest
  static final ArchRule theEngineKnowsContractStoreAndScience =
      onlyKnows("deliberation", "contract", "store", "science");

  @ArchTest
  static final ArchRule analysisKnowsContractStoreAndScience =
      onlyKnows("analysis", "contract", "store", "science");

  @ArchTest
  static final ArchRule monitorKnowsContractAndStore = onlyKnows("monitor", "contract", "store");

  @ArchTest static final ArchRule theGatewayKnowsOnlyTheContract = onlyKnows("gateway", "contract");

  @ArchTest
  static final ArchRule onlyTheGatewayServesHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lida.gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.ext.web..");

  @ArchTest
  static final ArchRule theCommandLineKnowsContractLauncherAndScience =
      onlyKnows("cli", "contract", "launcher", "science");

  @ArchTest
  static final ArchRule theLaboratoryKnowsOnlyScience =
      noClasses()
          .that()
          .resideInAPackage("io.lida.cli.lab..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("io.lida..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "io.lida.cli.lab..", "io.lida.science..")));

  @ArchTest
  static final ArchRule onlyTheStoreSpeaksToRedis =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lida.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.redis..");

  @ArchTest
  static final ArchRule onlyTheBusTouchesTheEventBus =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lida.contract..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("io.vertx.core.eventbus..")
                  // How the bus is reached is for who builds Vert.x to say.
                  .and(DescribedPredicate.not(JavaClass.Predicates.type(EventBusOptions.class))));

  @ArchTest
  static final ArchRule nobodyLocksOrCountsOverTheCluster =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.vertx.core.shareddata..");

  @ArchTest
  static final ArchRule nobodyReachesIntoVertx =
      noClasses()
          .that()
          // A place in every context is had by an interface of Vert.x that names one of its own.
          .doNotHaveFullyQualifiedName("io.lida.contract.TraceLocal")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.core.impl..", "io.vertx.core.internal..");

  @ArchTest
  static final ArchRule theEngineCoreIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("io.lida.deliberation..")
          .and()
          .haveNameMatching(
              ".*\\.(State|Transcript|Engine|Intention.*|Outcome|Tally|Pool|Ratio|Document|Markdown|Answers"
                  + "|Replies|Prompts|Lexicon|ScenarioReader|ScenarioRules|Sentences|Summaries|Briefing)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.util.random..", "io.lida.store..");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule nobodyReadsTheWallClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule verticlesShowThemselvesAndTheirOptionsOnly =
      classes()
          .that()
          .resideInAnyPackage(
              "io.lida.personas",
              "io.lida.llm",
              "io.lida.deliberation",
              "io.lida.analysis",
              "io.lida.monitor",
              "io.lida.gateway")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(".*(Verticle|Options)");

  @ArchTest
  static void noNameHidesWhatAClassDoes(JavaClasses all) {
    List<String> vague =
        all.stream()
            .map(type -> type.getSimpleName())
            .filter(name -> name.matches(".*(Impl|Manager|Helper|Util|Utils)"))
            .toList();
    assertEquals(List.of(), vague);
  }

  @Test
  void everyAddressIsUniqueLowerCaseAndDotted() throws Exception {
    List<String> addresses = addresses();
    assertEquals(addresses.size(), new HashSet<>(addresses).size());
    for (String address : addresses) {
      assertTrue(address.matches("lida(\\.[a-z]+)+"), address);
    }
  }

  @Test
  void everyRoomWithAVerticleHasOne() throws Exception {
    for (String name :
        List.of(
            "io.lida.store.RunsVerticle",
            "io.lida.personas.PersonasVerticle",
            "io.lida.llm.LlmVerticle",
            "io.lida.deliberation.DeliberationVerticle",
            "io.lida.analysis.StudyVerticle",
            "io.lida.monitor.MonitorVerticle",
            "io.lida.gateway.GatewayVerticle")) {
      assertTrue(VerticleBase.class.isAssignableFrom(Class.forName(name)), name);
    }
  }

  private static List<String> addresses() throws IllegalAccessException {
    List<String> addresses = new ArrayList<>();
    for (Class<?> protocol : PROTOCOLS) {
      for (Field field : protocol.getFields()) {
        switch (field.get(null)) {
          case Ask<?, ?> ask -> addresses.add(ask.address());
          case Topic<?> topic -> addresses.add(topic.address());
          default -> {}
        }
      }
    }
    return addresses;
  }

  private static ArchRule onlyKnows(String room, String... known) {
    List<String> allowed = new ArrayList<>(List.of("io.lida." + room + ".."));
    for (String other : known) {
      allowed.add("io.lida." + other + "..");
    }
    return noClasses()
        .that()
        .resideInAPackage("io.lida." + room + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("io.lida..")
                .and(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                        allowed.toArray(String[]::new))));
  }
}
