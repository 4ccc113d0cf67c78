package org.onewindow.connectors.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.Localised;
import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.contract.WsdlDoctor;

/** A newer contract under a department that people have worked on. */
final class RefreshTest {

    private static final Path OLD = Path.of("../docs/tutorial/social-security");
    private static final Path NEW = OLD.resolve("v2");
    private static final Glossary GLOSSARY = Glossary.of(Path.of("../config"));

    @TempDir
    Path departments = Path.of("");

    private void draft(List<String> operations) {
        var wish = Wish.byHttp("social-security", new Localised("人社局", "Social security"), operations);
        if (new Drafting(wish, GLOSSARY).draft(contract(OLD)) instanceof Drafting.Outcome.Drafted(var draft)) {
            try (var folder = DraftedFolder.write(draft, departments, OLD)) {
                folder.moveTo(departments);
            }
        }
    }

    @BeforeEach
    void aFolderThatPeopleWorkedOn() throws IOException {
        draft(List.of());
        decide("department.yaml", "effect: none", "effect: key");
        decide("mappings/register-insured.request.xslt", "drafted from the contract", "decided by people");
    }

    @Test
    void showsWhatChangesAndBreaksAndWritesNothing() throws IOException {
        var before = files();

        try (var refresh = Refresh.of("social-security", departments, contract(NEW), NEW)) {
            assertThat(refresh.changes())
                    .containsExactly(new Change(
                            Change.Kind.MANDATORY_ADDED, "RegisterInsured", "request/RegisterInsured/hkxz", "string"));
            assertThat(refresh.breaks())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("HUB-3004"))
                    .allSatisfy(fault -> assertThat(fault.file()).contains("register-insured"));
        }

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void takesTheContractOverAndKeepsWhatPeopleDecided() throws IOException {
        try (var refresh = Refresh.of("social-security", departments, contract(NEW), NEW)) {
            refresh.write();
        }

        var after = files();
        assertThat(after.get("contract/insured.xsd")).isEqualTo(Files.readString(NEW.resolve("insured.xsd")));
        assertThat(after.get("department.yaml")).contains("effect: key");
        assertThat(after.get("mappings/register-insured.request.xslt")).contains("decided by people");
        assertThat(departments)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void findsNothingInTheSameContract() {
        try (var refresh = Refresh.of("social-security", departments, contract(OLD), OLD)) {
            assertThat(refresh.changes()).isEmpty();
            assertThat(refresh.breaks()).isEmpty();
        }
    }

    @Test
    void draftsAnOperationThatIsAskedForBesideThoseThatPeopleWorkedOn() throws IOException {
        Folders.delete(departments.resolve("social-security"));
        draft(List.of("QueryInsured"));
        decide("department.yaml", "effect: read", "effect: read    # decided by people");
        var before = files();
        assertThat(before.get("department.yaml")).contains("# not described: RegisterInsured");

        try (var refresh = Refresh.of("social-security", departments, contract(NEW), NEW)) {
            assertThat(refresh.add(List.of("RegisterInsured", "QueryInsured"), GLOSSARY))
                    .isEmpty();
            assertThat(refresh.breaks()).isEmpty();
            refresh.write();
        }

        var after = files();
        assertThat(after.get("department.yaml"))
                .contains("  register-insured:\n", "call: RegisterInsured", "# decided by people")
                .doesNotContain("not described: RegisterInsured");
        assertThat(after)
                .containsKeys(
                        "mappings/register-insured.request.xslt",
                        "samples/register-insured/to-department.xml",
                        "simulator/mappings/register-insured.json");
        assertThat(after.get("README.md")).contains("## `register-insured`");
        before.keySet().stream()
                .filter(name -> name.startsWith("mappings/") || name.startsWith("samples/"))
                .forEach(name -> assertThat(after.get(name)).as(name).isEqualTo(before.get(name)));
    }

    @Test
    void refusesAnOperationThatTheNewerContractDoesNotHave() throws IOException {
        var before = files();
        try (var refresh = Refresh.of("social-security", departments, contract(NEW), NEW)) {
            assertThat(refresh.add(List.of("RegisterInsurde"), GLOSSARY))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.what().en()).contains("RegisterInsured"));
        }
        assertThat(files()).isEqualTo(before);
    }

    private static Contract contract(Path folder) {
        return switch (WsdlDoctor.examine(folder.resolve("SocialSecurity.wsdl"))) {
            case Verdict.Usable usable -> usable.contract();
            default -> throw new AssertionError("it is usable");
        };
    }

    private void decide(String file, String before, String after) throws IOException {
        var path = departments.resolve("social-security").resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private Map<String, String> files() throws IOException {
        var folder = departments.resolve("social-security");
        var files = new TreeMap<String, String>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
