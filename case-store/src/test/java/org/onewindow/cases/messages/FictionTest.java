package org.onewindow.cases.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.ResidentId;

class FictionTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Pattern NUMBER = Pattern.compile("\\d{17}[\\dX]");

    private static final String REQUEST =
            """
            {"applicant": {"kind": "person", "name": "张铭", "idType": "resident-id", "idNumber": "370102198503078212",
              "phone": "13800138000"}, "form": {"titleNumber": "鲁(2016)济南市不动产权第0012345号", "priceFen": 128000000,
              "fundWithdrawal": {"bank": "齐鲁银行", "account": "6222023602899998372"}}}""";

    private static final String SENT =
            """
            <?xml version="1.0" encoding="GBK"?>
            <soap:Body><q:call><q:xml>&lt;REQUEST&gt;&lt;XM&gt;张铭&lt;/XM&gt;&lt;ZJHM&gt;370102198503078212&lt;/ZJHM&gt;\
            &lt;YHZH&gt;6222023602899998372&lt;/YHZH&gt;&lt;/REQUEST&gt;</q:xml></q:call></soap:Body>""";

    private static final String HEARD =
            "<RESPONSE><CODE>0000</CODE><POXM>陈静</POXM><ZJHM>370102198105205044</ZJHM><LXDH>13900001111</LXDH>"
                    + "<token>s3cr3t-t0ken</token></RESPONSE>";

    private static final String REPLY =
            "{\"state\": \"answered\", \"facts\": {\"spouse\": {\"name\": \"陈静\", \"idNumber\": \"370102198105205044\"}}}";

    private static final Payload SAID = new Payload(
            Spoken.of(REQUEST.getBytes(UTF_8), UTF_8),
            Spoken.of(SENT.getBytes(GBK), GBK),
            Spoken.of(HEARD.getBytes(UTF_8), UTF_8),
            Spoken.of(REPLY.getBytes(UTF_8), UTF_8));

    @Test
    void masksEveryoneWhereverTheyStand() {
        var masked = Masked.of(SAID);

        assertThat(masked.all()).allSatisfy(step -> assertThat(step)
                .doesNotContain(
                        "张铭",
                        "陈静",
                        "370102198503078212",
                        "370102198105205044",
                        "13800138000",
                        "13900001111",
                        "6222023602899998372",
                        "s3cr3t-t0ken"));
        assertThat(masked.sent()).contains("&lt;XM&gt;张*&lt;/XM&gt;", "370*************12", "***************8372");
        assertThat(masked.request())
                .contains("鲁(2016)济南市不动产权第0012345号", "128000000")
                .hasSameSizeAs(REQUEST);
    }

    @Test
    void masksWhatOnlyItsFormGivesAway() {
        var said =
                "no field, but 370102198503078212 and +86 13800138000 and Bearer abcdefgh12345678 in /p?id=370102198503078212";

        var masked = Masked.of(new Payload(null, Spoken.of(said.getBytes(UTF_8), UTF_8), null, null));

        assertThat(masked.sent()).doesNotContain("370102198503078212", "13800138000", "abcdefgh12345678");
    }

    @Test
    void leavesWhatIsNobodys() {
        var said =
                "{\"case\": {\"number\": \"OW261124-7K3M9QXT-D\"}, \"serial\": \"20261124093015000001\", \"amount\": 312000.55}";

        var masked = Masked.of(new Payload(null, Spoken.of(said.getBytes(UTF_8), UTF_8), null, null));

        assertThat(masked.sent()).isEqualTo(said);
    }

    @Test
    void tellsTheSameStoryOfOtherPeople() {
        var told = Fiction.of(SAID);

        assertThat(told.all()).noneMatch(step -> step.contains("张铭") || step.contains("370102198503078212"));
        var numbers = NUMBER.matcher(String.valueOf(told.request()));
        assertThat(numbers.find()).isTrue();
        assertThat(ResidentId.isValid(numbers.group())).isTrue();
        assertThat(told.sent()).contains(numbers.group());
        var spouse = NUMBER.matcher(String.valueOf(told.reply()));
        assertThat(spouse.find()).isTrue();
        assertThat(spouse.group()).isNotEqualTo(numbers.group()).satisfies(number -> assertThat(told.heard())
                .contains(number));
        assertThat(spouse.group().charAt(16) % 2).as("a woman stays one").isEqualTo('4' % 2);
    }

    @Test
    void keepsMaterialsOutAndCutsWhatIsTooLong() {
        var vault = new Vault("a key for tests, long".getBytes(UTF_8), 10_000);
        var material = "<scan>" + "QUJD".repeat(5_000) + "</scan>";
        var endless = "<text>" + "long text ".repeat(2_000) + "</text>";

        var kept = vault.opened(vault.sealed(new Payload(
                        null,
                        Spoken.of(material.getBytes(UTF_8), UTF_8),
                        Spoken.of(endless.getBytes(UTF_8), UTF_8),
                        null)))
                .orElseThrow();

        assertThat(kept.sent()).isNotNull().satisfies(sent -> {
            assertThat(sent.text()).isEqualTo("<scan>[base64, 20000 characters]</scan>");
            assertThat(sent.cut()).isFalse();
        });
        assertThat(kept.heard()).isNotNull().satisfies(heard -> {
            assertThat(heard.cut()).isTrue();
            assertThat(heard.bytes()).hasSize(10_000);
            assertThat(heard.length()).isEqualTo(endless.length());
        });
    }

    @Test
    void opensNothingUnderAnotherKey() {
        var sealed = new Vault("a key for tests, long".getBytes(UTF_8), 10_000).sealed(SAID);

        assertThat(new Vault("another key, as long".getBytes(UTF_8), 10_000).opened(sealed))
                .isEmpty();
        assertThat(new String(sealed, UTF_8)).doesNotContain("370102198503078212");
    }
}
