package org.onewindow.connectors.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.config.Configuration;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;
import org.onewindow.connectors.RealTree;

/** A department's folder with one fault in it, and where the check finds it. */
final class FolderCheckTest {

    @TempDir
    Path root = Path.of("");

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            tax/mappings/clearance.request.xslt | $key} | $keys} | HUB-3001 | tax/mappings/clearance.request.xslt:19
            tax/samples/clearance/to-department.xml | ZW0001 | ZW0002 | HUB-3002 | tax/samples/clearance/to-department.xml:1
            tax/samples/clearance/to-department.xml | ZW0001 | zw1 | HUB-3004 | tax/samples/clearance/to-department.xml:1
            tax/samples/clearance/from-department.xml | <issuedOn> | <issued/><issuedOn> | HUB-3004 | tax/samples/clearance/from-department.xml:1
            tax/samples/clearance/reply.json | answered | pending | HUB-3003 | tax/samples/clearance/reply.json:1
            land-registry/mappings/title.request.jsonata | $seller.idNumber | $seller.idNumber) | HUB-3001 | land-registry/mappings/title.request.jsonata:6
            land-registry/samples/title/to-department.json | GET | POST | HUB-3002 | land-registry/samples/title/to-department.json:1
            land-registry/samples/title/from-department.json | "residential" | "home" | HUB-3004 | land-registry/samples/title/from-department.json:1
            land-registry/samples/register-transfer/to-department.json | "priceFen": 128000000, | "" | HUB-3004 | land-registry/samples/register-transfer/to-department.json:1
            housing-fund/samples/withdraw-apply/to-department.xml | 50000.00 | 50000.0 | HUB-3002 | housing-fund/samples/withdraw-apply/to-department.xml:1
            civil-affairs/samples/find-note/to-department.xml | MZ0202 | MZ0203 | HUB-3002 | civil-affairs/samples/find-note/to-department.xml:1
            """)
    void findsTheFault(String file, String before, String after, String code, String place) throws IOException {
        copyTree();
        spoil(root.resolve("departments").resolve(file), before, after);

        var found = check(file.substring(0, file.indexOf('/')));

        assertThat(found).anySatisfy(diagnostic -> assertThat(diagnostic.toString())
                .startsWith("departments/" + place + ":")
                .contains(": " + code + " "));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            TransferTaxService.wsdl | schemaLocation="xsd/transfer-tax.xsd" | schemaLocation="CANARY/a.xsd"
            TransferTaxService.wsdl | schemaLocation="xsd/transfer-tax.xsd" | schemaLocation="//localhost/a.xsd"
            TransferTaxService.wsdl | schemaLocation="xsd/transfer-tax.xsd" | schemaLocation="../../../calendars/a.xsd"
            TransferTaxService.wsdl | schemaLocation="xsd/transfer-tax.xsd" | schemaLocation="missing.xsd"
            TransferTaxService.wsdl | <wsdl:types> | <wsdl:import namespace="urn:a" location="CANARY/a.wsdl"/><wsdl:types>
            xsd/transfer-tax.xsd | schemaLocation="common.xsd" | schemaLocation="CANARY/b.xsd"
            xsd/common.xsd | elementFormDefault="qualified"> | elementFormDefault="qualified"><xsd:include schemaLocation="CANARY/c.xsd"/>
            """)
    void refusesAContractThatReachesOutsideItsFolder(String file, String before, String after) throws IOException {
        copyTree();
        var asked = new ConcurrentLinkedQueue<String>();
        var canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
        try {
            var at = "http://127.0.0.1:" + canary.getAddress().getPort();
            var spoilt = after.replace("CANARY", at);
            spoil(root.resolve("departments/tax/contract").resolve(file), before, spoilt);

            var found = check("tax");

            var location = spoilt.replaceAll("(?s).*[lL]ocation=\"([^\"]+)\".*", "$1");
            assertThat(found).anySatisfy(diagnostic -> assertThat(diagnostic.toString())
                    .contains(" HUB-3006 ", Path.of(file).getFileName() + " imports " + location));
            assertThat(asked).isEmpty();
        } finally {
            canary.stop(0);
        }
    }

    private static void spoil(Path file, String before, String after) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after.equals("\"\"") ? "" : after));
    }

    private List<Diagnostic> check(String department) {
        var tree = Configuration.load(root, Settings.of(Map.of())).orThrow();
        return FolderCheck.of(root, Objects.requireNonNull(tree.departments().get(department)));
    }

    private void copyTree() throws IOException {
        for (var folder :
                List.of("departments", "matters", "inquiries", "licences", "materials", "calendars", "hub.yaml")) {
            copy(RealTree.ROOT.resolve(folder), root.resolve(folder));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
