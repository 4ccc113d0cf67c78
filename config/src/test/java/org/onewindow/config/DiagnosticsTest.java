package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of the catalogue, put into a good tree, is found alone, at its very character. */
class DiagnosticsTest {

    private static final String TAX = "departments/tax/department.yaml";
    private static final String REGISTRY = "departments/registry/department.yaml";
    private static final String FUND = "departments/fund/department.yaml";
    private static final String PAY = "departments/pay/department.yaml";
    private static final String SALE = "matters/sale.yaml";
    private static final String FORM = "matters/sale.form.schema.json";
    private static final String CHECK = "inquiries/check.yaml";
    private static final String YEAR = "calendars/cn-2026.yaml";

    /**
     * One slip of the pen.
     *
     * @param text instead of {@code old}; the ¦ marks where the fault is to be found
     */
    private record Slip(String name, String file, String old, String text, String fault) {}

    private static final List<Slip> SLIPS = List.of(
            // structure
            new Slip(
                    "a quote that is not closed",
                    TAX,
                    "hours: \"00:30-23:30\"}",
                    "hours: \"00:30-23:30}",
                    "HUB-1001 not YAML"),
            new Slip(
                    "a mistyped key",
                    TAX,
                    "{timeout:",
                    "{¦timout:",
                    "HUB-1002 unknown key \"timout\"; did you mean \"timeout\"?"),
            new Slip(
                    "a key that a kind of step does not have",
                    SALE,
                    "of: seller,",
                    "of: seller, ¦supplement: assess,",
                    "HUB-1002 unknown key \"supplement\""),
            new Slip(
                    "a missing key",
                    TAX,
                    "apiVersion: hub/v1\nid: tax",
                    "¦apiVersion: hub/v1",
                    "HUB-1003 key \"id\" is missing in " + TAX),
            new Slip(
                    "a text in one language",
                    SALE,
                    "seized: {zh-CN: 已查封, en: Seized}",
                    "¦seized: {zh-CN: 已查封}",
                    "HUB-1003 key \"en\" is missing in seized"),
            new Slip(
                    "a step that does nothing",
                    SALE,
                    "  transfer:\n",
                    "  ¦idle: {name: {zh-CN: 空, en: Idle}, department: tax}\n  transfer:\n",
                    "HUB-1003 key \"operation\" is missing in idle"),
            new Slip(
                    "no token address anywhere",
                    "departments/registry/contract/openapi.yaml",
                    "tokenUrl:",
                    "refreshUrl:",
                    "HUB-1003 key \"token-url\" is missing in oauth2-client"),
            new Slip(
                    "a text where a number belongs",
                    TAX,
                    "concurrency: 8",
                    "concurrency: ¦\"8\"",
                    "HUB-1004 \"concurrency\" is of type string where integer is wanted"),
            new Slip(
                    "no is a text",
                    TAX,
                    "digest: true",
                    "digest: ¦no",
                    "HUB-1004 \"digest\" is of type string where boolean is wanted"),
            new Slip(
                    "an unknown effect",
                    REGISTRY,
                    "call: correct, effect: key",
                    "call: correct, effect: ¦keys",
                    "HUB-1005 \"effect\" is not one of read, key, query, none; did you mean \"key\"?"),
            new Slip(
                    "a duration without a unit",
                    TAX,
                    "timeout: 25s",
                    "timeout: ¦25 s",
                    "HUB-1006 \"timeout\" has not the form it needs"),
            new Slip(
                    "an address that is none",
                    TAX,
                    "${TAX_URL:simulator}",
                    "¦ftp://tax.invalid",
                    "HUB-1006 \"url\" has not the form it needs"),
            new Slip(
                    "a secret's name in capitals",
                    TAX,
                    "\"${secret:tax/password}\"",
                    "¦\"${secret:Tax/Password}\"",
                    "HUB-1006 \"password\" has not the form it needs"),
            new Slip(
                    "a call that is no method and path",
                    PAY,
                    "call: POST /bills",
                    "call: ¦createBill",
                    "HUB-1006 \"call\" has not the form it needs"),
            new Slip(
                    "a constant's name with blanks",
                    TAX,
                    "channelCode:",
                    "¦\"channel code\":",
                    "HUB-1006 \"channel code\" has not the form it needs"),
            new Slip(
                    "a number above its bound",
                    TAX,
                    "concurrency: 8",
                    "concurrency: ¦4000",
                    "HUB-1007 \"concurrency\" is out of its bounds: maximum ≤ 512"),
            new Slip(
                    "a time-out of nothing",
                    TAX,
                    "timeout: 25s",
                    "timeout: ¦0s",
                    "HUB-1007 \"timeout\" is out of its bounds: duration > 0s"),
            new Slip(
                    "a key twice",
                    TAX,
                    "limits: {timeout: 25s",
                    "limits: {timeout: 20s, ¦timeout: 25s",
                    "HUB-1008 key \"timeout\" stands twice (first in line 10)"),
            new Slip(
                    "a tag",
                    TAX,
                    "channelCode: ZW0001",
                    "channelCode: ¦!!java.net.URL x",
                    "HUB-1009 tag tag:yaml.org,2002:java.net.URL is not allowed"),
            new Slip(
                    "many aliases",
                    TAX,
                    "channelCode: ZW0001",
                    "channelCode: &a x, all: [" + "*a, ".repeat(10) + "¦*a]",
                    "HUB-1010 more than 10 aliases"),
            new Slip(
                    "an alias of nothing",
                    TAX,
                    "channelCode: ZW0001",
                    "channelCode: ¦*a",
                    "HUB-1001 not YAML: alias *a stands for nothing"),
            new Slip(
                    "endless nesting",
                    TAX,
                    "channelCode: ZW0001",
                    "channelCode: " + "[".repeat(22) + "[¦x" + "]".repeat(23),
                    "HUB-1012 nested deeper than 24"),
            new Slip(
                    "two documents",
                    CHECK,
                    "operation: lien}\n",
                    "operation: lien}\n¦---\nmore: 1\n",
                    "HUB-1013 more than 1 documents in one file"),
            new Slip(
                    "a form that is not there",
                    SALE,
                    "form: sale.form.schema.json",
                    "form: ¦sail.form.schema.json",
                    "HUB-1015 file matters/sail.form.schema.json is missing"),
            new Slip(
                    "two ways to be reached",
                    TAX,
                    "  url: ${TAX_URL:simulator}",
                    "  ¦url: ${TAX_URL:simulator}\n  queue: A\n  reply-queue: B\n  charset: GBK",
                    "HUB-1017 \"endpoint\" needs exactly one of url, queue"),
            new Slip(
                    "two contracts",
                    FUND,
                    "{page: contract/README.md}",
                    "¦{page: contract/README.md, openapi: contract/README.md}",
                    "HUB-1017 \"contract\" needs exactly one of wsdl, openapi, page"),
            new Slip(
                    "another version of the syntax",
                    SALE,
                    "apiVersion: hub/v1",
                    "apiVersion: ¦hub/v2",
                    "HUB-1018 not the version of the syntax"),
            // meaning
            new Slip(
                    "an unknown department",
                    SALE,
                    "department: fund",
                    "department: ¦found",
                    "HUB-2001 no department \"found\"; did you mean \"fund\"?"),
            new Slip(
                    "an unknown operation",
                    SALE,
                    "operation: register\n",
                    "operation: ¦registre\n",
                    "HUB-2002 department registry has no operation \"registre\"; did you mean \"register\"?"),
            new Slip(
                    "an unknown operation in an inquiry",
                    CHECK,
                    "operation: lien",
                    "operation: ¦pledge",
                    "HUB-2002 department fund has no operation \"pledge\""),
            new Slip(
                    "an unknown query",
                    TAX,
                    "{operation: find-assessment,",
                    "{operation: ¦find-assesment,",
                    "HUB-2002 department tax has no operation \"find-assesment\"; did you mean \"find-assessment\"?"),
            new Slip(
                    "an unknown undo",
                    SALE,
                    "undo: by-person",
                    "undo: ¦refund",
                    "HUB-2002 department pay has no operation \"refund\""),
            new Slip(
                    "an unknown step",
                    SALE,
                    "after: [assessment]",
                    "after: [assessment, ¦asessment]",
                    "HUB-2003 no step \"asessment\"; did you mean \"assessment\"?"),
            new Slip(
                    "steps in a circle",
                    SALE,
                    "after: [agreement, title, pledge]",
                    "after: [agreement, title, pledge, ¦transfer]",
                    "HUB-2004 the steps wait for each other in a circle: assessment → transfer → payment → assessment"),
            new Slip(
                    "a step that waits for itself",
                    SALE,
                    "after: [payment]",
                    "after: [payment, ¦transfer]",
                    "HUB-2004 the steps wait for each other in a circle: transfer → transfer"),
            new Slip(
                    "an expression cut short",
                    SALE,
                    "\"'seizure' in facts.title.kinds\"",
                    "\"'seizure' i¦n\"",
                    "HUB-2005 the expression does not compile: Unexpected end of expression"),
            new Slip(
                    "a faulty line of a block",
                    SALE,
                    "        $due > 0\n",
                    "        $due > ¦= 0\n",
                    "HUB-2005 the expression does not compile"),
            new Slip(
                    "a function that nobody has",
                    SALE,
                    "amount: facts.assessment.totalFen",
                    "amount: ¦$summ(facts.assessment.totalFen)",
                    "HUB-2005 the expression does not compile: no function $summ; did you mean \"$sum\"?"),
            new Slip(
                    "a fault behind quotes in quotes",
                    SALE,
                    "when: \"'seizure' in facts.title.kinds\"",
                    "when: '''a'' = ¦$q()'",
                    "HUB-2005 the expression does not compile: no function $q"),
            new Slip(
                    "a fault in a computed value",
                    TAX,
                    "$serialNumber()",
                    "¦$serialNo()",
                    "HUB-2005 the expression does not compile: no function $serialNo"),
            new Slip(
                    "an unknown reason",
                    SALE,
                    "reason: seized",
                    "reason: ¦siezed",
                    "HUB-2006 no reason \"siezed\"; did you mean \"seized\"?"),
            new Slip(
                    "an unknown role",
                    SALE,
                    "of: seller",
                    "of: ¦sellers",
                    "HUB-2007 no role \"sellers\"; did you mean \"seller\"?"),
            new Slip(
                    "shares of an unknown role",
                    SALE,
                    "shares-add-up: [seller, buyer]",
                    "shares-add-up: [seller, ¦donor]",
                    "HUB-2007 no role \"donor\""),
            new Slip(
                    "holders of an unknown role",
                    SALE,
                    "holders: buyer",
                    "holders: ¦buyers",
                    "HUB-2007 no role \"buyers\"; did you mean \"buyer\"?"),
            new Slip(
                    "an inquiry that acts",
                    CHECK,
                    "operation: lien",
                    "operation: lien}\n  act: {department: registry, operation: ¦register",
                    "HUB-2008 operation register has effect key, but here only read will do"),
            new Slip(
                    "an undo that only looks",
                    SALE,
                    "{department: registry, operation: correct}",
                    "{department: registry, operation: ¦title}",
                    "HUB-2008 operation title has effect read, but here only key, query, none will do"),
            new Slip(
                    "a supplement that only looks",
                    SALE,
                    "supplement: correct",
                    "supplement: ¦title",
                    "HUB-2008 operation title has effect read, but here only key, query, none will do"),
            new Slip(
                    "a query that acts",
                    TAX,
                    "{operation: find-assessment,",
                    "{operation: ¦assess,",
                    "HUB-2008 operation assess has effect query, but here only read will do"),
            new Slip(
                    "a poll that acts",
                    REGISTRY,
                    "poll: title",
                    "poll: ¦correct",
                    "HUB-2008 operation correct has effect key, but here only read will do"),
            new Slip(
                    "a payment that only looks",
                    SALE,
                    "operation: bill",
                    "operation: ¦show-bill",
                    "HUB-2008 operation show-bill has effect read"),
            new Slip(
                    "a contract that is not there",
                    FUND,
                    "contract/README.md",
                    "¦contract/README.txt",
                    "HUB-2010 contract contract/README.txt is missing"),
            new Slip(
                    "a contract outside the folder",
                    FUND,
                    "contract/README.md",
                    "¦../pay/contract/README.md",
                    "HUB-1006 \"page\" has not the form it needs"),
            new Slip(
                    "a port that the WSDL lacks",
                    TAX,
                    "port: TaxPort",
                    "port: ¦TaxPorts",
                    "HUB-2011 \"TaxPorts\" does not stand in the contract; did you mean \"TaxPort\"?"),
            new Slip(
                    "a call that the WSDL lacks",
                    TAX,
                    "call: findTax",
                    "call: ¦findTaxes",
                    "HUB-2011 \"findTaxes\" does not stand in the contract; did you mean \"findTax\"?"),
            new Slip(
                    "a call that the OpenAPI lacks",
                    REGISTRY,
                    "call: getTitle",
                    "call: ¦getTitel",
                    "HUB-2011 \"getTitel\" does not stand in the contract; did you mean \"getTitle\"?"),
            new Slip(
                    "a password as a value",
                    TAX,
                    "\"${secret:tax/password}\"",
                    "¦hunter2",
                    "HUB-2013 \"password\" is a secret written as a value"),
            new Slip(
                    "a token among the constants",
                    TAX,
                    "channelCode: ZW0001",
                    "apiToken: ¦abc",
                    "HUB-2013 \"apiToken\" is a secret written as a value"),
            new Slip(
                    "an id that is not the folder's",
                    PAY,
                    "id: pay",
                    "id: ¦payment",
                    "HUB-2014 \"payment\" stands where the name of the folder is \"pay\""),
            new Slip(
                    "a code that is not the file's",
                    SALE,
                    "code: sale",
                    "code: ¦sales",
                    "HUB-2014 \"sales\" stands where the name of the file is \"sale\""),
            new Slip("another year than the file's", YEAR, "year: 2026", "year: ¦2025", "HUB-2014"),
            new Slip(
                    "effect query without a query",
                    REGISTRY,
                    "  correct: {call: correct, effect: key}",
                    "  ¦correct: {call: correct, effect: query}",
                    "HUB-2015 operation correct has effect query, but no query:"),
            new Slip(
                    "a query for a key",
                    TAX,
                    "effect: query\n    query:",
                    "effect: key\n    ¦query:",
                    "HUB-2016 operation assess has query:, but effect key"),
            new Slip(
                    "a form that is no schema",
                    FORM,
                    "\"type\": \"string\"",
                    "¦\"type\": \"text\"",
                    "HUB-2017 no JSON Schema of an object: /properties/titleNumber/type"),
            new Slip(
                    "a form that is no JSON",
                    FORM,
                    "\"properties\": {",
                    "\"properties\": ¦oops",
                    "HUB-2017 no JSON Schema of an object: Unrecognized token"),
            new Slip(
                    "a form that is no object",
                    FORM,
                    "\"type\": \"object\"",
                    "¦\"type\": \"array\"",
                    "HUB-2017 no JSON Schema of an object: \"type\": \"object\""),
            new Slip(
                    "a time-out of hours",
                    TAX,
                    "timeout: 25s",
                    "timeout: ¦10h",
                    "HUB-2018 \"timeout\" is 10h, more than the bound of 5m"),
            new Slip(
                    "a patient inquiry",
                    CHECK,
                    "within: 5s",
                    "within: ¦2m",
                    "HUB-2018 \"within\" is 2m, more than the bound of 30s"),
            new Slip(
                    "a step longer than the law",
                    SALE,
                    "limit: 3d",
                    "limit: ¦40d",
                    "HUB-2018 \"limit\" is 40d, more than the bound of 30d"),
            new Slip(
                    "a setting that is not set",
                    TAX,
                    "${TAX_URL:simulator}",
                    "¦${TAX_URL}",
                    "HUB-2019 setting TAX_URL is not set and has no default"),
            new Slip(
                    "a secret among the constants",
                    TAX,
                    "channelCode: ZW0001",
                    "channelCode: \"a ¦${secret:tax/code}\"",
                    "HUB-2020 a reference cannot stand in \"channelCode\""),
            new Slip(
                    "a secret in an address",
                    TAX,
                    "${TAX_URL:simulator}",
                    "http://¦${secret:tax/host}/",
                    "HUB-2020 a reference cannot stand in \"url\""),
            new Slip(
                    "facts of no step",
                    SALE,
                    "from: facts.transfer.certificate",
                    "from: ¦facts.transfers.certificate",
                    "HUB-2021 the expression reads facts of \"transfers\", which is no step; did you mean \"transfer\"?"),
            new Slip(
                    "a callback that nobody can prove",
                    PAY,
                    "call: POST /bills, effect: key",
                    "call: POST /bills, effect: key, outcome: {by: ¦callback}",
                    "HUB-2022 operation bill is answered by callback, but the department has no callbacks:"),
            new Slip(
                    "a queue over HTTP",
                    PAY,
                    "call: POST /bills, effect: key",
                    "call: POST /bills, effect: key, outcome: {by: ¦queue}",
                    "HUB-2023 by: queue does not go with endpoint: {url}"),
            new Slip(
                    "an answer at once over a queue",
                    FUND,
                    "  lien: {call: LIEN, effect: read, outcome: {by: queue, within: 5m}}",
                    "  ¦lien: {call: LIEN, effect: read}",
                    "HUB-2023 an answer at once does not go with endpoint: {queue}"),
            new Slip(
                    "polling of nothing",
                    PAY,
                    "call: POST /bills, effect: key",
                    "call: POST /bills, effect: key, outcome: {by: ¦poll}",
                    "HUB-2024 outcome of bill is polled, but poll is missing"),
            new Slip(
                    "polling without a pace",
                    PAY,
                    "call: POST /bills, effect: key",
                    "call: POST /bills, effect: key, outcome: {by: poll, poll: ¦show-bill}",
                    "HUB-2024 outcome of bill is polled, but every is missing"),
            new Slip(
                    "a promise longer than the law",
                    SALE,
                    "promised: 5d",
                    "promised: ¦31d",
                    "HUB-2026 statutory: 30d is less than promised: 31d"),
            new Slip(
                    "fewer at most than at least", SALE, "seller: 1..10", "seller: ¦5..2", "HUB-2026 2 is less than 5"),
            new Slip(
                    "a Saturday off",
                    YEAR,
                    "off: [2026-01-01,",
                    "off: [¦2026-01-03,",
                    "HUB-2027 2026-01-03 cannot stand here: SATURDAY"),
            new Slip(
                    "a Monday worked",
                    YEAR,
                    "2026-01-04",
                    "¦2026-01-05",
                    "HUB-2027 2026-01-05 cannot stand here: MONDAY"),
            new Slip(
                    "a day of another year",
                    YEAR,
                    "2026-01-02",
                    "¦2027-01-04",
                    "HUB-2027 2027-01-04 cannot stand here: year ≠ 2026"),
            new Slip(
                    "a day that does not exist",
                    YEAR,
                    "2026-01-02",
                    "¦2026-02-30",
                    "HUB-2027 2026-02-30 cannot stand here"),
            new Slip(
                    "an unknown character set",
                    FUND,
                    "charset: GB18030",
                    "charset: ¦GB18031",
                    "HUB-2028 no character set \"GB18031\""),
            new Slip(
                    "an event of nothing",
                    SALE,
                    "event: RELEASED, subject: form.titleNumber,",
                    "event: ¦RELEASED,",
                    "HUB-2029 event RELEASED has no subject:"),
            new Slip(
                    "an event of the silent",
                    FUND,
                    "events: {topic: FUND.EVENT, subscription: hub}",
                    "",
                    "HUB-2030 department fund tells no events"),
            new Slip(
                    "facts before their time",
                    SALE,
                    "when: \"'seizure' in facts.title.kinds\"",
                    "when: ¦facts.pledge.pledged",
                    "HUB-2031 step title reads facts of pledge, but does not wait for it"),
            new Slip(
                    "a memory without a key",
                    TAX,
                    "call: findTax, effect: read",
                    "call: findTax, effect: read, ¦kept: 2d",
                    "HUB-2032 operation find-assessment has kept:, but effect read"),
            new Slip(
                    "a field that the form lacks",
                    SALE,
                    "one-open-case-per: form.titleNumber",
                    "one-open-case-per: ¦form.titelNumber",
                    "HUB-2033 the expression reads form.titelNumber, which the form does not have; did you mean \"titleNumber\"?"),
            new Slip(
                    "a password in an address",
                    TAX,
                    "${TAX_URL:simulator}",
                    "¦https://me:pw@tax.invalid/",
                    "HUB-2034 \"url\" is an address with a password in it"),
            new Slip(
                    "a database's password",
                    "hub.yaml",
                    "port: 8080",
                    "database-url: ¦jdbc:postgresql://db/hub?user=hub&password=x",
                    "HUB-2034 \"database-url\" is an address with a password in it"));

    @TestFactory
    Stream<DynamicTest> finds(@TempDir Path folder) {
        return SLIPS.stream()
                .map(slip -> DynamicTest.dynamicTest(slip.name(), () -> {
                    var tree = Tree.in(folder.resolve(slip.name().replace('/', ' ')))
                            .change(slip.file(), slip.old(), slip.text());

                    var faults = tree.faults();

                    assertThat(faults).hasSize(1);
                    assertThat(faults.getFirst()).contains(slip.fault());
                    if (slip.text().contains("¦")) {
                        assertThat(faults.getFirst()).startsWith(tree.marked() + ": ");
                    }
                }));
    }

    @Test
    void findsNothingInAGoodTree(@TempDir Path folder) {
        assertThat(Tree.in(folder).faults()).isEmpty();
    }

    @Test
    void findsAMissingMapping(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .remove("departments/fund/mappings/lien.reply.jsonata")
                .write("departments/fund/mappings/lein.reply.jsonata", "{}");

        assertThat(tree.faults())
                .containsExactly(FUND + ":8:3: HUB-2009 mapping mappings/lien.reply.jsonata is missing;"
                        + " did you mean \"mappings/lein.reply.jsonata\"?");
    }

    @Test
    void wantsTheMappingInTheLanguageOfTheFormat(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .remove("departments/tax/mappings/assess.request.xslt")
                .write("departments/tax/mappings/assess.request.jsonata", "{}");

        assertThat(tree.faults())
                .singleElement()
                .asString()
                .startsWith(TAX + ":14:3: HUB-2009 mapping mappings/assess.request.xslt is missing");
    }

    @Test
    void wantsAMappingOfTheEvents(@TempDir Path folder) {
        var tree = Tree.in(folder).remove("departments/fund/mappings/events.jsonata");

        assertThat(tree.faults()).containsExactly(FUND + ":9:1: HUB-2009 mapping mappings/events.jsonata is missing");
    }

    @Test
    void findsAContractThatIsNoWsdl(@TempDir Path folder) {
        var tree = Tree.in(folder).write("departments/tax/contract/tax.wsdl", "<a>\n<b></a>");

        assertThat(tree.faults())
                .containsExactly(TAX + ":6:18: HUB-2012 contract contract/tax.wsdl cannot be read: no XML at line 2");
    }

    @Test
    void refusesAContractWithADoctype(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .change(
                        "departments/tax/contract/tax.wsdl",
                        "<wsdl:definitions",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><wsdl:definitions");

        assertThat(tree.faults())
                .containsExactly(TAX + ":6:18: HUB-2012 contract contract/tax.wsdl cannot be read: it has a DOCTYPE");
    }

    @Test
    void findsAFormatThatDoesNotGoWithTheContract(@TempDir Path folder) {
        var tree = Tree.in(folder).change(TAX, "format: xml", "format: ¦json");

        assertThat(tree.faults())
                .contains(tree.marked() + ": HUB-2025 format json does not go with a contract of kind wsdl");
    }

    @Test
    void refusesWhatIsTooLargeOrNotUtf8(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .write(CHECK, "#".repeat(YamlFile.LARGEST + 1))
                .write(YEAR, new byte[] {'y', ':', ' ', (byte) 0xD6, (byte) 0xD0});

        assertThat(tree.faults())
                .containsExactly(
                        YEAR + ":1:1: HUB-1014 the file cannot be read: not UTF-8",
                        CHECK + ":1:1: HUB-1011 the file is larger than 1048576 bytes");
    }

    @Test
    void refusesCharactersThatYamlForbids(@TempDir Path folder) {
        var tree = Tree.in(folder).change(YEAR, "work:", "# \u0007\nwork:");

        assertThat(tree.faults()).containsExactly(YEAR + ":3:3: HUB-1001 not YAML: a character that is not allowed");
    }

    @Test
    void refusesAnEmptyFile(@TempDir Path folder) {
        assertThat(Tree.in(folder).write(YEAR, "").faults())
                .containsExactly(YEAR + ":1:1: HUB-1013 0 documents in one file");
    }

    @Test
    void findsFilesThatDoNotBelongHereOrAreMissing(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .write("matters/other.yml", "a: 1")
                .write("departments/README.md", "")
                .write("departments/new/notes.txt", "");

        assertThat(tree.faults())
                .containsExactly(
                        "departments/README.md:1:1: HUB-1016 departments/README.md is no file of the tree",
                        "departments/new/department.yaml:1:1: HUB-1015 file departments/new/department.yaml is missing",
                        "matters/other.yml:1:1: HUB-1016 matters/other.yml is no file of the tree");
    }

    @Test
    void findsThatThereIsNoTree(@TempDir Path folder) {
        assertThat(Configuration.load(folder, Settings.of(java.util.Map.of())))
                .isInstanceOfSatisfying(Configuration.Broken.class, broken -> assertThat(broken.diagnostics())
                        .hasSize(1));
    }

    @Test
    void saysNothingMoreAboutADepartmentThatCannotBeRead(@TempDir Path folder) {
        var tree = Tree.in(folder).write(FUND, "id: [");

        assertThat(tree.faults()).singleElement().asString().startsWith(FUND + ":");
    }

    @Test
    void findsTwelveFaultsInOneRun(@TempDir Path folder) {
        var tree = Tree.in(folder)
                .change(TAX, "limits: {timeout: 25s", "limits: {timout: 25s")
                .change(TAX, "\"${secret:tax/password}\"", "hunter2")
                .change(TAX, "call: findTax,", "call: findTaxes,")
                .change(REGISTRY, "poll: title", "poll: titel")
                .remove("departments/fund/mappings/lien.reply.jsonata")
                .change(PAY, "id: pay", "id: payment")
                .change(SALE, "reason: seized", "reason: siezed")
                .change(SALE, "department: fund", "department: found")
                .change(SALE, "after: [agreement, title, pledge]", "after: [agreement, title, pledge, transfer]")
                .change(SALE, "$due > 0", "$due >")
                .change(CHECK, "within: 5s", "within: 5m")
                .change(YEAR, "2026-01-04", "2026-01-05");

        assertThat(tree.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        "HUB-1002",
                        "HUB-2013",
                        "HUB-2011",
                        "HUB-2002",
                        "HUB-2009",
                        "HUB-2014",
                        "HUB-2006",
                        "HUB-2001",
                        "HUB-2004",
                        "HUB-2005",
                        "HUB-2018",
                        "HUB-2027");
    }

    @Test
    void neverPrintsASecretThatWasWrittenAsAValue(@TempDir Path folder) {
        var tree = Tree.in(folder).change(TAX, "\"${secret:tax/password}\"", "hunter2");

        var diagnostic = tree.diagnostics().getFirst();

        assertThat(diagnostic.in(Locale.ENGLISH))
                .doesNotContain("hunter2")
                .contains("write ${secret:tax/password} here");
        assertThat(diagnostic.in(Locale.CHINA)).doesNotContain("hunter2").contains("密钥");
    }

    @Test
    void saysInBothLanguagesWhatToWrite(@TempDir Path folder) {
        var diagnostic = Tree.in(folder)
                .change(TAX, "{timeout:", "{timout:")
                .diagnostics()
                .getFirst();

        assertThat(diagnostic.in(Locale.ENGLISH))
                .isEqualTo(
                        """
                departments/tax/department.yaml:10:10: HUB-1002 unknown key "timout"; did you mean "timeout"?
                    A key that nobody reads is a setting that silently does nothing.
                    → write one of: timeout, concurrency, rate, hours; or take the key away""");
        assertThat(diagnostic.in(Locale.CHINA))
                .isEqualTo(
                        """
                departments/tax/department.yaml:10:10: HUB-1002 未知的键“timout”；是否想写“timeout”？
                    没有人读取的键，等于悄悄失效的设置。
                    → 请用以下之一：timeout, concurrency, rate, hours；或删除该键""");
    }

    @Test
    void everyFaultOfTheCatalogueIsTested() {
        var tested = new TreeSet<>(List.of("HUB-1011", "HUB-1014", "HUB-1016", "HUB-2009", "HUB-2012", "HUB-2025"));
        SLIPS.forEach(slip -> tested.add(slip.fault().substring(0, 8)));

        assertThat(tested)
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).map(Fault::code).sorted().toList());
    }

    @Test
    void everyFaultHasItsTextsInBothLanguages() {
        var missing = new ArrayList<String>();
        for (var fault : Fault.values()) {
            var diagnostic = fault.at(Place.startOf("f"), "a", "b", "c", "d");
            for (var text : List.of(diagnostic.what(), diagnostic.why(), diagnostic.write())) {
                if (text.en().isBlank() || text.zhCN().isBlank() || text.en().equals(text.zhCN())) {
                    missing.add(fault.code());
                }
            }
            assertThat(FaultTexts.explain(fault.code())).isPresent();
        }
        assertThat(missing).isEmpty();
        assertThat(FaultTexts.explain("HUB-9999")).isEmpty();
    }
}
