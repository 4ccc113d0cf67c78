package org.onewindow.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.MappingFailed;

/** XStream's dialect as a tree. */
final class XStreamTreeTest {

    @Test
    void readsAttributesTextsAndRepeatedElements() throws IOException {
        var tree = XStreamTree.read(
                "<r><code>00</code><since class='sql-date'>2016-03-18</since><loans><loan><no>1</no></loan><loan><no>2</no></loan></loans><none/></r>");

        assertThat(tree)
                .isEqualTo(Map.of(
                        "r",
                        Map.of(
                                "code",
                                "00",
                                "since",
                                Map.of("@class", "sql-date", "#text", "2016-03-18"),
                                "loans",
                                Map.of("loan", List.of(Map.of("no", "1"), Map.of("no", "2"))),
                                "none",
                                "")));
    }

    @Test
    void writesWhatItReads() throws IOException {
        var document = "<r><a x=\"1\">&lt;&amp;\"</a><b>1</b><b>2</b><c__d>e</c__d></r>";

        assertThat(XStreamTree.write(XStreamTree.read(document)))
                .isEqualTo("<r><a x=\"1\">&lt;&amp;&quot;</a><b>1</b><b>2</b><c__d>e</c__d></r>");
    }

    @Test
    void writesAMappingsTreeInItsOrder() throws IOException {
        var tree = CanonicalJson.parse(
                "{\"r\": {\"txn\": \"T\", \"day\": {\"@class\": \"d\", \"#text\": \"x\"}, \"gone\": null, \"n\": 5}}"
                        .getBytes(UTF_8));

        assertThat(XStreamTree.write(tree)).isEqualTo("<r><txn>T</txn><day class=\"d\">x</day><n>5</n></r>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<r>",
                "<r/><r/>",
                "<!DOCTYPE r><r/>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><r>&e;</r>",
                "<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>",
                "<r>&e;</r>"
            })
    void refusesWhatIsNoPlainDocument(String document) {
        assertThatThrownBy(() -> XStreamTree.read(document)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADocumentThatNestsTooDeeply() {
        assertThatThrownBy(() -> XStreamTree.read("<a>".repeat(50_000) + "</a>".repeat(50_000)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesATreeWithoutOneRoot() {
        assertThatThrownBy(() -> XStreamTree.write(Map.of("a", "1", "b", "2"))).isInstanceOf(MappingFailed.class);
        assertThatThrownBy(() -> XStreamTree.write("text")).isInstanceOf(MappingFailed.class);
    }

    @Test
    void refusesACharacterThatXmlCannotCarry() {
        assertThatThrownBy(() -> XStreamTree.write(Map.of("a", "\u0000"))).isInstanceOf(MappingFailed.class);
    }
}
