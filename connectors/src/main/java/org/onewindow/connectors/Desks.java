package org.onewindow.connectors;

import jakarta.jms.ConnectionFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.onewindow.config.Department;
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

/** Makes the desks of all departments. */
final class Desks implements AutoCloseable {

    private final Map<String, DepartmentDesk> desks = new LinkedHashMap<>();
    private final CamelCalls camel;
    private final HubFunctions functions;
    private final LockedSaxon saxon = new LockedSaxon();
    private final MappingFiles files;
    private final Surroundings surroundings;

    private Desks(CamelCalls camel, Surroundings surroundings) {
        this.camel = camel;
        this.surroundings = surroundings;
        this.functions = new HubFunctions(surroundings.secrets()::value, surroundings.serials());
        this.files = new MappingFiles(saxon, functions);
    }

    static Desks of(CamelContext camel, Collection<Department> departments, Surroundings surroundings) {
        var made = new Desks(new CamelCalls(camel), surroundings);
        for (var department : departments) {
            var desk = made.desk(department);
            made.desks.put(department.id(), desk);
            addRoutes(camel, desk.line());
        }
        return made;
    }

    Map<String, DepartmentDesk> desks() {
        return Map.copyOf(desks);
    }

    private static void addRoutes(CamelContext camel, Line line) {
        try {
            camel.addRoutes(line.routes());
        } catch (Exception failure) {
            throw new IllegalStateException("the routes of a department cannot be made", failure);
        }
    }

    private DepartmentDesk desk(Department department) {
        var house = new House(
                camel,
                surroundings.clock(),
                surroundings.secrets()::value,
                surroundings.contents(),
                new Computations(department, functions));
        return new DepartmentDesk(
                department,
                Mappings.of(files, department).orThrow(),
                line(department, house),
                surroundings.clock(),
                surroundings.instruments());
    }

    private Line line(Department department, House house) {
        return switch (department.endpoint()) {
            case Department.Endpoint.Http http ->
                department.format() == Department.Format.XML
                        ? new SoapLine(department, house, saxon.processor())
                        : new RestLine(department, http, house);
            case Department.Endpoint.Jms _ ->
                new QueueLine(department, house, broker(department), body -> desk(department.id())
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

    private DepartmentDesk desk(String department) {
        var desk = desks.get(department);
        if (desk == null) {
            throw new IllegalStateException("department " + department + " is not ready yet");
        }
        return desk;
    }

    @Override
    public void close() {
        desks.values().forEach(desk -> desk.line().close());
        camel.close();
    }
}
