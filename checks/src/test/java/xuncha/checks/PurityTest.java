package xuncha.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks are pure: a visit in, an outcome out.
@AnalyzeClasses(packages = "xuncha.checks", importOptions = PurityTest.MainClasses.class)
class PurityTest {
  /// Leaves out the tests, wherever a build puts them.
  static final class MainClasses implements ImportOption {
    private static final Pattern TESTS = Pattern.compile(".*/test(-classes)?/.*");

    @Override
    public boolean includes(Location location) {
      return !location.matches(TESTS);
    }
  }

  @ArchTest
  static final ArchRule KNOW_ONLY_THE_VOCABULARY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "xuncha.checks..",
              "xuncha.findings..",
              "org.slf4j..",
              "org.jspecify..",
              "com.google.auto.service..");

  @ArchTest
  static final ArchRule TOUCH_NO_NETWORK_FILE_OR_THREAD =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "java.nio.file..",
              "java.sql..",
              "java.util.concurrent..",
              "xuncha.findings.store..");

  @ArchTest
  static final ArchRule USE_NO_STREAMS_OR_SYSTEM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.System")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.PrintStream");

  @ArchTest static final ArchRule ASK_NO_CLOCK = classes().should(neverAskForNow());

  @ArchTest
  static final ArchRule LOG_ONLY_IN_THE_EXAMINER =
      noClasses()
          .that()
          .doNotHaveSimpleName("Examiner")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..");

  private static ArchCondition<JavaClass> neverAskForNow() {
    var clocks =
        Set.of("now", "systemUTC", "systemDefaultZone", "system", "currentTimeMillis", "nanoTime");
    return new ArchCondition<>("never ask for the current time") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
          var time = call.getTargetOwner().getPackageName().equals("java.time");
          if (time && clocks.contains(call.getName())) {
            events.add(SimpleConditionEvent.violated(type, call.getDescription()));
          }
        }
      }
    };
  }
}
