package org.onewindow.connectors.draft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.SoapOperation;
import org.onewindow.connectors.contract.SoapPort;
import org.onewindow.connectors.xml.XmlDifference;

/** Drafts the operations of a SOAP port. */
final class SoapDraft {

    private final SoapContract contract;
    private final SoapPort port;
    private final Glossary glossary;
    private final String department;

    SoapDraft(SoapContract contract, SoapPort port, Glossary glossary, String department) {
        this.contract = contract;
        this.port = port;
        this.glossary = glossary;
        this.department = department;
    }

    /** @throws Endless the schema allows no finite message */
    OperationDraft draft(SoapOperation operation, Set<String> taken) {
        var id = Names.kebab(operation.name(), taken);
        var doubted = new HashSet<Leaf>();
        var first = new Attempt(id, operation, doubted);
        if (first.breaches.isEmpty() && first.answerBreaches.isEmpty()) {
            return first.result();
        }
        first.forms.all().stream()
                .filter(leaf -> first.forms.of(leaf) instanceof Origin.Known)
                .forEach(doubted::add);
        first.answer.leaves().forEach(doubted::add);
        var second = new Attempt(id, operation, doubted);
        return second.worth() < first.worth() ? second.result() : first.result();
    }

    /** All pieces of one operation, with these fields left to people. */
    private final class Attempt {

        private final String id;
        private final SoapOperation operation;
        private final List<Node> headers;
        private final Node request;
        private final Node answer;
        private final Origins origins;
        private final Forms forms;
        private final SoapTexts texts;
        private final List<String> breaches = new ArrayList<>();
        private final List<String> answerBreaches = new ArrayList<>();
        private final Map<String, String> files = new LinkedHashMap<>();
        private int samples;

        Attempt(String id, SoapOperation operation, Set<Leaf> doubted) {
            var walk = new SchemaWalk(contract.components());
            var input = Objects.requireNonNull(operation.input());
            this.id = id;
            this.operation = operation;
            this.headers = input.headers().stream().map(walk::element).toList();
            this.request = node(walk, input.body());
            this.answer = node(walk, Objects.requireNonNull(operation.output()).body());
            this.origins = new Origins(glossary, department, doubted);
            var all = new ArrayList<>(headers);
            all.add(request);
            this.forms = Forms.of(origins, all);
            this.texts = new SoapTexts(port, operation, headers, request, answer, forms, origins);
            files.put("mappings/" + id + ".request.xslt", texts.requestMapping());
            files.put("mappings/" + id + ".reply.xslt", texts.replyMapping());
            sample("", true);
            if (!texts.requestSample(true).equals(texts.requestSample(false))
                    || !texts.answerSample(true).equals(texts.answerSample(false))) {
                sample(".minimal", false);
            }
            if (!operation.faults().isEmpty()) {
                fault(walk);
            }
        }

        private static Node node(SchemaWalk walk, SoapOperation.Body body) {
            return switch (body) {
                case SoapOperation.Body.Document document -> walk.element(document.name());
                case SoapOperation.Body.Rpc(var wrapper) -> walk.wrapper(wrapper);
            };
        }

        private void sample(String variant, boolean full) {
            var folder = "samples/" + id + variant + "/";
            files.put(folder + "request.json", texts.request(full));
            files.put(folder + "to-department.xml", texts.requestSample(full));
            files.put(folder + "from-department.xml", texts.answerSample(full));
            files.put(folder + "reply.json", texts.reply(full));
            breaches.addAll(check(folder + "to-department.xml"));
            answerBreaches.addAll(check(folder + "from-department.xml"));
            samples += 2;
        }

        private void fault(SchemaWalk walk) {
            var folder = "samples/" + id + ".fault/";
            var detail = walk.element(operation.faults().getFirst());
            files.put(folder + "request.json", texts.request(true));
            files.put(folder + "to-department.xml", texts.requestSample(true));
            files.put(folder + "from-department.xml", texts.faultSample(detail));
            files.put(folder + "from-department.status", "500\n");
            files.put(folder + "reply.json", SoapTexts.FAULT_REPLY);
            answerBreaches.addAll(check(folder + "from-department.xml"));
            samples++;
        }

        private List<String> check(String file) {
            var found = new ArrayList<String>();
            try {
                for (var part : XmlDifference.elementsOf(XmlDifference.root(Objects.requireNonNull(files.get(file))))) {
                    for (var block : XmlDifference.elementsOf(part)) {
                        if (!port.envelope().equals(block.getNamespaceURI())
                                && !Prefixes.ADDRESSING.equals(block.getNamespaceURI())) {
                            contract.schemas().breach(block).ifPresent(breach -> found.add(file + ": " + breach));
                        }
                    }
                }
            } catch (IOException notXml) {
                found.add(file + ": " + notXml.getMessage());
            }
            return found;
        }

        int worth() {
            return breaches.size() + answerBreaches.size();
        }

        OperationDraft result() {
            var all = new ArrayList<>(breaches);
            all.addAll(answerBreaches);
            return new OperationDraft(
                    id,
                    operation.name(),
                    Names.isLookUp(id) ? "read" : "none",
                    operation.documentation(),
                    OperationDraft.fields(forms, true).size()
                            + OperationDraft.fields(forms, false).size(),
                    OperationDraft.fields(forms, true),
                    OperationDraft.fields(forms, false),
                    samples,
                    all,
                    files,
                    new Stub(
                            "POST",
                            "",
                            port.soap12() ? "application/soap+xml" : "text/xml",
                            texts.bodyName(),
                            200,
                            texts.requestSample(true),
                            texts.answerSample(true)));
        }
    }
}
