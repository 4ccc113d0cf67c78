package org.onewindow.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Settings;
import org.onewindow.connectors.RealTree;

/** Mappings that do not end, though no instruction follows another: a fault of the mapping, and nobody else waits. */
@Timeout(60)
@Isolated("it measures")
final class EndlessMappingTest {

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Department TAX =
            Objects.requireNonNull(Configuration.load(RealTree.ROOT, Settings.of(Map.of()))
                    .orThrow()
                    .departments()
                    .get("tax"));

    @TempDir
    Path folder = Path.of("");

    private final LockedSaxon saxon = new LockedSaxon();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fold-left(1 to 2000000000 * count(//*), count(//*), function($sum, $next) {($sum + $next) mod 9})",
                "count((1 to 2000000000 * count(//*))[. mod 7 = count(current()//*)])",
                "some $i in 1 to 2000000000 * count(//*) satisfies $i = -count(//*)"
            })
    void isGivenUpInsideOneExpression(String endless) throws Exception {
        var mapping = mapping(endless);

        assertThatThrownBy(() -> mapping.event(TAX, document()))
                .isInstanceOf(MappingFailed.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void isNotBegunAgainWhileItStillRuns() throws Exception {
        var mapping = mapping(
                "fold-left(1 to 2000000000 * count(//*), count(//*), function($sum, $next) {($sum + $next) mod 9})");
        assertThatThrownBy(() -> mapping.event(TAX, document())).isInstanceOf(MappingFailed.class);
        long before = System.nanoTime();

        assertThatThrownBy(() -> mapping.event(TAX, document())).isInstanceOf(MappingFailed.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONGEST);
    }

    /** The compiler reckons constant expressions out. */
    @Test
    void isGivenUpWhileItIsCompiled() throws IOException {
        var file = sheet("count((1 to 2000000000)[. mod 7 = count(current()//*)])");

        assertThat(saxon.compile(file, LONGEST))
                .isInstanceOfSatisfying(LockedSaxon.Compiled.Faulty.class, refused -> assertThat(refused.faults())
                        .singleElement()
                        .extracting(LockedSaxon.StyleFault::message)
                        .asString()
                        .contains("took longer"));
    }

    @Test
    void isWaitedForByAThreadThatIsToStop() throws Exception {
        var mapping = mapping("count(//*)");

        Thread.currentThread().interrupt();
        var event = mapping.event(TAX, document());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(event).hasToString("{n=1}");
    }

    /** A process that was frozen, or had no turn on a busy machine, says nothing about its mapping. */
    @Test
    void isNotGivenUpForTimeInWhichItDidNotWork() throws Exception {
        var waits = new TimeBox(Duration.ofMillis(50));
        var deadline = new Deadline(Duration.ofMillis(50));

        var done = waits.run(() -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            return true;
        });
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        deadline.look();

        assertThat(done).isTrue();
    }

    private Mapping mapping(String expression) throws IOException {
        return switch (saxon.compile(sheet(expression))) {
            case LockedSaxon.Compiled.Sheet(var sheet) -> new XsltMapping(saxon, sheet, LONGEST);
            case LockedSaxon.Compiled.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private Path sheet(String expression) throws IOException {
        return Files.writeString(
                folder.resolve("sheet.xslt"),
                """
                <xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>
                  <xsl:param name='values'/>
                  <xsl:template match='/'><xsl:sequence select="map {'n': %s}"/></xsl:template>
                </xsl:stylesheet>"""
                        .formatted(expression));
    }

    private XdmNode document() throws SaxonApiException {
        return saxon.processor().newDocumentBuilder().build(new StreamSource(new StringReader("<a/>")));
    }
}
