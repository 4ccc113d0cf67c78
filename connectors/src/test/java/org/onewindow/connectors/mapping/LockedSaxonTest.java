package org.onewindow.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Style sheets that reach for what is none of their business. */
final class LockedSaxonTest {

    private static final String SECRET = "planted-secret";

    @TempDir
    Path folder = Path.of("");

    private final LockedSaxon saxon = new LockedSaxon();

    @BeforeEach
    void plant() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.xml"), "<a>" + SECRET + "</a>");
        Files.writeString(folder.resolve("secret.json"), "\"" + SECRET + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('FOLDER/secret.xml')",
                "document('FOLDER/secret.xml')",
                "unparsed-text('FOLDER/secret.txt')",
                "unparsed-text-lines('FOLDER/secret.txt')",
                "json-doc('FOLDER/secret.json')",
                "collection('FOLDER?select=*.xml')",
                "uri-collection('FOLDER?select=*.xml')",
                "doc-available('FOLDER/secret.xml')",
                "unparsed-text-available('FOLDER/secret.txt')",
                "environment-variable('PATH')",
                "available-environment-variables()",
                "system-property('user.home')",
                "parse-xml('<!DOCTYPE a [<!ENTITY e SYSTEM \"FOLDER/secret.txt\">]><a>&amp;e;</a>')",
                "parse-xml('<!DOCTYPE a [<!ENTITY e \"planted-secret\">]><a>&amp;e;</a>')",
                "transform(map{'stylesheet-location': 'FOLDER/secret.xml'})",
                "Q{java:java.lang.System}getProperty('user.home')",
                "doc('http://127.0.0.1:9/')",
                "doc('jar:file:/x.jar!/a.xml')",
                "doc('classpath:secret.xml')"
            })
    void cannotReachOutside(String expression) {
        var result =
                resultOf(expression.replace("FOLDER", folder.toUri().toString().replaceAll("/$", "")));

        assertThat(result).isIn("", "false", "stopped");
    }

    @Test
    void canReckonSoThatTheTestsAboveMeanSomething() {
        assertThat(resultOf("'planted' || '-' || 'secret'")).isEqualTo(SECRET);
        assertThat(resultOf("parse-xml('<a>x</a>')/a")).isEqualTo("x");
    }

    @Test
    void mayImportAFileOfItsOwnFolderOnly() throws IOException {
        var shared = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>";
        Files.writeString(folder.resolve("shared.xslt"), shared);
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/shared.xslt"), shared);

        assertThat(compile("<xsl:import href='shared.xslt'/>")).isInstanceOf(LockedSaxon.Compiled.Sheet.class);
        assertThat(compile("<xsl:import href='elsewhere/shared.xslt'/>"))
                .isInstanceOf(LockedSaxon.Compiled.Faulty.class);
        assertThat(compile("<xsl:import href='../shared.xslt'/>")).isInstanceOf(LockedSaxon.Compiled.Faulty.class);
        assertThat(compile("<xsl:import href='http://127.0.0.1:9/shared.xslt'/>"))
                .isInstanceOf(LockedSaxon.Compiled.Faulty.class);
    }

    @Test
    void cannotWriteAResultDocument() {
        assertThat(compile(template(
                        "<xsl:result-document href='" + folder.toUri() + "out.xml'><a/></xsl:result-document>")))
                .isInstanceOf(LockedSaxon.Compiled.Faulty.class);
        assertThat(folder.resolve("out.xml")).doesNotExist();
    }

    @Test
    @Timeout(30)
    void isStoppedAtItsDeadlineInAnEndlessTailRecursion() {
        var endless = "<xsl:template name='again'><xsl:param name='n' as='xs:integer'/>"
                + "<xsl:call-template name='again'><xsl:with-param name='n' select='$n + 1'/></xsl:call-template></xsl:template>"
                + template("<xsl:call-template name='again'><xsl:with-param name='n' select='1'/></xsl:call-template>");

        assertThat(run(endless)).isEqualTo("stopped");
    }

    @Test
    @Timeout(30)
    void isStoppedAtItsDeadlineInALongLoop() {
        assertThat(run(template("<xsl:for-each select='1 to 2000000000'><a/></xsl:for-each>")))
                .isEqualTo("stopped");
    }

    private String resultOf(String expression) {
        return run(template(
                "<xsl:value-of select=\"" + expression.replace("<", "&lt;").replace("\"", "&quot;") + "\"/>"));
    }

    private static String template(String content) {
        return "<xsl:template name='xsl:initial-template'>" + content + "</xsl:template>";
    }

    private LockedSaxon.Compiled compile(String content) {
        var file = folder.resolve("sheet.xslt");
        try {
            Files.writeString(
                    file,
                    "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                            + " xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + content + "</xsl:stylesheet>");
        } catch (IOException failure) {
            fail(failure);
        }
        return saxon.compile(file);
    }

    /** The result as text, or {@code stopped} where it did not compile or did not end well. */
    private String run(String content) {
        return switch (compile(content)) {
            case LockedSaxon.Compiled.Faulty _ -> "stopped";
            case LockedSaxon.Compiled.Sheet(var sheet) -> run(sheet);
        };
    }

    private String run(XsltExecutable sheet) {
        var result = new StringWriter();
        var serializer = saxon.processor().newSerializer(result);
        serializer.setOutputProperty(net.sf.saxon.s9api.Serializer.Property.METHOD, "text");
        try {
            var transformer = sheet.load30();
            transformer.setTraceListener(new Deadline(Duration.ofSeconds(1)));
            transformer.setErrorReporter(error -> {});
            transformer.callTemplate(null, serializer);
            return result.toString();
        } catch (SaxonApiException | Deadline.Passed | StackOverflowError stopped) {
            return "stopped";
        }
    }
}
