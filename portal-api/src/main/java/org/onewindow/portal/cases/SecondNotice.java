package org.onewindow.portal.cases;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.cases.Demand;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/**
 * What staff want beyond the notice of this round.
 *
 * @param items 1 to 20
 * @param reason told to the applicant as well; 1 to 500 characters in one line
 */
record SecondNotice(List<Demand> items, String reason) {

    private static final int ITEMS_MAX = 20;
    private static final int REASON_MAX = 500;

    SecondNotice {
        items = List.copyOf(items);
    }

    /** Within its bounds. */
    SecondNotice checked() {
        var errors = new ArrayList<FieldError>();
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            errors.add(FieldError.of("/items", "out-of-bounds"));
        }
        if (reason.isBlank()) {
            errors.add(FieldError.of("/reason", "required"));
        } else if (reason.length() > REASON_MAX) {
            errors.add(FieldError.of("/reason", "out-of-bounds"));
        } else if (reason.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of("/reason", "wrong-format"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, errors);
        }
        return new SecondNotice(items, reason.strip());
    }
}
