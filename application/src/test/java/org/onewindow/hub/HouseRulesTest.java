package org.onewindow.hub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The picture of the house (docs/architecture.md), once more in code: who imports whom, and how code here looks. */
@AnalyzeClasses(packages = "org.onewindow", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of(
            "canonical-model",
            "config",
            "case-store",
            "licence-store",
            "connectors",
            "routes",
            "device-routes",
            "portal-api",
            "application",
            "department-simulators");

    /** Where the house stands; these only ever go down: the aims are 0.45, 90 and 30. */
    private static final double PUBLIC_SHARE = 0.48;

    private static final int LONG = 102;
    private static final int USUAL = 36;

    private static final int LONGEST = 250;

    @ArchTest
    static final ArchRule modulesImportDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.onewindow..")
            .withOptionalLayers(true)
            .layer("canonical")
            .definedBy("org.onewindow.canonical..")
            .layer("config")
            .definedBy("org.onewindow.config..")
            .layer("cases")
            .definedBy("org.onewindow.cases..")
            .layer("licences")
            .definedBy("org.onewindow.licences..")
            .layer("connectors")
            .definedBy("org.onewindow.connectors..")
            .layer("routes")
            .definedBy("org.onewindow.routes..")
            .layer("devices")
            .definedBy("org.onewindow.devices..")
            .layer("portal")
            .definedBy("org.onewindow.portal..")
            .layer("hub")
            .definedBy("org.onewindow.hub..")
            .layer("simulators")
            .definedBy("org.onewindow.simulators..")
            .whereLayer("hub")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("simulators")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portal")
            .mayOnlyBeAccessedByLayers("hub")
            .whereLayer("devices")
            .mayOnlyBeAccessedByLayers("hub")
            .whereLayer("routes")
            .mayOnlyBeAccessedByLayers("portal", "devices", "hub")
            .whereLayer("connectors")
            .mayOnlyBeAccessedByLayers("routes", "hub")
            .whereLayer("licences")
            .mayOnlyBeAccessedByLayers("routes", "portal", "devices", "hub")
            .whereLayer("cases")
            .mayOnlyBeAccessedByLayers("licences", "routes", "portal", "devices", "hub")
            .whereLayer("simulators")
            .mayOnlyAccessLayers("config", "canonical")
            .whereLayer("config")
            .mayOnlyAccessLayers("canonical")
            .whereLayer("canonical")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule modulesMakeNoCircles =
            slices().matching("org.onewindow.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule springAnnotationsStandWhereTheApplicationIs = noClasses()
            .that()
            .resideOutsideOfPackages("org.onewindow.hub..", "org.onewindow.portal..")
            .should()
            .beAnnotatedWith(springs())
            .because("everything else is constructors, so that its tests start in milliseconds");

    @ArchTest
    static final ArchRule springAnnotationsStandOnNoMethodsElsewhere = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("org.onewindow.hub..", "org.onewindow.portal..")
            .should()
            .beAnnotatedWith(springs());

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Common)")
            .because("a thing that has no better name is not yet understood");

    @ArchTest
    static final ArchRule routesHoldNoCode = noClasses()
            .should()
            .implement("org.apache.camel.Processor")
            .because("what a route does is a class of ours, called by .bean");

    @ArchTest
    static final ArchRule aHubWithoutABucketLoadsNothingOfAmazons = noClasses()
            .that()
            .haveNameNotMatching("org\\.onewindow\\.licences\\.blobs\\.(Bucket|BucketClient|ShortAnswers(\\$.*)?)")
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.."))
            .because("ADR-0007: whoever keeps uploads in PostgreSQL pays nothing for those who do not");

    @ArchTest
    static final ArchRule simulatorsAreNoPartOfTheHub = noClasses()
            .that()
            .resideOutsideOfPackage("org.onewindow.simulators..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.onewindow.simulators.."));

    @ArchTest
    static void lessThanHalfOfTheTypesArePublic(JavaClasses classes) {
        var top = classes.stream()
                .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
                .toList();

        var open = top.stream()
                .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat(open / (double) top.size())
                .as("%d of %d types are public", open, top.size())
                .isLessThanOrEqualTo(PUBLIC_SHARE);
    }

    @ArchTest
    static void filesAreShort(JavaClasses classes) throws IOException {
        assertThat(classes).isNotEmpty();
        var lengths = MODULES.stream().flatMap(HouseRulesTest::sources).sorted().toList();

        assertThat(MODULES.stream().flatMap(HouseRulesTest::tooLong)).isEmpty();
        assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(USUAL);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("90 of 100").isLessThanOrEqualTo(LONG);
    }

    private static DescribedPredicate<JavaAnnotation<?>> springs() {
        return DescribedPredicate.describe(
                "an annotation of Spring",
                annotation -> annotation.getRawType().getPackageName().startsWith("org.springframework"));
    }

    private static Stream<Integer> sources(String module) {
        return files(module).stream().map(HouseRulesTest::length);
    }

    private static Stream<String> tooLong(String module) {
        return files(module).stream()
                .filter(file -> length(file) > LONGEST)
                .map(file -> ROOT.relativize(file) + ": " + length(file));
    }

    private static List<Path> files(String module) {
        try (var found = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return found.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Lines of code: no blanks, comments, imports. */
    private static int length(Path file) {
        try (var lines = Files.lines(file)) {
            return (int) lines.map(String::strip)
                    .filter(line -> !line.isEmpty()
                            && !line.startsWith("//")
                            && !line.startsWith("*")
                            && !line.startsWith("/*")
                            && !line.startsWith("import ")
                            && !line.startsWith("package "))
                    .count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
