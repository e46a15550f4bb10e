package io.github.steelyard.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.steelyard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("io.github.steelyard.(**)")
          .should()
          .beFreeOfCycles()
          .because("a room that can only be understood together with another is one room");

  @ArchTest
  static final ArchRule nothingKnowsTheJobs =
      noClasses()
          .that()
          .resideOutsideOfPackage("..jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.steelyard.jobs..")
          .because("jobs wires the others together; they must work without it");

  @ArchTest
  static final ArchRule reportsAndDataSetsNeverMeet =
      noClasses()
          .that()
          .resideInAPackage("..reports..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.steelyard.datasets..")
          .because("a report is made of values, whatever data they came from");

  @ArchTest
  static final ArchRule onlyEngineModulesKnowTheirLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.steelyard.engine.dl4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.steelyard.engine.dl4j..", "org.deeplearning4j..", "org.nd4j..")
          .because(
              "an engine is found by ServiceLoader, so that the next one needs no change here");

  @ArchTest
  static final ArchRule onlyItsModuleKnowsOnnxRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.steelyard.engine.onnxruntime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.steelyard.engine.onnxruntime..", "ai.onnxruntime..")
          .because("the same goes for this engine");

  @ArchTest
  static final ArchRule enginesRunWithoutSpark =
      noClasses()
          .that()
          .resideInAPackage("io.github.steelyard.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..")
          .because("a model can be scored, tested and embedded without a cluster");

  @ArchTest
  static final ArchRule threeClassesKnowWhatSparkCallsInternal =
      noClasses()
          .that()
          .haveNameNotMatching(
              "io[.]github[.]steelyard[.]datasets[.]column[.]Internal(Rows|Batches)([$].*)?")
          .and()
          .haveNameNotMatching("io[.]github[.]steelyard[.]datasets[.]slice[.]SqlExpression([$].*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark.sql.catalyst..", "org.apache.spark.sql.execution..")
          .because("another version of Spark should cost three classes, not a search");
}
