package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invariant I2, under kill -9: whatever content a process got, its use and its audit row are there. */
class KilledTest {

    /** The whole run, ten thousand opens: {@code -Dkilled.times=20 -Dkilled.opens=500}. */
    private static final int TIMES = Integer.getInteger("killed.times", 3);

    private static final int OPENS = Integer.getInteger("killed.opens", 150);

    private final Somebody wang = Somebody.arrives();
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);

    @Test
    void givesNoContentWithoutAnAuditRowWhereverItIsKilled() throws Exception {
        var title = wang.holds(Somebody.TITLE);
        var number = wang.hasOpenCase("used-home-transfer");
        for (int kill = 0; kill < TIMES; kill++) {
            var got = untilKilled(code(number));

            assertThat(got).hasSizeGreaterThanOrEqualTo(OPENS).allMatch(line -> line.endsWith(" " + title));
            var receipts = got.stream()
                    .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
                    .toArray(Long[]::new);
            assertThat(owner.sql(
                                    """
                                    select count(*) from lic.use u join audit.event e on e.use = u.id and e.outcome = 'ok'
                                    where u.id = any (?::bigint[])""")
                            .param(receipts)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(receipts.length);
        }
    }

    /** What a process printed before it was killed; a line that was cut off is none. */
    private List<String> untilKilled(Code code) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OpenLoop.class.getName(),
                        TestStore.url(),
                        TestStore.user(),
                        TestStore.password(),
                        code.text(),
                        TestStore.CLOCK.instant().toString())
                .redirectError(Path.of("target", "killed.log").toFile())
                .start();
        var lines = new ArrayList<String>();
        try (var out = process.inputReader()) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("[0-9]+ \\S+")) {
                    lines.add(line);
                }
                if (lines.size() == OPENS) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return lines;
    }

    private Code code(CaseNumber number) {
        var now = TestStore.CLOCK.instant();
        var grant = new Grant(
                Basis.HOLDER_STANDING,
                wang.id(),
                "used-home-transfer",
                number,
                List.of(Somebody.TITLE),
                null,
                List.of(Mode.DOCUMENT),
                1000,
                now,
                now.plus(Duration.ofDays(1)),
                "window",
                null,
                null);
        var authorised = new Authorisations(TestStore.DATABASE, new Spending(() -> {}), TestStore.CLOCK)
                .authorise(wang.actor(), grant);
        return ((Authorised.Granted) authorised).code();
    }
}
