package org.onewindow.portal.soap;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The counter behind SOAP: takes a payload whose sender is proven, and answers with a case or the problem as a fault. */
@Component
@ServiceMode(Service.Mode.PAYLOAD)
@WebServiceProvider(
        wsdlLocation = "classpath:org/onewindow/portal/soap/OneWindowService.wsdl",
        targetNamespace = OneWindowEndpoint.NAMESPACE,
        serviceName = "OneWindowService",
        portName = "OneWindowPort")
public final class OneWindowEndpoint implements Provider<DOMSource> {

    static final String NAMESPACE = "urn:onewindow:v1";

    private static final Logger LOG = LoggerFactory.getLogger(OneWindowEndpoint.class);

    private final SoapOperations operations;
    private final SoapFaults faults;
    private final ClientCertificates clients;
    private final PayloadSchema schema = new PayloadSchema();

    OneWindowEndpoint(SoapOperations operations, SoapFaults faults, ClientCertificates clients) {
        this.operations = operations;
        this.faults = faults;
        this.clients = clients;
    }

    @Override
    public DOMSource invoke(DOMSource payload) {
        var message = new SignedMessage(PhaseInterceptorChain.getCurrentMessage());
        var language = message.language();
        try {
            return new DOMSource(answer(message, rootOf(payload), language));
        } catch (Refusal refusal) {
            throw faults.of(refusal.code(), refusal.errors(), language);
        } catch (StoreAway | DataAccessResourceFailureException | TransientDataAccessException away) {
            throw faults.of(ProblemCode.TEMPORARILY_UNAVAILABLE, List.of(), language);
        } catch (RuntimeException bug) {
            LOG.error("a SOAP request failed", bug);
            throw faults.of(ProblemCode.INTERNAL, List.of(), language);
        }
    }

    private Document answer(SignedMessage message, Element root, Locale language) {
        var client = message.certificate()
                .flatMap(clients::clientOf)
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_AUTHENTICATED));
        if (!NAMESPACE.equals(root.getNamespaceURI())
                || !message.action().equals(NAMESPACE + ":" + root.getLocalName())) {
            throw new Refusal(ProblemCode.ACTION_DIFFERS);
        }
        schema.check(root);
        return switch (root.getLocalName()) {
            case "submit" -> operations.submit(client, root, language);
            case "progress" -> operations.progress(client, root, language);
            case "withdraw" -> operations.withdraw(client, root, language);
            default -> throw new Refusal(ProblemCode.ACTION_DIFFERS);
        };
    }

    private static Element rootOf(DOMSource payload) {
        var node = payload.getNode();
        if (node instanceof Element element) {
            return element;
        }
        if (node instanceof Document document && document.getDocumentElement() != null) {
            return document.getDocumentElement();
        }
        throw new Refusal(ProblemCode.REQUEST_MALFORMED);
    }
}
