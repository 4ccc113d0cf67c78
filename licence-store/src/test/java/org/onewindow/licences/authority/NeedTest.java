package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.TITLE;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of a licence a department opens the fields that its matter needs, and no others. */
class NeedTest {

    private static final String MATTER = "used-home-transfer";
    private static final Actor TAX = new Actor("officer-3", "department", "tax", null);
    private static final Actor WINDOW = new Actor("window-01", "window-system", null, null);

    private final Somebody wang = Somebody.arrives();

    @Test
    void opensOnlyTheFieldsThatTheMatterNeeds() {
        wang.holds(TITLE);
        var code = authorised(Map.of(TITLE, List.of("location")));

        assertThat(open(TAX, code, "location")).isInstanceOf(Opened.Given.class);
        assertThat(open(TAX, code, "location", "holders")).isEqualTo(new Opened.Refused("more-than-needed", null));
        assertThat(open(WINDOW, code, "holders"))
                .as("who has it by chance learns nothing")
                .isEqualTo(new Opened.Refused("unknown", null));
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void opensAllThatTheModesAllowWhereTheMatterNeedsIt() {
        wang.holds(TITLE);

        assertThat(open(TAX, authorised(Map.of()), "location", "holders")).isInstanceOf(Opened.Given.class);
    }

    /** Whatever a caller of the database leaves out: the use is written where the need is held. */
    @Test
    void isHeldByTheFunctionThatWritesTheUse() {
        wang.holds(TITLE);
        var code = authorised(Map.of(TITLE, List.of("location")));

        assertThat(uses(code, "location")).isEqualTo("ok");
        assertThat(uses(code, "holders")).isEqualTo("more-than-needed");
        assertThat(uses(code, "location holders")).isEqualTo("more-than-needed");
    }

    private static String uses(Code code, String fields) {
        return TAX.bind(JdbcClient.create(TestStore.DATABASE)
                        .sql("select outcome from lic.use_code(" + Actor.SQL
                                + ", :now, :code, :type, 'fields', string_to_array(:fields, ' '), null, null)"))
                .param("now", OffsetDateTime.ofInstant(TestStore.CLOCK.instant(), ZoneOffset.UTC))
                .param("code", code.hash())
                .param("type", TITLE)
                .param("fields", fields)
                .query(String.class)
                .single();
    }

    private Code authorised(Map<String, List<String>> fields) {
        var now = TestStore.CLOCK.instant();
        var grant = new Grant(
                Basis.STATUTORY,
                wang.id(),
                MATTER,
                wang.hasOpenCase(MATTER),
                List.of(TITLE),
                null,
                List.of(Mode.PREDICATE, Mode.FIELDS),
                fields,
                9,
                now,
                now.plus(Duration.ofMinutes(15)),
                "department",
                "契税法第九条",
                UUID.randomUUID().toString());
        return ((Authorised.Granted) TestStore.store().authorisations().authorise(TAX, grant)).code();
    }

    private static Opened open(Actor actor, Code code, String... fields) {
        return TestStore.store().openings().open(actor, new Wish(code, TITLE, Mode.FIELDS, List.of(fields), null));
    }

    private long audited() {
        return JdbcClient.create(TestStore.OWNER)
                .sql("select count(*) from audit.event where outcome = 'more-than-needed' and holder = ?")
                .param(wang.id().bytes())
                .query(Long.class)
                .single();
    }
}
