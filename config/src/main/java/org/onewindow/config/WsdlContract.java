package org.onewindow.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The services of a WSDL 1.1, their ports and the operations of each.
 *
 * @param services by service and port name
 */
record WsdlContract(Map<String, Map<String, ContractFacts>> services) {

    private static final int MOST_FILES = 50;
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static WsdlContract read(Path file) throws IOException {
        var scan = new Scan();
        var folder = file.toAbsolutePath().normalize().resolveSibling("");
        var open = new ArrayDeque<>(List.of(file.toAbsolutePath().normalize()));
        var seen = new HashSet<Path>();
        while (!open.isEmpty() && seen.size() < MOST_FILES) {
            var next = open.pop();
            if (seen.add(next)) {
                scan(scan, next);
                scan.imports.stream()
                        .map(location -> beside(next, location))
                        .filter(there -> there.startsWith(folder) && Files.isRegularFile(there))
                        .forEach(open::add);
                scan.imports.clear();
            }
        }
        return scan.whole();
    }

    private static Path beside(Path file, String location) {
        try {
            return file.resolveSibling(location).normalize();
        } catch (InvalidPathException noPath) {
            return file;
        }
    }

    private static void scan(Scan scan, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            scan.of(XML.createXMLStreamReader(in));
        } catch (XMLStreamException fault) {
            throw new ContractCheck.ContractUnreadable("no XML at line "
                    + (fault.getLocation() == null ? "?" : fault.getLocation().getLineNumber()));
        }
    }

    /** One pass over each document; a port's operations are known when all is read. */
    private static final class Scan {

        private final Map<String, Set<String>> operations = new HashMap<>();
        private final Map<String, Map<String, String[]>> ports = new LinkedHashMap<>();
        private final List<String> imports = new ArrayList<>();
        private String binding = "";
        private String service = "";
        private String[] port = {"", ""};

        void of(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.DTD) {
                    throw new ContractCheck.ContractUnreadable("it has a DOCTYPE");
                }
                if (event == XMLStreamReader.START_ELEMENT) {
                    start(xml);
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("binding")
                        && xml.getNamespaceURI().equals(WSDL)) {
                    binding = "";
                }
            }
        }

        WsdlContract whole() {
            if (ports.isEmpty()) {
                throw new ContractCheck.ContractUnreadable("no WSDL 1.1 with a service");
            }
            return new WsdlContract(result());
        }

        private void start(XMLStreamReader xml) {
            var name = Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), "");
            if (!WSDL.equals(xml.getNamespaceURI())) {
                if (xml.getLocalName().equals("address")) {
                    port[1] = Objects.requireNonNullElse(xml.getAttributeValue(null, "location"), "");
                }
                return;
            }
            switch (xml.getLocalName()) {
                case "import" -> imports.add(Objects.requireNonNullElse(xml.getAttributeValue(null, "location"), ""));
                case "binding" -> binding = name;
                case "operation" ->
                    operations
                            .computeIfAbsent(binding, _ -> new LinkedHashSet<>())
                            .add(name);
                case "service" -> {
                    service = name;
                    ports.put(service, new LinkedHashMap<>());
                }
                case "port" -> {
                    port = new String[] {localName(xml.getAttributeValue(null, "binding")), ""};
                    Objects.requireNonNull(ports.get(service)).put(name, port);
                }
                default -> {}
            }
        }

        private static String localName(String qualified) {
            return qualified == null ? "" : qualified.substring(qualified.indexOf(':') + 1);
        }

        private Map<String, Map<String, ContractFacts>> result() {
            var result = new LinkedHashMap<String, Map<String, ContractFacts>>();
            ports.forEach((serviceName, itsPorts) -> {
                var facts = new LinkedHashMap<String, ContractFacts>();
                itsPorts.forEach((portName, found) -> facts.put(
                        portName, new ContractFacts(found[1], null, operations.getOrDefault(found[0], Set.of()))));
                result.put(serviceName, facts);
            });
            return result;
        }
    }
}
