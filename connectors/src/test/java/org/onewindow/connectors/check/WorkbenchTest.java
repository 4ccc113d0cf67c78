package org.onewindow.connectors.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Settings;
import org.onewindow.connectors.RealTree;
import org.onewindow.connectors.mapping.CanonicalJson;

/** Where an integrator's folder is tried at every save: right away, for only what was saved is made anew. */
class WorkbenchTest {

    private static final Settings SETTINGS = Settings.of(Map.of());
    private static final String MAPPING = "departments/tax/mappings/clearance.request.xslt";

    @TempDir
    Path root = Path.of("");

    private Archive tax = Archive.empty();

    @BeforeEach
    void theTaxBureausFolder() throws Archive.Unfit {
        tax = Archive.of(RealTree.ROOT).department("tax");
    }

    @Test
    void showsMessageValidationAndReplyOfASample() {
        try (var bench = new Workbench(root.resolve("bench"), SETTINGS)) {
            bench.lay(tax);

            var trial = bench.trial(Trial.Wish.of("clearance", "clearance.outstanding"))
                    .orElseThrow();

            assertThat(trial.sample()).isEqualTo("clearance.outstanding");
            assertThat(trial.findings()).isEmpty();
            assertThat(trial.steps())
                    .extracting(Trial.Step::part)
                    .containsExactly(Trial.Part.MESSAGE, Trial.Part.VALIDATION, Trial.Part.REPLY);
            assertThat(trial.message()).contains("<com:channelCode>ZW0001</com:channelCode>");
            assertThat(trial.reply()).contains("\"state\"");
            assertThat(bench.trial(Trial.Wish.of("clearance", "9"))).isEmpty();
            assertThat(bench.trial(Trial.Wish.of("nothing", "1"))).isEmpty();
        }
        assertThat(root.resolve("bench")).as("what was laid there").doesNotExist();
    }

    @Test
    void triesARequestAndAnAnswerThatNoSampleHas() throws Exception {
        try (var bench = new Workbench(root.resolve("bench"), SETTINGS)) {
            bench.lay(tax);
            var request = CanonicalJson.request(tax.text("departments/tax/samples/clearance/request.json"));
            var answer = new Trial.Answer(200, "<no/>");

            var alone =
                    bench.trial(new Trial.Wish("clearance", "1", request, null)).orElseThrow();
            var answered = bench.trial(new Trial.Wish("clearance", "1", request, answer))
                    .orElseThrow();

            assertThat(alone.findings()).isEmpty();
            assertThat(alone.reply()).isEmpty();
            assertThat(alone.message()).isEqualTo(answered.message()).isNotEmpty();
            assertThat(answered.findings()).isNotEmpty();
        }
    }

    @Test
    void followsWhatIsSaved() {
        try (var bench = new Workbench(root.resolve("bench"), SETTINGS)) {
            bench.lay(tax);
            bench.trial(Trial.Wish.of("clearance", "1"));

            bench.lay(with(MAPPING, tax.text(MAPPING).replace("$key", "$nothing")));
            assertThat(bench.trial(Trial.Wish.of("clearance", "1"))
                            .orElseThrow()
                            .findings())
                    .anySatisfy(finding -> assertThat(finding.code()).isEqualTo("HUB-3001"));

            bench.lay(tax.part(name -> !name.equals(MAPPING)));
            assertThat(bench.trial(Trial.Wish.of("clearance", "1"))
                            .orElseThrow()
                            .findings())
                    .isNotEmpty();

            bench.lay(tax);
            assertThat(bench.trial(Trial.Wish.of("clearance", "1"))
                            .orElseThrow()
                            .findings())
                    .isEmpty();
            assertThat(bench.findings()).isEmpty();
            assertThat(bench.samples()).isEqualTo(15);
        }
    }

    @Test
    void makesOnlyAnewWhatIsMadeOfAFileThatChanged() throws Exception {
        var tools = new Tools();
        var before = laid(tax);
        var talk = tools.talk(before);
        var request = tools.mapping(before, "clearance.request");
        var reply = tools.mapping(before, "clearance.reply");
        assertThat(tools.talk(before)).isSameAs(talk);

        var other = laid(with(MAPPING, tax.text(MAPPING) + "<!-- a word -->"));
        assertThat(tools.talk(other)).as("the contract's schemas").isSameAs(talk);
        assertThat(tools.mapping(other, "clearance.reply")).isSameAs(reply);
        assertThat(tools.mapping(other, "clearance.request")).isNotSameAs(request);

        var schema = "departments/tax/contract/xsd/common.xsd";
        assertThat(tools.talk(laid(with(schema, tax.text(schema) + "<!-- a word -->"))))
                .as("another contract")
                .isNotSameAs(talk);
    }

    @Test
    void aMappingThatTakesInAnotherFollowsThatOneToo() throws Exception {
        var tools = new Tools();
        var including =
                with(MAPPING, tax.text(MAPPING).replaceFirst("(<xsl:template)", "<xsl:include href=\"more.xslt\"/>$1"));
        var more = "departments/tax/mappings/more.xslt";
        var first = tools.mapping(laid(and(including, more, "<!-- 1 -->")), "clearance.request");

        assertThat(tools.mapping(laid(and(including, more, "<!-- 2 -->")), "clearance.request"))
                .isNotSameAs(first);
    }

    private Department laid(Archive folder) {
        folder.unpack(root.resolve("tree"));
        var tree = Configuration.load(root.resolve("tree"), SETTINGS).orThrow();
        return Objects.requireNonNull(tree.departments().get("tax"));
    }

    private Archive with(String file, String text) {
        return and(tax, file, text);
    }

    private Archive and(Archive folder, String file, String text) {
        var scratch = root.resolve("scratch");
        try {
            Files.createDirectories(scratch.resolve(file).getParent());
            Files.writeString(scratch.resolve(file), text);
            return folder.with(Archive.of(scratch), file::equals);
        } catch (java.io.IOException | Archive.Unfit failure) {
            throw new AssertionError(failure);
        }
    }
}
