package org.onewindow.connectors;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.onewindow.config.Department;
import org.onewindow.connectors.files.FileLine;
import org.onewindow.connectors.jms.LivingRules;
import org.onewindow.connectors.jms.QueueLine;
import org.onewindow.connectors.line.CamelCalls;
import org.onewindow.connectors.line.House;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.mapping.Computations;
import org.onewindow.connectors.mapping.HubFunctions;
import org.onewindow.connectors.mapping.LockedSaxon;
import org.onewindow.connectors.mapping.MappingFiles;
import org.onewindow.connectors.mapping.Mappings;
import org.onewindow.connectors.rest.RestLine;
import org.onewindow.connectors.soap.SoapLine;

/** Makes desks out of departments' folders, and takes them apart. */
final class DeskMaker {

    private final CamelContext camel;
    private final Surroundings surroundings;
    private final HubFunctions functions;
    private final LockedSaxon saxon = new LockedSaxon();
    private final MappingFiles files;
    private final Map<String, LineGauges> gauges = new ConcurrentHashMap<>();
    private final Map<String, LivingRules> rules = new ConcurrentHashMap<>();

    DeskMaker(CamelContext camel, Surroundings surroundings) {
        this.camel = camel;
        this.surroundings = surroundings;
        this.functions = new HubFunctions(surroundings.secrets()::value, surroundings.serials());
        this.files = new MappingFiles(saxon, functions);
    }

    /** Compiles the mappings and adds the routes. */
    Manned make(Department department) {
        var calls = new CamelCalls(camel);
        var house = new House(
                department.id(),
                calls,
                surroundings.clock(),
                surroundings.secrets()::value,
                surroundings.materials(),
                new Computations(department, functions));
        var mappings = Mappings.of(files, department).orThrow();
        var made = new AtomicReference<DepartmentDesk>();
        var line = line(department, house, made);
        var breaker = new Breaker(department.id());
        var meters = surroundings.instruments().meters();
        var gauge = gauges.computeIfAbsent(department.id(), id -> new LineGauges(id, breaker, meters));
        var watch = new CallWatch(department.id(), gauge, surroundings.instruments());
        var desk = new DepartmentDesk(department, mappings, line, breaker, watch, surroundings.clock());
        made.set(desk);
        calls.add(line.routes());
        return new Manned(desk, calls);
    }

    private Line line(Department department, House house, AtomicReference<DepartmentDesk> desk) {
        return switch (department.endpoint()) {
            case Department.Endpoint.Http http ->
                department.format() == Department.Format.XML
                        ? new SoapLine(department, house, saxon.processor())
                        : new RestLine(department, http, house);
            case Department.Endpoint.Files files -> new FileLine(department, files, house, saxon.processor());
            case Department.Endpoint.Jms _ ->
                new QueueLine(
                        department,
                        house,
                        broker(department),
                        rules.computeIfAbsent(department.id(), _ -> new LivingRules()),
                        body -> Objects.requireNonNull(desk.get(), "made before its routes")
                                .event(body));
        };
    }

    private ConnectionFactory broker(Department department) {
        var broker = surroundings.broker();
        if (broker == null) {
            throw new IllegalArgumentException(
                    "department " + department.id() + " speaks by queue and there is no broker");
        }
        return broker;
    }

    /** The measures show this desk from now on. */
    void serves(DepartmentDesk desk) {
        var gauge = gauges.get(desk.department().id());
        if (gauge != null) {
            gauge.serves(desk.breaker());
        }
    }

    /** There is nothing to measure any more. */
    void gone(String department) {
        var gauge = gauges.remove(department);
        if (gauge != null) {
            gauge.close();
        }
    }
}
