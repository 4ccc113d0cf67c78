package org.onewindow.cases;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The machine decides from what it is given: the same case and event always give the same decision. */
class PurityTest {

    private static final JavaClasses MACHINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.onewindow.cases");

    @Test
    void theMachineKnowsNeitherDatabaseNorFilesNorChance() {
        noClasses()
                .that()
                .resideInAPackage("org.onewindow.cases")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.io",
                        "java.net..",
                        "java.nio.file..",
                        "java.util.random..",
                        "org.onewindow.cases.store..",
                        "org.onewindow.cases.postgres..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(util\\.Random|util\\.concurrent\\.ThreadLocalRandom|security\\.SecureRandom)")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("decide is pure: time is in the event, correlations come of the case's seed")
                .check(MACHINE);
    }

    @Test
    void theEmbeddedServerKnowsNothingOfCases() {
        noClasses()
                .that()
                .resideInAPackage("org.onewindow.cases.postgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.onewindow.cases", "org.onewindow.cases.store..", "org.onewindow.canonical..")
                .check(MACHINE);
    }
}
