package org.onewindow.connectors.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.ContractFault;
import org.onewindow.connectors.contract.MessageFile;
import org.onewindow.connectors.contract.Spot;

/** Drafts a department from nothing but a message: XML over a queue, JSON over HTTP, or either as files. */
public final class MessageDrafting {

    private static final String PAGE = "contract/README.md";

    private final Wish wish;
    private final Glossary glossary;

    public MessageDrafting(Wish wish, Glossary glossary) {
        this.wish = wish;
        this.glossary = glossary;
    }

    /**
     * What came of it.
     *
     * @param answer what the department answered; null: unknown, so one is made up
     */
    public Drafting.Outcome draft(Path request, @Nullable Path answer) {
        var name = String.valueOf(request.getFileName());
        boolean queue = !wish.queue().isEmpty();
        boolean xml = MessageFile.isXml(request);
        if (xml != queue && !wish.files()) {
            return refused(ContractFault.NO_SAMPLE.at(
                    Spot.startOf(name),
                    xml
                            ? new Localised("XML 样例而没有 --jms 或 --files", "XML without --jms or --files")
                            : new Localised("JSON 样例而有 --jms", "JSON with --jms")));
        }
        var faults = new ArrayList<Diagnostic>();
        var asked = read(request, xml, faults);
        var answered = answer == null ? madeUp() : read(answer, xml, faults);
        if (!faults.isEmpty() || asked == null || answered == null) {
            return new Drafting.Outcome.Refused(faults);
        }
        if (!(asked instanceof Group)) {
            return refused(
                    ContractFault.NO_SAMPLE.at(Spot.startOf(name), new Localised("没有字段", "there are no fields in it")));
        }
        return drafted(name, answer, xml ? queue(asked, answered) : rest(asked, answered), xml);
    }

    private static Drafting.Outcome refused(Diagnostic fault) {
        return new Drafting.Outcome.Refused(List.of(fault));
    }

    private static @Nullable Node read(Path file, boolean xml, List<Diagnostic> faults) {
        if (xml) {
            return MessageFile.xml(file, faults).map(Inferred::of).orElse(null);
        }
        var value = MessageFile.json(file, faults);
        return faults.isEmpty() ? Inferred.of("items", value, Occurs.ONCE) : null;
    }

    private static Node madeUp() {
        var code = new Leaf(
                Tag.plain("code"), Occurs.ONCE, false, TextType.of("string").like("0"));
        return new Group(Tag.plain("answer"), Occurs.ONCE, false, List.of(), List.of(code), null, null);
    }

    private OperationDraft queue(Node asked, Node answered) {
        var origins = new Origins(glossary, wish.id(), Set.of());
        return new QueueTexts(origins, (Group) asked, answered).draft(call(), !wish.files());
    }

    private String call() {
        return wish.operations().isEmpty() ? "send" : wish.operations().getFirst();
    }

    private OperationDraft rest(Node asked, Node answered) {
        var shape = new Shape("POST", "/", List.of(), List.of(), asked, 200, answered);
        var texts = new RestTexts(shape, new Origins(glossary, wish.id(), Set.of()));
        return wish.files()
                ? new FileTexts(texts).draft(call())
                : RestDraft.result("send", "POST /", "none", texts, "", List.of());
    }

    private Drafting.Outcome drafted(String name, @Nullable Path answer, OperationDraft operation, boolean xml) {
        Map<String, String> files = new LinkedHashMap<>(operation.files());
        var texts = new FolderTexts(wish, List.of(operation), List.of());
        files.put("department.yaml", head(xml) + texts.operations());
        files.put("README.md", texts.readme(way(xml)));
        files.put(PAGE, page(name, answer));
        if (wish.queue().isEmpty() && !wish.files()) {
            files.put("requests.http", texts.requests());
            files.putAll(new SimulatorStubs(wish.id(), "").files(List.of(operation)));
        }
        return new Drafting.Outcome.Drafted(new DepartmentDraft(
                wish, summary(xml) + ", 1 operation", List.of(operation), List.of(), List.of(name), files));
    }

    private String head(boolean xml) {
        var head = new DescriptorText(wish);
        if (wish.files()) {
            return head.files(PAGE, !xml);
        }
        return wish.queue().isEmpty() ? head.page(PAGE) : head.queue(PAGE);
    }

    private String way(boolean xml) {
        return (summary(xml) + " " + wish.queue()).strip();
    }

    private String summary(boolean xml) {
        if (wish.files()) {
            return xml ? "XML in files" : "JSON in files";
        }
        return wish.queue().isEmpty() ? "JSON" : "JMS";
    }

    private static String page(String name, @Nullable Path answer) {
        return "# 没有合同，只有样例 No contract, only a message\n\n`" + name
                + "` is all that the department handed over; the shape of its messages is inferred from it.\n"
                + (answer == null
                        ? "\nIts answer is not known: `from-department` in the samples is made up. 答复未知，样例中的答复是虚构的。\n"
                        : "\nIts answer was taken from `" + answer.getFileName() + "`.\n");
    }
}
