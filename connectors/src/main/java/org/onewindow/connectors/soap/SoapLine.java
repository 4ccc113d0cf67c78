package org.onewindow.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import org.apache.camel.builder.RouteBuilder;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.http.HttpVerdict;
import org.onewindow.connectors.line.Characters;
import org.onewindow.connectors.line.DepartmentRoute;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.Heard;
import org.onewindow.connectors.line.House;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.line.Tape;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.xml.XmlText;

/** A department that speaks SOAP 1.1 or 1.2, as the port of its contract says: whole envelopes from its mappings, or documents inside a string of one operation. */
public final class SoapLine implements Line {

    private static final Filler.Form XML = new Filler.Form(XmlText::escaped, UTF_8);

    private final Department department;
    private final House house;
    private final WsdlContract contract;
    private final SoapAnswers answers;
    private final Bus bus = BusFactory.newInstance().createBus();
    private final PoolingHttpClientConnectionManager connections;
    private final RouteBuilder routes;

    public SoapLine(Department department, House house, Processor saxon) {
        this.department = department;
        this.house = house;
        this.answers = new SoapAnswers(saxon);
        if (!(department.contract() instanceof Department.Contract.Wsdl wsdl)) {
            throw new IllegalArgumentException("department " + department.id() + " speaks XML and has no WSDL");
        }
        this.contract = WsdlContract.read(wsdl);
        this.connections = HttpClients.connections(department, house.secrets());
        var http = HttpClients.client(connections, department.limits().timeout());
        this.routes = new SoapRoutes(department, contract, house, bus, http);
    }

    static Department.Endpoint.Http endpointOf(Department department) {
        if (department.endpoint() instanceof Department.Endpoint.Http http) {
            return http;
        }
        throw new IllegalArgumentException("department " + department.id() + " speaks XML and has no address");
    }

    /** The WSDL's name of an operation; all of an envelope's travel by one. */
    static String callOf(Department department, Operation operation) {
        var envelope = department.envelope();
        return envelope == null ? operation.call() : envelope.call();
    }

    @Override
    public RouteBuilder routes() {
        return routes;
    }

    @Override
    public Optional<Mapped.Unmappable> objection(Operation operation, Draft draft) {
        var envelope = department.envelope();
        if (envelope != null) {
            return Characters.outside(Charset.forName(envelope.charset()), draft);
        }
        SoapMessage.of(draft.content().getBytes(UTF_8));
        return Optional.empty();
    }

    @Override
    public Heard send(Operation operation, Draft draft, Sending sending) {
        var filler = house.filler(operation, draft, sending).in(XML);
        return switch (filler.fill(draft.content())) {
            case Filled.Not(var reply) -> Heard.notSent(reply);
            case Filled.Bytes(var bytes) -> {
                Tape.sent(() -> new Tape.Words(bytes, UTF_8));
                yield send(
                        operation,
                        message(operation, filler, bytes),
                        new Wire(sending.patience(department, operation)));
            }
        };
    }

    private SoapMessage message(Operation operation, Filler filler, byte[] filled) {
        var envelope = department.envelope();
        if (envelope == null) {
            return SoapMessage.of(filled).forCall(contract.call(operation.call()));
        }
        var document = "<?xml version=\"1.0\" encoding=\"" + envelope.charset() + "\"?>\n" + new String(filled, UTF_8);
        return SoapMessage.rpc(
                contract.call(envelope.call()), house.computations().parts(operation, filler.computed(), document));
    }

    private Heard send(Operation operation, SoapMessage message, Wire wire) {
        var exchange = house.camel()
                .request(DepartmentRoute.endpoint(department, operation.id()), new SoapRequest(message, wire));
        var answer = wire.answer();
        if (answer != null) {
            Tape.heard(answer.status(), answer.body(), answer.charset());
            return heard(operation, answer);
        }
        return exchange.getException() == null
                ? Heard.doubt("no answer at all")
                : HttpVerdict.of(exchange.getException());
    }

    private Heard heard(Operation operation, HttpAnswer answer) {
        return HttpVerdict.of(answer).orElseGet(() -> {
            var busy = HttpVerdict.busy(answer, house.clock());
            try {
                return busy == null ? payload(operation, answer) : busy(operation, answer, busy);
            } catch (IOException garbage) {
                return Heard.doubt("HTTP " + answer.status() + ", but its body is no SOAP answer");
            }
        });
    }

    private Heard busy(Operation operation, HttpAnswer answer, DepartmentReply busy) {
        try {
            return payload(operation, answer) instanceof Heard.Answer declared
                    ? new Heard.Answer(answer.status(), answer.headers(), declared.content(), busy)
                    : new Heard.NoAnswer(busy, answer.status() == 503);
        } catch (IOException noSoap) {
            return new Heard.NoAnswer(busy, answer.status() == 503);
        }
    }

    private Heard payload(Operation operation, HttpAnswer answer) throws IOException {
        if (!isXml(answer)) {
            throw new IOException("another media type");
        }
        var payload = answers.payload(answer.body());
        if (SoapAnswers.isFault(payload)) {
            return SoapAnswers.isDeclared(payload, contract.call(callOf(department, operation)))
                    ? new Heard.Answer(500, answer.headers(), payload, null)
                    : Heard.doubt("HTTP " + answer.status() + " with a fault that the contract does not declare");
        }
        if (answer.status() != 200) {
            return Heard.doubt("HTTP " + answer.status());
        }
        return new Heard.Answer(200, answer.headers(), unwrapped(payload), null);
    }

    private static boolean isXml(HttpAnswer answer) {
        return List.of("text/xml", "application/xml", "application/soap+xml").contains(answer.mediaType());
    }

    private XdmNode unwrapped(XdmNode payload) throws IOException {
        var envelope = department.envelope();
        if (envelope == null) {
            return payload;
        }
        var inner = answers.inner(payload, envelope.answer());
        Tape.heard(200, inner.toString().getBytes(UTF_8), UTF_8);
        return inner;
    }

    @Override
    public @Nullable Object parse(byte[] body) throws IOException {
        return answers.document(body);
    }

    @Override
    public void close() {
        bus.shutdown(true);
        connections.close();
    }
}
