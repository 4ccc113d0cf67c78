package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The picture of the modules in docs/architecture.md is the one that the classes make. */
@AnalyzeClasses(packages = "org.onewindow", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDiagramTest {

    private static final Path PAGE = Path.of("../docs/architecture.md");
    private static final String BEGIN = "<!-- modules:begin -->\n";
    private static final String END = "<!-- modules:end -->";

    private static final Map<String, String> MODULES = Map.of(
            "canonical", "canonical-model",
            "config", "config",
            "cases", "case-store",
            "licences", "licence-store",
            "connectors", "connectors",
            "routes", "routes",
            "devices", "device-routes",
            "portal", "portal-api",
            "hub", "hub",
            "simulators", "department-simulators");

    @ArchTest
    static void showsWhoImportsWhom(JavaClasses classes) throws IOException {
        var page = Files.readString(PAGE);

        var shown = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));

        var right = diagram(reduced(edges(classes)));
        assertThat(shown).as("write into docs/architecture.md:%n%s", right).isEqualTo(right);
    }

    private static Map<String, Set<String>> edges(JavaClasses classes) {
        var edges = new TreeMap<String, Set<String>>();
        for (var origin : classes) {
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                var from = module(origin);
                var to = module(dependency.getTargetClass());
                if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                    edges.computeIfAbsent(from.get(), _ -> new TreeSet<>()).add(to.get());
                }
            }
        }
        return edges;
    }

    private static Optional<String> module(JavaClass type) {
        var parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 && type.getPackageName().startsWith("org.onewindow.")
                ? Optional.ofNullable(MODULES.get(parts[2]))
                : Optional.empty();
    }

    /** Without the edges that others imply, so that the picture can be read. */
    private static Map<String, Set<String>> reduced(Map<String, Set<String>> edges) {
        var reduced = new TreeMap<String, Set<String>>();
        edges.forEach((from, targets) -> reduced.put(
                from,
                targets.stream()
                        .filter(to ->
                                targets.stream().noneMatch(other -> !other.equals(to) && reaches(edges, other, to)))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return reduced;
    }

    private static boolean reaches(Map<String, Set<String>> edges, String from, String to) {
        return edges.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next.equals(to) || reaches(edges, next, to));
    }

    private static String diagram(Map<String, Set<String>> edges) {
        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        edges.forEach((from, targets) -> targets.forEach(to ->
                text.append("    ").append(from).append(" --> ").append(to).append('\n')));
        return text.append("```\n").toString();
    }
}
