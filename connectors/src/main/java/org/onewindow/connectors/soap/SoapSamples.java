package org.onewindow.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.Processor;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.xml.XmlDifference;
import org.onewindow.connectors.xml.XmlText;
import org.w3c.dom.Element;

/** Samples of a SOAP department: whole envelopes without security, or the inner documents of an envelope. */
public final class SoapSamples implements SampleTalk {

    private final Department department;
    private final SoapAnswers answers;
    private final WsdlSchemas schemas;

    public SoapSamples(Department department, Processor saxon) {
        this.department = department;
        this.answers = new SoapAnswers(saxon);
        if (!(department.contract() instanceof Department.Contract.Wsdl wsdl)) {
            throw new IllegalArgumentException("department " + department.id() + " speaks XML and has no WSDL");
        }
        this.schemas = WsdlSchemas.of(WsdlContract.read(wsdl));
    }

    @Override
    public String message(Operation operation, Draft draft, Filler filler) {
        return filler.in(new Filler.Form(XmlText::escaped, UTF_8)).text(draft.content());
    }

    @Override
    public Optional<String> difference(String expected, String message) throws IOException {
        return XmlDifference.first(expected, message);
    }

    @Override
    public @Nullable Object content(String answer) throws IOException {
        return department.envelope() == null ? answers.payload(answer.getBytes(UTF_8)) : answers.text(answer);
    }

    @Override
    public List<String> breachesOfRequest(Operation operation, String request) throws IOException {
        return breaches(request);
    }

    @Override
    public List<String> breachesOfAnswer(Operation operation, int status, String answer) throws IOException {
        return breaches(answer);
    }

    /** What stands in an inner document only prose describes. */
    private List<String> breaches(String envelope) throws IOException {
        var breaches = new ArrayList<String>();
        if (department.envelope() == null) {
            for (var part : XmlDifference.elementsOf(XmlDifference.root(envelope))) {
                for (var block : XmlDifference.elementsOf(part)) {
                    checked(block).ifPresent(breaches::add);
                }
            }
        }
        return breaches;
    }

    private Optional<String> checked(Element block) {
        if (SoapMessage.ADDRESSING.equals(block.getNamespaceURI())) {
            return Optional.empty(); // a standard of its own, which few contracts import
        }
        if (!SoapMessage.isOfEnvelope(block.getNamespaceURI())) {
            return schemas.breach(block);
        }
        return XmlDifference.elementsOf(block).stream()
                .filter(part -> "detail".equalsIgnoreCase(part.getLocalName()))
                .flatMap(detail -> XmlDifference.elementsOf(detail).stream())
                .flatMap(fault -> schemas.breach(fault).stream())
                .findFirst();
    }
}
