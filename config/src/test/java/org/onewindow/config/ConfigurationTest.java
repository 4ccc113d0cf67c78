package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Matter.RequiredMaterial.Source;

class ConfigurationTest {

    private static Department department(Tree tree, String id, Map<String, String> settings) {
        return Objects.requireNonNull(
                tree.load(settings).orThrow().departments().get(id));
    }

    private static String url(Department department) {
        return ((Department.Endpoint.Http) department.endpoint()).url();
    }

    @Test
    void readsADepartment(@TempDir Path folder) {
        var tax = department(Tree.in(folder), "tax", Map.of());

        assertThat(tax.name()).isEqualTo(new Localised("税务局", "Tax bureau"));
        assertThat(tax.kind()).isEqualTo(Department.Kind.DEPARTMENT);
        assertThat(tax.contract())
                .isEqualTo(new Department.Contract.Wsdl(
                        folder.resolve("departments/tax/contract/tax.wsdl"), "TaxService", "TaxPort"));
        assertThat(tax.limits())
                .isEqualTo(new Department.Limits(
                        Duration.ofSeconds(25),
                        8,
                        50,
                        new Department.Hours(LocalTime.of(0, 30), LocalTime.of(23, 30))));
        assertThat(tax.values()).isEqualTo(Map.of("channelCode", "ZW0001"));
        assertThat(tax.operations().keySet()).containsExactly("assess", "find-assessment");
        var query = Objects.requireNonNull(tax.operation("assess").query());
        assertThat(query.settle()).isEqualTo(Duration.ofSeconds(30));
        assertThat(query.happenedWhen().holds(Json.object("{facts: {assessmentNumber: 'A1'}}")))
                .isTrue();
        assertThat(query.happenedWhen().holds(Json.object("{facts: {}}"))).isFalse();
    }

    @Test
    void readsADepartmentBehindTheBroker(@TempDir Path folder) {
        var fund = department(Tree.in(folder), "fund", Map.of());

        assertThat(fund.endpoint())
                .isEqualTo(new Department.Endpoint.Jms(
                        "FUND.REQ", "HUB.RSP", "GB18030", Map.of("TXN", "$call"), null, new Correlation.OwnId()));
        assertThat(fund.operation("lien").outcome())
                .isEqualTo(new Operation.Outcome(Operation.Outcome.By.QUEUE, null, null, Duration.ofMinutes(5)));
        assertThat(fund.limits()).isEqualTo(new Department.Limits(Duration.ofSeconds(30), 8, null, null));
    }

    @Test
    void putsTheSimulatorsInThePlaceOfTheContractsHost(@TempDir Path folder) {
        var tree = Tree.in(folder);
        var settings = Map.of("HUB_SIMULATORS", "http://127.0.0.1:9999/");

        assertThat(url(department(tree, "tax", settings))).isEqualTo("http://127.0.0.1:9999/tax/services/Tax");
        assertThat(url(department(tree, "pay", settings))).isEqualTo("http://127.0.0.1:9999/pay");
        assertThat(department(tree, "registry", settings).endpoint())
                .isEqualTo(new Department.Endpoint.Http(
                        "http://127.0.0.1:9999/registry/v2",
                        null,
                        null,
                        new Department.Security.OAuth2Client(
                                "http://127.0.0.1:9999/registry/oauth/token",
                                "hub",
                                new SecretReference("registry/client"),
                                java.util.List.of())));
    }

    @Test
    void takesAddressesAndUsersFromTheSettings(@TempDir Path folder) {
        var tree = Tree.in(folder);
        var settings = Map.of(
                "TAX_URL", "https://tax.example/ws/", "TAX_USER", "city", "REGISTRY_URL", "https://r.example/v2");

        var tax = (Department.Endpoint.Http) department(tree, "tax", settings).endpoint();
        var registry = (Department.Endpoint.Http)
                department(tree, "registry", settings).endpoint();

        assertThat(tax)
                .isEqualTo(new Department.Endpoint.Http(
                        "https://tax.example/ws",
                        null,
                        null,
                        new Department.Security.UsernameToken("city", new SecretReference("tax/password"), true)));
        assertThat(((Department.Security.OAuth2Client) registry.security()).tokenUrl())
                .isEqualTo("https://registry.invalid/oauth/token");
    }

    @Test
    void takesKeysAndCertificatesFromTheSecrets(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .change(
                        "departments/registry/department.yaml",
                        "security: {oauth2-client: {client: hub, secret: \"${secret:registry/client}\"}}",
                        """
                        tls: {certificate: "${secret:registry/certificate}", key: "${secret:registry/tls}", authorities: "${secret:ca}"},
                         security: {api-key: {header: X-Api-Key, key: "${secret:registry/key}"}}""");

        var registry = (Department.Endpoint.Http)
                department(tree, "registry", Map.of()).endpoint();

        assertThat(registry.security())
                .isEqualTo(new Department.Security.ApiKey(false, "X-Api-Key", new SecretReference("registry/key")));
        assertThat(registry.tls())
                .isEqualTo(new Department.Tls(
                        new SecretReference("registry/certificate"),
                        new SecretReference("registry/tls"),
                        new SecretReference("ca")));
    }

    @Test
    void takesSettingsFromTheHubsFileUnlessTheEnvironmentHasThem(@TempDir Path folder) {
        var tree = Tree.in(folder).change("hub.yaml", "port: 8080", "simulators: http://sim:1");

        assertThat(url(department(tree, "pay", Map.of()))).isEqualTo("http://sim:1/pay");
        assertThat(url(department(tree, "pay", Map.of("HUB_SIMULATORS", "http://env:2"))))
                .isEqualTo("http://env:2/pay");
    }

    @Test
    void readsAMatter(@TempDir Path folder) {
        var sale = Objects.requireNonNull(
                Tree.in(folder).load(Map.of()).orThrow().matters().get("sale"));

        assertThat(sale.limit()).isEqualTo(new Matter.Limit(30, 5));
        assertThat(sale.parties())
                .isEqualTo(Map.of("seller", new Matter.Count(1, 10), "buyer", new Matter.Count(1, 10)));
        assertThat(sale.steps().keySet())
                .containsExactly("agreement", "title", "pledge", "assessment", "payment", "transfer");
        assertThat(sale.step("agreement").work())
                .isEqualTo(new Matter.Work.Confirmation("seller", Duration.ofDays(10)));
        assertThat(sale.step("title").shows()).isEqualTo(Matter.Shows.SELLERS);
        assertThat(sale.step("payment").undo()).isEqualTo(new Matter.Undo.ByPerson());
        assertThat(sale.step("transfer").undo()).isEqualTo(new Matter.Undo.Call("registry", "correct"));
        assertThat(sale.step("transfer").limitDays()).isEqualTo(3);
        assertThat(sale.step("pledge").holdWhen().getFirst().every()).isEqualTo(Duration.ofDays(1));
        assertThat(sale.formSchema()).contains("\"titleNumber\"");
    }

    @Test
    void readsWhatAMatterAsksFor(@TempDir Path folder) {
        var asked = Objects.requireNonNull(
                        Tree.in(folder).load(Map.of()).orThrow().matters().get("sale"))
                .materials();

        var extract = asked.getFirst();
        assertThat(extract.name()).isEqualTo(new Localised("查档证明", "Extract"));
        assertThat(extract.from()).containsExactly(Source.DATA, Source.STORED, Source.UPLOAD);
        assertThat(extract.of()).isEqualTo("buyer");
        assertThat(extract.atLeast()).isEqualTo(TrustLevel.A);
        assertThat(extract.maxAge()).isEqualTo(Duration.ofDays(30));
        assertThat(extract.validOn()).isEqualTo(Matter.RequiredMaterial.ValidOn.SUBMIT);
        assertThat(extract.when()).asString().isEqualTo("form.priceFen > 0");
        assertThat(asked.getLast())
                .isEqualTo(new Matter.RequiredMaterial(
                        "contract",
                        new Localised("合同", "Contract"),
                        Set.of(Source.UPLOAD),
                        null,
                        TrustLevel.C,
                        null,
                        Matter.RequiredMaterial.ValidOn.DECISION,
                        null));
    }

    @Test
    void readsTheCatalogueOfMaterials(@TempDir Path folder) {
        var materials = Tree.in(folder).load(Map.of()).orThrow().materials();

        assertThat(materials.keySet()).containsExactly("contract", "extract", "mandate");
        assertThat(materials.get("mandate"))
                .isEqualTo(new MaterialType(
                        "mandate",
                        new Localised("授权委托书", "Mandate"),
                        LicenceType.Holders.PERSON,
                        LicenceType.Sensitivity.GENERAL,
                        Duration.ofDays(365),
                        null,
                        true,
                        false,
                        Map.of(),
                        null,
                        List.of(),
                        List.of()));
        var extract = Objects.requireNonNull(materials.get("extract"));
        assertThat(extract.watched()).hasEntrySatisfying("titleNumber", watched -> assertThat(
                        watched.evaluate(Map.of("form", Map.of("titleNumber", "0012345"))))
                .isEqualTo("0012345"));
        assertThat(extract.verifiedBy()).satisfies(by -> {
            assertThat(Objects.requireNonNull(by).operation()).isEqualTo("title");
            assertThat(by.holds().holds(Map.of("facts", Map.of("state", "current"))))
                    .isTrue();
        });
        assertThat(extract.satisfiedBy())
                .extracting(MaterialType.Substitute::type)
                .containsExactly("title");
        assertThat(extract.needs()).containsExactly("card");
    }

    @Test
    void readsAnInquiry(@TempDir Path folder) {
        var check = Objects.requireNonNull(
                Tree.in(folder).load(Map.of()).orThrow().inquiries().get("check"));

        assertThat(check.within()).isEqualTo(Duration.ofSeconds(5));
        assertThat(check.asks().keySet()).containsExactly("title", "pledge");
        assertThat(Objects.requireNonNull(check.asks().get("pledge")).when()).isNull();
    }

    @Test
    void readsAChannel(@TempDir Path folder) {
        var app = Objects.requireNonNull(
                Tree.in(folder).load(Map.of()).orThrow().channels().get("app"));

        assertThat(app.name()).isEqualTo(new Localised("手机应用", "Mobile app"));
        assertThat(app.mapping()).isEqualTo(folder.resolve("channels/app/mapping.jsonata"));
        assertThat(app.matter()).isEqualTo("sale");
        assertThat(app.clients()).containsExactlyInAnyOrder("app", "window-system");
    }

    @Test
    void hasTheSameRevisionUntilAFileChanges(@TempDir Path folder) {
        var tree = Tree.in(folder);
        var before = tree.load(Map.of()).orThrow();

        assertThat(tree.load(Map.of("TAX_URL", "https://t.example")).orThrow().revision())
                .isEqualTo(before.revision());

        var after = tree.change("departments/tax/mappings/assess.reply.xslt", "{}", "{ }")
                .load(Map.of())
                .orThrow();
        assertThat(after.revision()).isNotEqualTo(before.revision()).matches("[0-9a-f]{12}");
        assertThat(Objects.requireNonNull(after.departments().get("tax")).revision())
                .isNotEqualTo(
                        Objects.requireNonNull(before.departments().get("tax")).revision());
        assertThat(after.departments().get("pay"))
                .extracting("revision")
                .isEqualTo(
                        Objects.requireNonNull(before.departments().get("pay")).revision());
        assertThat(after.matters().get("sale"))
                .extracting("revision")
                .isEqualTo(Objects.requireNonNull(before.matters().get("sale")).revision());
    }

    @Test
    void throwsABrokenTreeAtWhoeverInsistsOnOne(@TempDir Path folder) {
        var broken = Tree.in(folder)
                .change("matters/sale.yaml", "reason: seized", "reason: siezed")
                .load(Map.of());

        assertThatIllegalStateException()
                .isThrownBy(broken::orThrow)
                .withMessageContaining("matters/sale.yaml:19:68: HUB-2006 no reason \"siezed\"");
    }

    @Test
    void findsNothingWrongWithTheRealTree() {
        assertThat(Configuration.load(Path.of(""), Settings.of(Map.of()))).isInstanceOf(Configuration.Loaded.class);
    }
}
