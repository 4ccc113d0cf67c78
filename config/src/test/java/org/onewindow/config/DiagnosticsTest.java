package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of the catalogue, put into a good tree, is found alone, at its very character. */
class DiagnosticsTest {

    private static final String TAX = "departments/tax/department.yaml";
    private static final String REGISTRY = "departments/registry/department.yaml";
    private static final String FUND = "departments/fund/department.yaml";
    private static final String PAY = "departments/pay/department.yaml";
    private static final String SALE = "matters/sale.yaml";
    private static final String CHECK = "inquiries/check.yaml";
    private static final String APP = "channels/app/channel.yaml";
    private static final String YEAR = "calendars/cn-2026.yaml";

    /**
     * One slip of the pen.
     *
     * @param text instead of {@code old}; the ¦ marks where the fault is to be found
     */
    private record Slip(String name, String file, String old, String text, String fault) {}

    private static final Pattern BLANK_LINE = Pattern.compile("\n\n");
    private static final List<Slip> SLIPS = slips();

    private static List<Slip> slips() {
        var slips = new ArrayList<Slip>();
        for (var block : BLANK_LINE.split(lines("src/test/resources/org/onewindow/config/slips.txt"), -1)) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (lines.size() == 5) {
                slips.add(new Slip(lines.get(0), value(lines, 1), value(lines, 2), value(lines, 3), value(lines, 4)));
            }
        }
        return slips;
    }

    private static String lines(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String value(List<String> lines, int index) {
        var line = lines.get(index);
        return line.substring(Math.min(line.length(), "  fault: ".length())).replace("\\n", "\n");
    }

    @TestFactory
    Stream<DynamicTest> finds(@TempDir Path folder) {
        return SLIPS.stream()
                .map(slip -> DynamicTest.dynamicTest(slip.name(), () -> {
                    var tree = Tree.in(folder.resolve(slip.name().replace('/', ' ')))
                            .change(slip.file(), slip.old(), slip.text());

                    var faults = tree.faults();

                    assertThat(faults).hasSize(1);
                    assertThat(faults.getFirst()).contains(slip.fault());
                    if (slip.text().contains("¦")) {
                        assertThat(faults.getFirst()).startsWith(tree.marked() + ": ");
                    }
                }));
    }

    @Test
    void findsNothingInAGoodTree(@TempDir Path folder) {
        assertThat(Tree.in(folder).faults()).isEmpty();
    }

    @Test
    void findsAMissingMapping(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .remove("departments/fund/mappings/lien.reply.jsonata")
                .write("departments/fund/mappings/lein.reply.jsonata", "{}");

        assertThat(tree.faults())
                .containsExactly(FUND + ":8:3: HUB-2009 mapping mappings/lien.reply.jsonata is missing;"
                        + " did you mean \"mappings/lein.reply.jsonata\"?");
    }

    @Test
    void wantsTheMappingInTheLanguageOfTheFormat(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .remove("departments/tax/mappings/assess.request.xslt")
                .write("departments/tax/mappings/assess.request.jsonata", "{}");

        assertThat(tree.faults())
                .singleElement()
                .asString()
                .startsWith(TAX + ":14:3: HUB-2009 mapping mappings/assess.request.xslt is missing");
    }

    @Test
    void wantsAMappingOfTheEvents(@TempDir Path folder) {
        var tree = Tree.in(folder).remove("departments/fund/mappings/events.jsonata");

        assertThat(tree.faults()).containsExactly(FUND + ":9:1: HUB-2009 mapping mappings/events.jsonata is missing");
    }

    @Test
    void wantsAChannelsMappingAndSamplesInItsFormat(@TempDir Path folder) {
        var tree = Tree.in(folder).change(APP, "format: json", "format: ¦xml");

        assertThat(tree.faults())
                .containsExactly(
                        tree.marked() + ": HUB-2036 the channel's mapping.xslt is missing",
                        tree.marked() + ": HUB-2037 the channel has no sample: samples/<name>/submission.xml");
    }

    @Test
    void wantsOneNameForEachThing(@TempDir Path folder) {
        var tree = Tree.in(folder);
        var card = tree.read("materials/contract.yaml").replace("id: contract", "id: ¦card");

        assertThat(tree.write("materials/card.yaml", card).faults())
                .containsExactly(tree.marked() + ": HUB-2047 card is a licence type already");
    }

    @Test
    void findsAContractThatIsNoWsdl(@TempDir Path folder) {
        var tree = Tree.in(folder).write("departments/tax/contract/tax.wsdl", "<a>\n<b></a>");

        assertThat(tree.faults())
                .containsExactly(TAX + ":6:18: HUB-2012 contract contract/tax.wsdl cannot be read: no XML at line 2");
    }

    @Test
    void refusesAContractWithADoctype(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .change(
                        "departments/tax/contract/tax.wsdl",
                        "<wsdl:definitions",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><wsdl:definitions");

        assertThat(tree.faults())
                .containsExactly(TAX + ":6:18: HUB-2012 contract contract/tax.wsdl cannot be read: it has a DOCTYPE");
    }

    @Test
    void findsAFormatThatDoesNotGoWithTheContract(@TempDir Path folder) {
        var tree = Tree.in(folder).change(TAX, "format: xml", "format: ¦json");

        assertThat(tree.faults())
                .contains(tree.marked() + ": HUB-2025 format json does not go with a contract of kind wsdl");
    }

    @Test
    void refusesWhatIsTooLargeOrNotUtf8(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .write(CHECK, "#".repeat(YamlFile.LARGEST + 1))
                .write(YEAR, new byte[] {'y', ':', ' ', (byte) 0xD6, (byte) 0xD0});

        assertThat(tree.faults())
                .containsExactly(
                        YEAR + ":1:1: HUB-1014 the file cannot be read: not UTF-8",
                        CHECK + ":1:1: HUB-1011 the file is larger than 1048576 bytes");
    }

    @Test
    void refusesCharactersThatYamlForbids(@TempDir Path folder) {
        var tree = Tree.in(folder).change(YEAR, "work:", "# \u0007\nwork:");

        assertThat(tree.faults()).containsExactly(YEAR + ":3:3: HUB-1001 not YAML: a character that is not allowed");
    }

    @Test
    void refusesAnEmptyFile(@TempDir Path folder) {
        assertThat(Tree.in(folder).write(YEAR, "").faults())
                .containsExactly(YEAR + ":1:1: HUB-1013 0 documents in one file");
    }

    @Test
    void findsFilesThatDoNotBelongHereOrAreMissing(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .write("matters/other.yml", "a: 1")
                .write("departments/README.md", "")
                .write("departments/new/notes.txt", "");

        assertThat(tree.faults())
                .containsExactly(
                        "departments/README.md:1:1: HUB-1016 departments/README.md is no file of the tree",
                        "departments/new/department.yaml:1:1: HUB-1015 file departments/new/department.yaml is missing",
                        "matters/other.yml:1:1: HUB-1016 matters/other.yml is no file of the tree");
    }

    @Test
    void findsThatThereIsNoTree(@TempDir Path folder) {
        assertThat(Configuration.load(folder, Settings.of(Map.of())))
                .isInstanceOfSatisfying(Configuration.Broken.class, broken -> assertThat(broken.diagnostics())
                        .hasSize(1));
    }

    /** A case goes on under the tree it was begun with: no rule that came later takes that away from it. */
    @Test
    void readsAStoredTreeByTheRulesOfItsTime(@TempDir Path folder) {
        var none = Settings.of(Map.of());
        var tree = Tree.in(folder)
                .change(
                        SALE,
                        "from: upload}]",
                        "from: upload}, {type: title, need: predicate, from: [licence, upload]}]");

        assertThat(tree.diagnostics()).extracting(Diagnostic::code).containsExactly("HUB-2054");
        assertThat(Configuration.stored(folder, none)).isInstanceOf(Configuration.Loaded.class);
        tree.change(SALE, "department: fund", "department: found");
        assertThat(Configuration.stored(folder, none)).isInstanceOf(Configuration.Broken.class);
    }

    @Test
    void saysNothingMoreAboutADepartmentThatCannotBeRead(@TempDir Path folder) {
        var tree = Tree.in(folder).write(FUND, "id: [");

        assertThat(tree.faults()).singleElement().asString().startsWith(FUND + ":");
    }

    @Test
    void findsTwelveFaultsInOneRun(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .change(TAX, "limits: {timeout: 25s", "limits: {timout: 25s")
                .change(TAX, "\"${secret:tax/password}\"", "hunter2")
                .change(TAX, "call: findTax,", "call: findTaxes,")
                .change(REGISTRY, "poll: title", "poll: titel")
                .remove("departments/fund/mappings/lien.reply.jsonata")
                .change(PAY, "id: pay", "id: payment")
                .change(SALE, "reason: seized", "reason: siezed")
                .change(SALE, "department: fund", "department: found")
                .change(SALE, "after: [agreement, title, pledge]", "after: [agreement, title, pledge, transfer]")
                .change(SALE, "$due > 0", "$due >")
                .change(CHECK, "within: 5s", "within: 5m")
                .change(YEAR, "2026-01-04", "2026-01-05");

        assertThat(tree.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        "HUB-1002",
                        "HUB-2013",
                        "HUB-2011",
                        "HUB-2002",
                        "HUB-2009",
                        "HUB-2014",
                        "HUB-2006",
                        "HUB-2001",
                        "HUB-2004",
                        "HUB-2005",
                        "HUB-2018",
                        "HUB-2027");
    }

    @Test
    void neverPrintsASecretThatWasWrittenAsAValue(@TempDir Path folder) {
        var tree = Tree.in(folder).change(TAX, "\"${secret:tax/password}\"", "hunter2");

        var diagnostic = tree.diagnostics().getFirst();

        assertThat(diagnostic.in(Locale.ENGLISH))
                .doesNotContain("hunter2")
                .contains("write ${secret:tax/password} here");
        assertThat(diagnostic.in(Locale.CHINA)).doesNotContain("hunter2").contains("密钥");
    }

    @Test
    void saysInBothLanguagesWhatToWrite(@TempDir Path folder) {
        var diagnostic = Tree.in(folder)
                .change(TAX, "{timeout:", "{timout:")
                .diagnostics()
                .getFirst();

        assertThat(diagnostic.in(Locale.ENGLISH))
                .isEqualTo(
                        """
                departments/tax/department.yaml:10:10: HUB-1002 unknown key "timout"; did you mean "timeout"?
                    A key that nobody reads is a setting that silently does nothing.
                    → write one of: timeout, concurrency, rate, hours; or take the key away""");
        assertThat(diagnostic.in(Locale.CHINA))
                .isEqualTo(
                        """
                departments/tax/department.yaml:10:10: HUB-1002 未知的键“timout”；是否想写“timeout”？
                    没有人读取的键，等于悄悄失效的设置。
                    → 请用以下之一：timeout, concurrency, rate, hours；或删除该键""");
    }

    @Test
    void readsEverySlip() {
        assertThat(SLIPS).hasSizeGreaterThan(85);
    }

    @Test
    void everyFaultOfTheCatalogueIsTested() {
        var tested = new TreeSet<>(List.of(
                "HUB-1011",
                "HUB-1014",
                "HUB-1016",
                "HUB-2009",
                "HUB-2012",
                "HUB-2025",
                "HUB-2036",
                "HUB-2037",
                "HUB-2045",
                "HUB-2047",
                "HUB-2063",
                "HUB-2064",
                "HUB-2065"));
        SLIPS.forEach(slip -> tested.add(slip.fault().substring(0, 8)));

        assertThat(tested)
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).map(Fault::code).sorted().toList());
    }

    @Test
    void everyFaultHasItsTextsInBothLanguages() {
        var missing = new ArrayList<String>();
        for (var fault : Fault.values()) {
            var diagnostic = fault.at(Place.startOf("f"), "a", "b", "c", "d");
            for (var text : List.of(diagnostic.what(), diagnostic.why(), diagnostic.write())) {
                if (text.en().isBlank() || text.zhCN().isBlank() || text.en().equals(text.zhCN())) {
                    missing.add(fault.code());
                }
            }
            assertThat(FaultTexts.explain(fault.code())).isPresent();
        }
        assertThat(missing).isEmpty();
        assertThat(FaultTexts.explain("HUB-9999")).isEmpty();
    }
}
