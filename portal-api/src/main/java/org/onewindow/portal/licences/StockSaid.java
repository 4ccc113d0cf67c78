package org.onewindow.portal.licences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.StockTaken;
import org.onewindow.portal.problem.FieldError;

/**
 * What became of one line of a stock.
 *
 * @param taken null: it was refused
 * @param errors why
 */
record StockSaid(@Nullable StockTaken taken, List<FieldError> errors) {

    static StockSaid of(StockTaken taken) {
        return new StockSaid(taken, List.of());
    }

    static StockSaid refused(List<FieldError> errors) {
        return new StockSaid(null, errors);
    }
}
