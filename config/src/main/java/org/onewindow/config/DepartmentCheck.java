package org.onewindow.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.util.Set;

/** Checks one department's descriptor against its folder, its contract and itself. */
final class DepartmentCheck {

    private final String id;
    private final DepartmentFolder folder;
    private final YamlValue file;
    private final Settings settings;
    private final Diagnostics diagnostics;

    DepartmentCheck(String id, DepartmentFolder folder, Settings settings, Diagnostics diagnostics) {
        this.id = id;
        this.folder = folder;
        this.file = folder.file();
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    void check(OperationNames names) {
        var written = file.get("id");
        if (written.isText() && !written.mustBeText().equals(id)) {
            diagnostics.report(written.place(), Fault.ID_DIFFERS, written.mustBeText(), id, "folder");
        }
        new EndpointCheck(folder, settings, diagnostics).check();
        new ReferenceCheck(id, settings, diagnostics).check(file);
        checkFormat();
        checkBounds();
        checkEnvelope();
        checkEvents();
        var expressions = new ExpressionCheck(diagnostics);
        file.get("computed").entries().values().forEach(one -> expressions.compiles(one, SendingFunctions.ALL));
        file.get("operations").entries().forEach((name, operation) -> {
            if (!operation.entries().isEmpty()) {
                new OperationCheck(id, folder, names, diagnostics).check(name, operation);
            }
        });
    }

    private void checkFormat() {
        var contract = file.get("contract");
        var kind = String.join("", ContractCheck.kindsOf(contract));
        var format = file.get("format");
        var wanted =
                switch (String.valueOf(format.text())) {
                    case "xml" -> Set.of(file.get("endpoint").has("files") ? "page" : "wsdl");
                    case "json" -> Set.of("openapi", "page");
                    case "xstream" -> Set.of("page");
                    default -> Set.of(kind);
                };
        if (ContractCheck.kindsOf(contract).size() == 1 && !wanted.contains(kind)) {
            diagnostics.report(
                    format.place(),
                    Fault.WRONG_FORMAT,
                    format.mustBeText(),
                    kind,
                    "contract: {" + String.join("|", wanted.stream().sorted().toList()) + ": …}");
        }
    }

    private void checkBounds() {
        var bounds = new BoundsCheck(diagnostics);
        bounds.duration(file.get("limits"), "timeout", BoundsCheck.ANSWER);
        bounds.duration(file.get("endpoint").get("security").get("signed-soap"), "lasting", BoundsCheck.SIGNATURE);
        bounds.duration(file.get("callbacks").get("signature"), "max-age", BoundsCheck.SIGNATURE);
        bounds.duration(
                file.get("endpoint").get("security").get("signed").get("signature"), "max-age", BoundsCheck.SIGNATURE);
    }

    private void checkEnvelope() {
        var envelope = file.get("envelope");
        checkCharset(envelope.get("charset"));
        checkCharset(file.get("endpoint").get("charset"));
        checkCharset(file.get("endpoint").get("files").get("charset"));
        if (!envelope.isMissing() && "json".equals(file.get("format").text())) {
            diagnostics.report(
                    file.placeOf("envelope"), Fault.WRONG_TRANSPORT, "envelope", "format json", "format: xml");
        }
        var expressions = new ExpressionCheck(diagnostics);
        envelope.get("parts").entries().values().forEach(one -> expressions.compiles(one, SendingFunctions.ALL));
        OperationCheck.checkCall(envelope.get("call"), folder.contract(), diagnostics);
    }

    private void checkCharset(YamlValue charset) {
        var name = charset.text();
        if (name != null && !isSupported(name)) {
            diagnostics.report(charset.place(), Fault.UNKNOWN_CHARSET, name);
        }
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException no) {
            return false;
        }
    }

    private void checkEvents() {
        if (file.has("events")) {
            var mapping = "mappings/events." + OperationCheck.extension(file);
            if (!Files.isRegularFile(folder.path().resolve(mapping))) {
                diagnostics.report(file.placeOf("events"), Fault.MISSING_MAPPING, mapping, "");
            }
        }
    }
}
