package org.onewindow.connectors.mapping;

import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/** A mapping written in XSLT 3.0, for departments that speak XML. */
final class XsltMapping implements Mapping {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int GRACE = 2;

    private final LockedSaxon saxon;
    private final XsltExecutable sheet;
    private final Duration longest;
    private final TimeBox box;
    private final boolean asksForTheRequest;
    private volatile Values values = new Values(Map.of(), new XdmMap());

    XsltMapping(LockedSaxon saxon, XsltExecutable sheet) {
        this(saxon, sheet, LONGEST);
    }

    /** @param longest for the sheet's instructions; one that never comes to its next is left behind after twice that */
    XsltMapping(LockedSaxon saxon, XsltExecutable sheet, Duration longest) {
        this.saxon = saxon;
        this.sheet = sheet;
        this.longest = longest;
        this.box = new TimeBox(longest.multipliedBy(GRACE));
        this.asksForTheRequest = sheet.getGlobalParameters().containsKey(new QName("request"));
    }

    @Override
    public String request(Department department, Operation operation, Asked asked) {
        var context = asked.context();
        var parameters = constants(department, operation);
        if (asksForTheRequest) {
            parameters.put("request", XdmJson.of(CanonicalJson.of(asked.request())));
        }
        parameters.put("key", new XdmAtomicValue(context.key().toString()));
        parameters.put("attempt", new XdmAtomicValue(context.attempt()));
        parameters.put("callbackUrl", new XdmAtomicValue(context.callbackUrl()));
        department
                .computed()
                .keySet()
                .forEach(name ->
                        parameters.put(name, new XdmAtomicValue(asked.holes().computed(name))));
        return guarded(() -> {
            parameters.put("now", new XdmAtomicValue(JsonataMapping.textOf(context.now()), ItemType.DATE_TIME));
            var document = new StringWriter();
            ScopedValue.where(HubFunctions.HOLES, asked.holes()).call(() -> {
                transformer(parameters).callTemplate(null, serializer(document));
                return document;
            });
            return document.toString();
        });
    }

    @Override
    public Map<String, @Nullable Object> reply(Department department, Operation operation, Told told) {
        var parameters = constants(department, operation);
        parameters.put("status", new XdmAtomicValue(told.status()));
        if (asksForTheRequest) {
            parameters.put("request", XdmJson.of(CanonicalJson.of(told.request())));
        }
        return oneMap(parameters, told.content());
    }

    @Override
    public Map<String, @Nullable Object> event(Department department, @Nullable Object content) {
        var parameters = new HashMap<String, XdmValue>();
        parameters.put("values", valuesOf(department));
        return oneMap(parameters, content);
    }

    @Override
    public Map<String, @Nullable Object> submission(@Nullable Object content) {
        return oneMap(Map.of(), content);
    }

    private Map<String, @Nullable Object> oneMap(Map<String, XdmValue> parameters, @Nullable Object content) {
        if (!(content instanceof XdmNode document)) {
            throw new MappingFailed("there is no document to map");
        }
        return guarded(() -> {
            var transformer = transformer(parameters);
            transformer.setGlobalContextItem(document);
            if (XdmJson.of(transformer.applyTemplates(document)) instanceof Map<?, ?> map) {
                var object = new HashMap<String, @Nullable Object>();
                map.forEach((name, value) -> object.put(String.valueOf(name), value));
                return object;
            }
            throw new MappingFailed("the mapping yields one map");
        });
    }

    /** A department's values, converted. */
    private record Values(Map<String, ?> json, XdmValue xdm) {}

    /** They are the same at every call: converted once. */
    private XdmValue valuesOf(Department department) {
        var kept = values;
        if (kept.json() != department.values()) {
            kept = new Values(department.values(), XdmJson.of(department.values()));
            values = kept;
        }
        return kept.xdm();
    }

    private Map<String, XdmValue> constants(Department department, Operation operation) {
        var parameters = new HashMap<String, XdmValue>();
        parameters.put("values", valuesOf(department));
        parameters.put("call", new XdmAtomicValue(operation.call()));
        return parameters;
    }

    private Xslt30Transformer transformer(Map<String, XdmValue> parameters) throws SaxonApiException {
        var transformer = sheet.load30();
        var named = new HashMap<QName, XdmValue>();
        parameters.forEach((name, value) -> named.put(new QName(name), value));
        transformer.setStylesheetParameters(named);
        transformer.setTraceListener(new Deadline(longest));
        transformer.setMessageHandler(message -> {});
        transformer.setErrorReporter(error -> {});
        transformer.setResultDocumentHandler(uri -> {
            throw new MappingFailed("xsl:result-document is switched off");
        });
        return transformer;
    }

    private Serializer serializer(StringWriter document) {
        var serializer = saxon.processor().newSerializer(document);
        serializer.setOutputProperty(Serializer.Property.METHOD, "xml");
        serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
        serializer.setOutputProperty(Serializer.Property.INDENT, "no");
        serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
        return serializer;
    }

    @FunctionalInterface
    private interface Run<T> {
        T run() throws SaxonApiException;
    }

    private <T> T guarded(Run<T> run) {
        try {
            return box.run(() -> caught(run));
        } catch (Deadline.Passed late) {
            throw new MappingFailed("the style sheet took longer than " + longest.toMillis() + " ms");
        }
    }

    /** Saxon's messages quote values: only the error's code and line go on. */
    private static <T> T caught(Run<T> run) {
        try {
            return run.run();
        } catch (SaxonApiException failure) {
            var code = failure.getErrorCode();
            throw new MappingFailed("the style sheet stopped in line " + lineOf(failure) + ": "
                    + (code == null ? "an error" : code.getLocalName()));
        } catch (StackOverflowError tooDeep) {
            throw new MappingFailed("the style sheet nests too deeply");
        }
    }

    private static int lineOf(SaxonApiException failure) {
        return failure.getCause() instanceof XPathException at && at.getLocator() != null
                ? at.getLocator().getLineNumber()
                : failure.getLineNumber();
    }
}
