package org.onewindow.cases.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.Given;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.messages.Payload;
import org.onewindow.cases.messages.Spoken;
import org.onewindow.cases.messages.Vault;
import org.onewindow.config.Effect;

class MessagesTest {

    private final Hall hall = new Hall(matter(call("deed")), department(operation("deed", Effect.KEY)));
    private final Vault vault = new Vault("a key for tests, long".getBytes(UTF_8), 10_000);
    private final Messages messages = new Messages(hall.database, vault, hall.clock);

    @AfterEach
    void close() {
        hall.database.close();
    }

    private Exchange exchange(DepartmentReply reply, String operation, @Nullable String person) {
        var said = "{\"name\": \"张铭\", \"idNumber\": \"370102198503078212\"}";
        var payload = new Payload(spoken(said), spoken(said), spoken("{}"), spoken("{}"));
        return new Exchange(
                Given.DEPARTMENT,
                operation,
                "node-a",
                hall.clock.instant(),
                Duration.ofMillis(12),
                200,
                reply,
                person == null ? null : "my-homes",
                person,
                null,
                vault.sealed(payload));
    }

    private static Spoken spoken(String text) {
        return Spoken.of(text.getBytes(UTF_8), UTF_8);
    }

    private CaseNumber answered(DepartmentReply reply) {
        var number = hall.accepted();
        var call = hall.cases.callOf(number, "deed").orElseThrow();
        hall.lease(number, "deed", "node-a");
        hall.cases.apply(
                number,
                new Replied(hall.clock.instant(), "deed", call.attempt(), call.purpose(), reply, "node-a"),
                exchange(reply, "deed", null),
                List.of());
        return number;
    }

    private List<MessageLine> search(MessageSearch search) {
        return messages.search(search, null, 50);
    }

    private static MessageSearch by(
            @Nullable String number, @Nullable String reference, @Nullable String person, List<String> outcomes) {
        return new MessageSearch(number, reference, person, null, null, outcomes, null, null);
    }

    @Test
    void keepsAnExchangeWithTheReplyThatItBrought() {
        var number = answered(new DepartmentReply.Answered(Map.of("noteNumber", "SD2026112400071")));

        assertThat(search(by(number.text(), null, null, List.of())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo("answered");
                    assertThat(line.reference()).isEqualTo("SD2026112400071");
                    assertThat(line.attempt()).isEqualTo(1);
                    assertThat(line.ms()).isEqualTo(12);
                    assertThat(line.effectKey())
                            .isEqualTo(hall.cases.attempts(number).getFirst().effectKey());
                });
    }

    @Test
    void findsItByWhateverIsKnownOfIt() {
        var good = answered(new DepartmentReply.Answered(Map.of("noteNumber", "SD2026112400071")));
        var bad = answered(new DepartmentReply.Unavailable("HTTP 503", null));
        messages.keep(List.of(
                Said.ofInquiry(exchange(new DepartmentReply.Answered(Map.of()), "title", Hall.HASH.of(Given.ZHANG)))));

        assertThat(search(by(null, "SD2026112400071", null, List.of())))
                .extracting(MessageLine::number)
                .containsExactly(good.text());
        var effectKey = String.valueOf(
                search(by(bad.text(), null, null, List.of())).getFirst().effectKey());
        assertThat(search(by(null, effectKey, null, List.of())))
                .extracting(MessageLine::number)
                .containsExactly(bad.text());
        assertThat(search(by(null, null, null, MessageSearch.FAILED)))
                .extracting(MessageLine::number)
                .containsExactly(bad.text());
        assertThat(search(by(null, null, Hall.HASH.of(Given.ZHANG), List.of()))).hasSize(3);
        assertThat(search(by(null, null, "nobody", List.of()))).isEmpty();
    }

    @Test
    void turnsPages() {
        var numbers = List.of(
                answered(new DepartmentReply.Answered(Map.of())),
                answered(new DepartmentReply.Answered(Map.of())),
                answered(new DepartmentReply.Answered(Map.of())));

        var first = messages.search(MessageSearch.ALL, null, 2);
        var second = messages.search(MessageSearch.ALL, first.getLast().id(), 2);

        assertThat(first)
                .extracting(MessageLine::number)
                .containsExactly(numbers.get(2).text(), numbers.get(1).text());
        assertThat(second)
                .extracting(MessageLine::number)
                .containsExactly(numbers.get(0).text());
    }

    @Test
    void showsNobodyUnlessTheReasonIsWrittenDown() {
        answered(new DepartmentReply.Answered(Map.of()));
        long id = search(MessageSearch.ALL).getFirst().id();

        assertThat(messages.show(id).orElseThrow().steps())
                .isNotNull()
                .satisfies(steps -> assertThat(steps.sent()).contains("张*").doesNotContain("370102198503078212"));
        assertThat(messages.reveal(id, "li", "复核投诉").orElseThrow().steps())
                .isNotNull()
                .satisfies(steps -> assertThat(steps.sent()).contains("370102198503078212"));

        assertThat(Database.count(
                        hall.database, "select count(*) from message_reveal where by = 'li' and reason = '复核投诉'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> Database.execute(hall.database, "delete from message_reveal"))
                .hasMessageContaining("never changed");
    }

    @Test
    void tellsNothingToWhoHasTheDatabaseOnly() {
        answered(new DepartmentReply.Answered(Map.of()));

        assertThat(Database.count(
                        hall.database,
                        "select count(*) from exchange where position('370102198503078212'::bytea in payload) > 0"))
                .isZero();
    }

    @Test
    void forgetsTheOldestInBatches() {
        answered(new DepartmentReply.Answered(Map.of()));
        answered(new DepartmentReply.Answered(Map.of()));
        hall.clock.advance(Duration.ofDays(31));
        var young = answered(new DepartmentReply.Answered(Map.of()));

        assertThat(messages.purge(Duration.ofDays(30), 1)).isEqualTo(1);
        assertThat(messages.purge(Duration.ofDays(30), 10)).isEqualTo(1);
        assertThat(messages.purge(Duration.ofDays(30), 10)).isZero();
        assertThat(search(MessageSearch.ALL)).extracting(MessageLine::number).containsExactly(young.text());
    }
}
