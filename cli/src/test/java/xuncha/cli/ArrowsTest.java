package xuncha.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The arrows of the house: a star round `findings`, and each outside library let in by one door.
@AnalyzeClasses(packages = "xuncha", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {
  @ArchTest
  static final ArchRule findingsKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("xuncha.findings..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("xuncha..").and(resideOutsideOfPackages("xuncha.findings..")));

  @ArchTest static final ArchRule crawlerKnowsOnlyFindings = knowsOnlyFindings("crawler");
  @ArchTest static final ArchRule checksKnowOnlyFindings = knowsOnlyFindings("checks");
  @ArchTest static final ArchRule schedulerKnowsOnlyFindings = knowsOnlyFindings("scheduler");
  @ArchTest static final ArchRule reportsKnowOnlyFindings = knowsOnlyFindings("reports");
  @ArchTest static final ArchRule labKnowsOnlyFindings = knowsOnlyFindings("lab");

  /// The benchmark's bare loop is what the product is measured against, and no part of it.
  @ArchTest
  static final ArchRule okHttpHasOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage("xuncha.crawler.fetch..")
          .and()
          .haveNameNotMatching("xuncha\\.cli\\.bench\\.BareLoop.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("okhttp3..");

  @ArchTest
  static final ArchRule playwrightHasOneDoor =
      oneDoor("com.microsoft.playwright..", "xuncha.crawler.render..");

  @ArchTest
  static final ArchRule dnsjavaHasOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackages("xuncha.crawler.names..", "xuncha.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.xbill..");

  @ArchTest static final ArchRule quartzHasOneDoor = oneDoor("org.quartz..", "xuncha.scheduler..");

  @ArchTest
  static final ArchRule javalinHasOneDoor = oneDoor("io.javalin..", "xuncha.reports.dashboard..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("xuncha.cli..", "xuncha.lab..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule judgingNeverFetches =
      noClasses()
          .that()
          .resideInAPackage("xuncha.checks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..", "org.jsoup..");

  @ArchTest
  static final ArchRule noCirclesWithinAModule =
      slices().matching("xuncha.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theSystemsOwnZoneIsNeverAsked =
      noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault");

  @ArchTest
  static final ArchRule noRoomsWithoutAMeaning =
      classes()
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)$")
          .andShould()
          .resideOutsideOfPackages("..util..", "..common..", "..helper..");

  private static ArchRule knowsOnlyFindings(String module) {
    return noClasses()
        .that()
        .resideInAPackage("xuncha." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("xuncha..")
                .and(resideOutsideOfPackages("xuncha.findings..", "xuncha." + module + "..")))
        .allowEmptyShould(true);
  }

  private static ArchRule oneDoor(String library, String room) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
