package org.onewindow.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.canonical.Localised;
import org.onewindow.connectors.draft.DraftedFolder;
import org.onewindow.connectors.draft.Drafting;
import org.onewindow.connectors.draft.Glossary;
import org.onewindow.connectors.draft.Wish;

/** Contracts with one defect each: the verdict, where, and why; and what can be used becomes a folder that holds. */
@Isolated("it measures")
final class ContractDoctorTest {

    private static final Path CONTRACTS = Path.of("src/test/resources/org/onewindow/connectors/contract");

    @TempDir
    Path out = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a sound WSDL is usable                                         | sound | usable |
            SOAP 1.2 is spoken                                             | soap-12 | usable |
            rpc/literal is spoken                                          | rpc-literal | usable |
            a schema without a namespace takes that of its includer        | chameleon | usable |
            an imported WSDL is followed                                   | imported-wsdl | usable |
            choices, abstract types, nillable and attributes are followed  | abstract-and-choice | usable |
            a recursion that may end is followed once                      | bounded-recursion | usable |
            WS-Addressing that is asked for is sent                        | addressing-wanted | usable | asks for WS-Addressing
            WS-Security that is asked for is told                          | security-wanted | usable | asks for WS-Security: UsernameToken
            an ambiguous content model is read in its order                | ambiguous-content | usable | office.wsdl:6:44 read an ambiguous content model
            xml.xsd by its address comes from the catalogue                | xml-namespace-by-address | usable | taken from config/schema/catalog
            xml.xsd that nobody imports comes from the catalogue           | xml-namespace-not-imported | repaired | office.wsdl:10:53 added the missing import
            xml.xsd with its DTD loses it                                  | xml-namespace-with-dtd | repaired | xml.xsd:3:111 dropped the DOCTYPE
            a missing import of an inline schema is added                  | missing-import | repaired | office.wsdl:7:55 added the missing import
            a missing import of a file is added                            | missing-import-of-file | repaired | office.wsdl:7:55 added the missing import
            a location on the network is found in the folder by namespace  | wrong-location | repaired | took xsd/common.xsd of the folder
            a location of another namespace is found by namespace          | location-of-another-namespace | repaired | took xsd/common.xsd of the folder for other.xsd
            a file name in the wrong case is found                         | upper-case-file | repaired | took common.xsd of the folder for Common.XSD
            a location of what stands inline is dropped                    | location-although-inline | repaired | dropped the location http://intranet/office?xsd=2
            an import that nothing uses is dropped                         | unused-missing-file | repaired | dropped the import common.xsd
            an imported WSDL on the network is found by its namespace      | imported-wsdl-by-address | repaired | took Office_wsdl0.wsdl of the folder
            an import that comes too late is moved                         | late-import | repaired | moved the import urn:common to the front
            a file that is missing is asked for                            | missing-file | unusable | office.wsdl:6:71: HUB-3205 common.xsd
            nothing outside the folder is read                             | outside-the-folder | unusable | office.wsdl:6:84: HUB-3206 ../../secret/common.xsd
            a name in the wrong namespace is taken where it is             | wrong-namespace | repaired | took {urn:office}Kind for {urn:office:2019}Kind
            a name without its prefix is taken where it is                 | unqualified-type | repaired | took {urn:office}Kind for
            an undeclared prefix of a part is declared                     | undeclared-prefix | repaired | office.wsdl:18:66 declared the prefix ns1 as urn:office
            an undeclared usual prefix is declared                         | undeclared-soap-prefix | repaired | declared the prefix soap
            a built-in type in the wrong case is mended                    | misspelt-builtin | repaired | office.wsdl:7:51 took
            an equal second declaration is dropped                         | equal-duplicate | repaired | office.wsdl:16:35 dropped the second
            a different second declaration is nobody's guess               | different-duplicate | unusable | office.wsdl:16:35: HUB-3208
            a part of a type that is an element is mended                  | type-for-element | repaired | made the part body one of an element
            a part of an element that is a type gets that element          | element-without-declaration | repaired | added the element {urn:office}Apply
            a part of an unknown element tells what was meant              | unknown-element | unusable | office.wsdl:18:65: HUB-3207 {urn:office}Aply is used and declared nowhere; did you mean "Apply"?
            an import of its own namespace becomes an include              | own-namespace-imported | repaired | made the import of its own namespace an include
            an include of another namespace becomes an import              | other-namespace-included | repaired | made the include of another namespace an import
            bytes that are not what they say are read                      | gbk-declared-utf-8 | repaired | read as GB18030, though it says UTF-8
            a byte order mark counts for more than the declaration         | bom-declared-utf-16 | repaired | read as UTF-8, though it says UTF-16
            blank lines before the declaration are dropped                 | blank-line-first | repaired | dropped what stood before the XML declaration
            a DOCTYPE without entities is dropped                          | doctype | repaired | dropped the DOCTYPE
            an entity bomb is refused                                      | entity-bomb | unusable | office.wsdl:2:1: HUB-3202
            an external entity is refused                                  | external-entity | unusable | office.wsdl:2:1: HUB-3202
            broken XML tells its line                                      | not-well-formed | unusable | office.wsdl:17:5: HUB-3201
            a WSDL without a service gets one                              | no-service | repaired | added the service Office
            a WSDL without a binding cannot be spoken                      | no-binding | unusable | HUB-3210
            a binding of an unknown port type tells what was meant         | binding-of-unknown-port-type | unusable | office.wsdl:26:43: HUB-3207 portType {urn:office}Prot is used and declared nowhere; did you mean "Port"?
            rpc/encoded is refused                                         | rpc-encoded | unusable | office.wsdl:17:29: HUB-3211
            a one-way operation is refused                                 | one-way | unusable | office.wsdl:27:29: HUB-3212
            a body of two elements is refused                              | two-body-parts | unusable | office.wsdl:28:29: HUB-3214
            an invalid schema tells its line                               | invalid-schema | unusable | office.wsdl:9:57: HUB-3209
            an element that must contain itself is refused                 | endless-recursion | unusable | HUB-3217 Node must contain itself
            a WSDL 2.0 is refused                                          | wsdl-2 | unusable | HUB-3204 no such contract: it is a WSDL 2.0
            a schema alone is refused                                      | only-a-schema | unusable | HUB-3204 no such contract: it is an XML Schema
            a web page is refused                                          | web-page | unusable | HUB-3204 no such contract: it is a web page
            an empty file is refused                                       | empty | unusable | office.wsdl:1:1: HUB-3201
            a sound OpenAPI 3.0 is usable                                  | openapi-sound | usable |
            an OpenAPI 3.1 is usable                                       | openapi-31 | usable |
            a JSON with tabs is usable                                     | openapi-json-with-tabs | usable |
            references to files of the folder are followed                 | openapi-other-file | usable | openapi.yaml:13:71 took in what stands in schemas/person.yaml
            a reference that leads nowhere tells its line                  | openapi-dangling-reference | unusable | openapi.yaml:13:71: HUB-3215 the reference #/components/schemas/Persn leads nowhere
            a reference to the network is not followed                     | openapi-network-reference | unusable | openapi.yaml:13:71: HUB-3205
            a reference out of the folder is not followed                  | openapi-outside | unusable | openapi.yaml:13:71: HUB-3206
            a missing operationId is supplied                              | openapi-without-operation-id | repaired | openapi.yaml:16:7 added the operationId post_persons
            a repeated operationId is renamed                              | openapi-same-operation-id | repaired | openapi.yaml:16:7 renamed the repeated operationId to getPerson2
            an undeclared path parameter is supplied                       | openapi-undeclared-path-parameter | repaired | openapi.yaml:7:7 added the path parameter id
            missing responses are supplied                                 | openapi-without-responses | repaired | added the missing responses
            a body that is no JSON is refused                              | openapi-xml-body | unusable | openapi.yaml:7:7: HUB-3216 not spoken: application/xml
            Swagger 2 is refused with a remedy                             | openapi-swagger-2 | unusable | convert it to OpenAPI 3
            an OpenAPI without paths is refused                            | openapi-no-paths | unusable | HUB-3204
            broken YAML tells its line                                     | openapi-bad-yaml | unusable | openapi.yaml:16:18: HUB-3219
            a tag is refused                                               | openapi-tag | unusable | openapi.yaml:2:15: HUB-3219
            an alias bomb is refused                                       | openapi-alias-bomb | unusable | HUB-3219
            a repeated key is refused                                      | openapi-duplicate-key | unusable | openapi.yaml:17:7: HUB-3219
            """)
    void saysOfEachContract(String sentence, String folder, String verdict, String words) throws Exception {
        var file = file(CONTRACTS.resolve(folder));
        var before = bytes(CONTRACTS.resolve(folder));

        var seen = seen(file);

        assertThat(seen.verdict()).as(sentence + ": " + seen.lines()).isEqualTo(verdict);
        if (words != null) {
            assertThat(seen.lines()).anySatisfy(line -> assertThat(line).contains(words));
        }
        assertThat(seen.faultsOfFolder()).isEmpty();
        assertThat(bytes(CONTRACTS.resolve(folder))).isEqualTo(before);
    }

    @Test
    void leavesNoDefectWithoutItsExpectation() throws Exception {
        var table =
                Files.readString(Path.of("src/test/java/org/onewindow/connectors/contract/ContractDoctorTest.java"));

        try (Stream<Path> folders = Files.list(CONTRACTS)) {
            assertThat(folders.filter(Files::isDirectory))
                    .hasSizeGreaterThan(60)
                    .allSatisfy(folder -> assertThat(table).contains("| " + folder.getFileName() + " |"));
        }
    }

    @Test
    void refusesTenMegabytesOfYamlAtOnce() throws Exception {
        var file = out.resolve("openapi.yaml");
        Files.writeString(file, "a: b\n".repeat(2_000_000));

        var begun = System.nanoTime();
        var verdict = OpenApiDoctor.examine(file);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Unusable.class, unusable -> assertThat(
                        unusable.faults().getFirst().code())
                .isEqualTo("HUB-3203"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void describesADozenOfAHundredAndThirtyOperationsUnlessOthersAreChosen() throws Exception {
        var contract = new SoapContract[1];
        var file = out.resolve("big.wsdl");
        Files.writeString(file, withOperations(130));

        if (WsdlDoctor.examine(file) instanceof Verdict.Usable(SoapContract soap, var notes)) {
            contract[0] = soap;
        }

        assertThat(contract[0].ports().getFirst().operations()).hasSize(130);
        assertThat(described(contract[0], List.of())).hasSize(Wish.MOST_OPERATIONS);
        assertThat(described(contract[0], List.of("Apply77", "Apply128"))).containsExactly("Apply77", "Apply128");
    }

    private static List<String> described(Contract contract, List<String> chosen) {
        var wish = Wish.byHttp("office", new Localised("测试局", "Office"), chosen);
        return new Drafting(wish, Glossary.of(Path.of("../config"))).draft(contract)
                        instanceof Drafting.Outcome.Drafted(var draft)
                ? draft.operations().stream().map(operation -> operation.call()).toList()
                : List.of();
    }

    private static String withOperations(int count) throws Exception {
        var sound = Files.readString(CONTRACTS.resolve("sound/office.wsdl"));
        var declared = "(?s)    <operation name=\"Apply\">\\s*<input message.*?</operation>\n";
        var bound = "(?s)    <operation name=\"Apply\">\\s*<soap:operation.*?</operation>\n";
        return repeated(repeated(sound, declared, count), bound, count);
    }

    private static String repeated(String text, String pattern, int count) {
        return java.util.regex.Pattern.compile(pattern).matcher(text).replaceFirst(found -> {
            var all = new StringBuilder();
            for (int i = 0; i < count; i++) {
                all.append(found.group().replace("name=\"Apply\"", "name=\"Apply" + i + "\""));
            }
            return java.util.regex.Matcher.quoteReplacement(all.toString());
        });
    }

    /** What was said, and what the hub finds wrong with the folder that was made of it. */
    private record Seen(String verdict, List<String> lines, List<String> faultsOfFolder) {}

    private Seen seen(Path file) {
        var verdict = file.toString().endsWith(".wsdl") ? WsdlDoctor.examine(file) : OpenApiDoctor.examine(file);
        return switch (verdict) {
            case Verdict.Unusable(var faults) ->
                new Seen("unusable", faults.stream().map(Object::toString).toList(), List.of());
            case Verdict.Usable(var contract, var notes) -> drafted("usable", contract, lines(notes), file);
            case Verdict.Repaired(var contract, var repairs, var notes) ->
                drafted("repaired", contract, lines(repairs), file);
        };
    }

    private static List<String> lines(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> remark.at() + " " + remark.what().en())
                .toList();
    }

    private Seen drafted(String verdict, Contract contract, List<String> lines, Path file) {
        var wish = Wish.byHttp("office", new Localised("测试局", "Office"), List.of());
        return switch (new Drafting(wish, Glossary.of(Path.of("../config"))).draft(contract)) {
            case Drafting.Outcome.Refused(var faults) ->
                new Seen("unusable", faults.stream().map(Object::toString).toList(), List.of());
            case Drafting.Outcome.Drafted(var draft) -> {
                try (var folder = DraftedFolder.write(draft, out, file.resolveSibling(""))) {
                    var faults = Stream.concat(
                                    draft.breaches().stream(),
                                    folder.check().stream().map(Object::toString))
                            .toList();
                    yield new Seen(verdict, lines, faults);
                }
            }
        };
    }

    private static Path file(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("office\\.wsdl|openapi\\.(yaml|json)"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, Integer> bytes(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(Path::toString, file -> java.util.Arrays.hashCode(read(file))));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
