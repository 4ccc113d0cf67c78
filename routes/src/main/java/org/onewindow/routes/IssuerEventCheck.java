package org.onewindow.routes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.LicenceType;

/** Whether what an issuer tells can be kept as it stands; the same is wanted of what it says when it is asked. */
final class IssuerEventCheck {

    /** Clocks differ. An event of further on would make all that comes until then an older word. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** No licence in use is older. What lies outside of these bounds is a slip, and far outside no database keeps it. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final int YEARS = 100;

    private final FormCheck forms = new FormCheck();

    List<Violation> check(LicenceType type, IssuerEvent event, Instant now) {
        var found = new ArrayList<Violation>();
        if (event.at().isAfter(now.plus(AHEAD))) {
            found.add(violation(
                    "/at",
                    "in-the-future",
                    "事件时间不得晚于当前时间五分钟以上,请校准时钟",
                    "The event lies more than five minutes ahead; set the clock that says so"));
        }
        if (event.at().isBefore(FIRST.atStartOfDay(CaseMachine.BEIJING).toInstant())) {
            found.add(outside("/at"));
        }
        checkDay("/effectiveOn", event.effectiveOn(), dayOf(now), found);
        if (event.number().isBlank()) {
            found.add(violation("/number", "required", "此项必填", "This field is required"));
        }
        if (event.change().isEmpty()) {
            var licence = event.licence();
            found.addAll(
                    licence == null
                            ? List.of(violation("/licence", "required", "此项必填", "This field is required"))
                            : check(type, "/licence", licence, dayOf(now)));
        }
        return List.copyOf(found);
    }

    /**
     * What is wrong with what stands on a licence.
     *
     * @param at where it stands, such as {@code /licence}
     * @param asOf the day as of which it does
     */
    List<Violation> check(LicenceType type, String at, IssuerEvent.Content licence, LocalDate asOf) {
        var found = new ArrayList<>(HolderCheck.check(type.holders(), at + "/holders", licence.holders()));
        checkDay(at + "/issuedOn", licence.issuedOn(), asOf, found);
        checkDay(at + "/validTo", licence.validTo(), asOf, found);
        var last = licence.validTo();
        if (last != null && last.isBefore(licence.issuedOn())) {
            found.add(violation(
                    at + "/validTo", "out-of-bounds", "有效期止不得早于发证日期", "A licence is not over before it is issued"));
        }
        forms.check(type.fieldSchema(), licence.data()).stream()
                .map(one -> new Violation(at + one.pointer().replaceFirst("^/form", "/data"), one.code(), one.detail()))
                .forEach(found::add);
        return found;
    }

    private static void checkDay(String at, @Nullable LocalDate day, LocalDate asOf, List<Violation> found) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(asOf.plusYears(YEARS)))) {
            found.add(outside(at));
        }
    }

    private static Violation outside(String at) {
        return violation(
                at,
                "out-of-bounds",
                "日期须在1900年至今后一百年之间;长期有效的不填有效期止",
                "A day lies between 1900 and a hundred years ahead; what has no end has no last day");
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, CaseMachine.BEIJING);
    }

    private static Violation violation(String pointer, String code, String zhCN, String en) {
        return new Violation(pointer, code, new Localised(zhCN, en));
    }
}
