package org.onewindow.connectors.mapping;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.xml.HardenedReader;

/**
 * Saxon with every door shut: no files, no network, no environment, no DTD, no result documents, only the hub's own functions.
 *
 * <p>A style sheet may import or include files of its own folder. Compiled with tracing, so that a deadline can stop it, and within
 * a time box, since the compiler reckons constant expressions out; see {@link TimeBox} for what no deadline stops.
 */
public final class LockedSaxon {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Processor processor = new Processor(false);

    public LockedSaxon() {
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        processor.setConfigurationProperty(Feature.SOURCE_PARSER_CLASS, HardenedReader.class.getName());
        processor.setConfigurationProperty(Feature.STYLE_PARSER_CLASS, HardenedReader.class.getName());
        var configuration = processor.getUnderlyingConfiguration();
        configuration.setResourceResolver(LockedSaxon::refuse);
        configuration.setUnparsedTextURIResolver((uri, encoding, controller) -> {
            throw new XPathException("unparsed-text is switched off");
        });
        configuration.setCollectionFinder((context, uri) -> {
            throw new XPathException("collection is switched off");
        });
        XsltFunctions.registerWith(processor);
    }

    public Processor processor() {
        return processor;
    }

    /** A fault of a style sheet: line and column from 1, 0 where it does not tell. */
    record StyleFault(int line, int column, String message) {}

    /** What came of compiling. */
    sealed interface Compiled {

        record Sheet(XsltExecutable executable) implements Compiled {}

        record Faulty(List<StyleFault> faults) implements Compiled {}
    }

    Compiled compile(Path file) {
        return compile(file, LONGEST);
    }

    Compiled compile(Path file, Duration longest) {
        try {
            return new TimeBox(longest).run(() -> compiled(file));
        } catch (Deadline.Passed endless) {
            return new Compiled.Faulty(List.of(new StyleFault(
                    0,
                    0,
                    "compiling took longer than " + longest.toMillis() + " ms: a loop without an end, or nearly so")));
        }
    }

    private Compiled compiled(Path file) {
        var faults = new ArrayList<StyleFault>();
        var compiler = processor.newXsltCompiler();
        compiler.setCompileWithTracing(true);
        compiler.setResourceResolver(request -> sibling(file, request));
        compiler.setErrorReporter(error -> note(faults, error));
        try {
            return new Compiled.Sheet(compile(compiler, file));
        } catch (SaxonApiException failure) {
            if (faults.isEmpty()) {
                faults.add(new StyleFault(failure.getLineNumber(), 0, String.valueOf(failure.getMessage())));
            }
            return new Compiled.Faulty(faults);
        }
    }

    private static XsltExecutable compile(XsltCompiler compiler, Path file) throws SaxonApiException {
        return compiler.compile(new StreamSource(file.toUri().toString()) {
            @Override
            public java.io.@Nullable InputStream getInputStream() {
                return opened(file);
            }
        });
    }

    private static java.io.InputStream opened(Path file) {
        try {
            return new java.io.ByteArrayInputStream(java.nio.file.Files.readAllBytes(file));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void note(List<StyleFault> faults, XmlProcessingError error) {
        if (!error.isWarning()) {
            var at = error.getLocation();
            faults.add(new StyleFault(at.getLineNumber(), at.getColumnNumber(), error.getMessage()));
        }
    }

    private static Source sibling(Path file, ResourceRequest request) throws XPathException {
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null && request.uri != null && request.uri.startsWith("file:")) {
            var asked = Path.of(java.net.URI.create(request.uri)).normalize();
            if (folder.equals(asked.getParent())) {
                return new StreamSource(opened(asked), request.uri);
            }
        }
        return refuse(request);
    }

    private static Source refuse(ResourceRequest request) throws XPathException {
        throw new XPathException("no resource may be opened: " + request.uri);
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        @SuppressWarnings("NullAway") // Saxon wants null for a variable that is not there
        public String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
