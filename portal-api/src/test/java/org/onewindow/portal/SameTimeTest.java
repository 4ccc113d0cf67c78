package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.HolderId;

/**
 * What is not there and what one may not see look the same, and take the same time: of a few hundred calls, asked in turn so that a busy
 * machine slows both, the medians are within {@link #BOUND} of each other. A difference that is there is there in each of four rounds.
 */
class SameTimeTest {

    private static final double BOUND = 1.15;
    private static final int ROUNDS = 4;
    private static final int PAIRS = 50;
    private static final int WARM_UP = 10;
    private static final String CARD = "resident-identity-card";
    private static final String SUN = "{\"idType\": \"resident-id\", \"idNumber\": \"370103197506183028\"}";
    private static final String ZHANG = "{\"idType\": \"resident-id\", \"idNumber\": \"370102198503078212\"}";

    /** Each has calls of their own before they are told to wait. */
    private static final List<Api> STAFF = Stream.concat(
                    Stream.of("tax", "land-registry", "civil-affairs", "housing-fund")
                            .map(TestHub::department),
                    Stream.of(TestHub.client("window")))
            .toList();

    private final Api zhang = TestHub.citizen("zhang");

    @Test
    void sensing() {
        var number = openCase();
        var nowhere = CaseNumber.on(LocalDate.of(2026, 11, 20)).text();

        same(
                "a case that is none, and one that names others",
                caller -> caller.post("/v1/licences:sense", sense(nowhere, SUN, CARD)),
                caller -> caller.post("/v1/licences:sense", sense(number, SUN, CARD)));
        same(
                "a case that is none, and a type that this one does not ask for",
                caller -> caller.post("/v1/licences:sense", sense(nowhere, ZHANG, "real-estate-title")),
                caller -> caller.post("/v1/licences:sense", sense(number, ZHANG, "real-estate-title")));
    }

    @Test
    void allowing() {
        var number = openCase();
        var nowhere = CaseNumber.on(LocalDate.of(2026, 11, 20)).text();
        var others = List.of(
                TestHub.department("water-utility"),
                TestHub.department("gas-utility"),
                TestHub.department("heating-utility"));

        same(
                others,
                "a case that is none, and one that is other departments'",
                caller -> caller.post("/v1/authorisations", byLaw(nowhere)),
                caller -> caller.post("/v1/authorisations", byLaw(number)));
    }

    @Test
    void opening() {
        var grant = "{\"basis\": \"holder-live\", \"caseNumber\": \"%s\", \"types\": [\"%s\"], \"audience\": \"kiosk\"}"
                .formatted(openCase(), CARD);
        var others = zhang.post("/v1/authorisations", grant).json().path("code").asText();
        var madeUp = "A".repeat(others.length());

        same(
                "a code that is none, and one that is meant for another client",
                caller -> caller.post("/v1/licences:open", open(madeUp)),
                caller -> caller.post("/v1/licences:open", open(others)));
    }

    @Test
    void verifying() {
        var store = TestHub.bean(LicenceStore.class);
        var licence = licence(store);
        var genuine = store.prints().of(licence, null);
        var forged = genuine.substring(0, genuine.length() - 1) + (genuine.endsWith("0") ? "1" : "0");
        var nowhere =
                forged.replace(licence.id(), "lic_" + "0".repeat(licence.id().length() - 4));

        same(
                "a licence that is none, and one whose signature is made up",
                caller -> caller.post("/v1/qr:verify", "{\"qr\": \"" + nowhere + "\"}"),
                caller -> caller.post("/v1/qr:verify", "{\"qr\": \"" + forged + "\"}"));
    }

    private static String byLaw(String number) {
        return ("{\"basis\": \"statutory\", \"caseNumber\": \"%s\", \"types\": [\"%s\"], \"audience\": \"department\","
                        + " \"legalGround\": \"law\", \"holder\": %s}")
                .formatted(number, CARD, ZHANG);
    }

    private void same(String what, Function<Api, Api.Reply> unknown, Function<Api, Api.Reply> forbidden) {
        same(STAFF, what, unknown, forbidden);
    }

    private static void same(
            List<Api> callers, String what, Function<Api, Api.Reply> unknown, Function<Api, Api.Reply> forbidden) {
        var first = callers.getFirst();
        assertThat(forbidden.apply(first).raw().body().replaceAll("\"traceId\":\"[^\"]*\"", ""))
                .as(what)
                .isEqualTo(unknown.apply(first).raw().body().replaceAll("\"traceId\":\"[^\"]*\"", ""));
        for (int i = 0; i < WARM_UP; i++) {
            timed(callers, i, unknown);
            timed(callers, i, forbidden);
        }
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = ratio(callers, unknown, forbidden);
            if (ratios[round] <= BOUND) {
                return;
            }
        }
        assertThat(ratios).as(what).isEmpty();
    }

    /** The greater median by the lesser. */
    private static double ratio(List<Api> callers, Function<Api, Api.Reply> one, Function<Api, Api.Reply> other) {
        var ones = new long[PAIRS];
        var others = new long[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            if (i % 2 == 0) {
                ones[i] = timed(callers, i, one);
                others[i] = timed(callers, i, other);
            } else {
                others[i] = timed(callers, i, other);
                ones[i] = timed(callers, i, one);
            }
        }
        double first = median(ones);
        double second = median(others);
        return Math.max(first, second) / Math.min(first, second);
    }

    private static long timed(List<Api> callers, int turn, Function<Api, Api.Reply> call) {
        var caller = callers.get(turn % callers.size());
        long begun = System.nanoTime();
        var reply = call.apply(caller);
        long took = System.nanoTime() - begun;
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 404);
        return took;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static Licence licence(LicenceStore store) {
        var zhang = HolderId.of(store.hash(), org.onewindow.canonical.IdType.RESIDENT_ID, "370102198503078212");
        return store.own()
                .all(new org.onewindow.licences.Actor("citizen:zhang", "portal", null, zhang))
                .getFirst();
    }

    private static String sense(String number, String holder, String type) {
        return "{\"types\": [\"%s\"], \"holder\": %s, \"caseNumber\": \"%s\"}".formatted(type, holder, number);
    }

    private static String open(String code) {
        return "{\"code\": \"%s\", \"type\": \"%s\", \"fields\": [\"name\"]}".formatted(code, CARD);
    }

    private String openCase() {
        return zhang.post("/v1/cases", Application.complete(zhang).toString())
                .json()
                .path("number")
                .asText();
    }
}
