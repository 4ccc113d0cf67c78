package org.onewindow.portal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Localised;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Demand;
import org.onewindow.licences.checklist.Frozen;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.stereotype.Component;

/** Whether more may be told than was told at once (一次性告知). */
@Component
final class SecondNotices {

    private final OneTimeNotices notices;
    private final DemandCheck check;
    private final Words words;

    SecondNotices(OneTimeNotices notices, DemandCheck check, Words words) {
        this.notices = notices;
        this.check = check;
        this.words = words;
    }

    /** Nothing once the materials were complete, nothing while they are looked at; and what was not told at once, by a supervisor only. */
    void mayBeTold(CaseSnapshot found, boolean supervisor) {
        if (found.acceptedAt() != null) {
            throw new Refusal(ProblemCode.MATERIALS_COMPLETE);
        }
        if (found.state() != CaseState.SUPPLEMENT) {
            throw new Refusal(ProblemCode.NOT_NOW);
        }
        if (!supervisor) {
            throw new Refusal(
                    ProblemCode.ALREADY_TOLD,
                    last(found.number()).map(this::toldOn).stream().toList());
        }
    }

    private FieldError toldOn(Frozen notice) {
        var day = LocalDate.ofInstant(notice.asOf(), CaseMachine.BEIJING).toString();
        return new FieldError(
                "", "told-on", new Localised(toldOn(day, Languages.CHINESE), toldOn(day, Languages.ENGLISH)));
    }

    private String toldOn(String day, Locale language) {
        return words.of("error.told-on", language, Map.of("day", day));
    }

    void mayBeDemanded(CaseSnapshot found, List<Demand> demands) {
        var told = last(found.number()).orElse(null);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < demands.size(); i++) {
            var at = "/items/" + i;
            check.wrong(found, told, demands.get(i), demands.subList(0, i))
                    .ifPresent(wrong -> errors.add(FieldError.of(at + wrong.pointer(), wrong.code())));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, errors);
        }
    }

    private Optional<Frozen> last(CaseNumber number) {
        return notices.of(number).stream().reduce((_, later) -> later);
    }
}
