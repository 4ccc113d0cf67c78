package org.onewindow.simulators.utilities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.city.Account;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;

/** One company's accounts, and the changes of their holders; safe for many threads. */
final class AccountBook {

    private final Stage stage;
    private final String department;
    private final List<Account> atTheStart;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Change> changesByCase = new HashMap<>();

    AccountBook(Stage stage, String department, List<Account> atTheStart) {
        this.stage = stage;
        this.department = department;
        this.atTheStart = List.copyOf(atTheStart);
        reset();
    }

    synchronized void reset() {
        accounts.clear();
        changesByCase.clear();
        atTheStart.forEach(account -> accounts.put(account.number(), account));
    }

    synchronized Optional<Account> find(String number) {
        return Optional.ofNullable(accounts.get(number));
    }

    synchronized Optional<Change> changeOf(String caseNumber) {
        return Optional.ofNullable(changesByCase.get(caseNumber));
    }

    /** The new holder stands in the book from today; a second change of a case is one more effect. */
    synchronized Outcome change(Wish wish, String prefix) {
        var account = accounts.get(wish.account());
        if (account == null) {
            return Outcome.No.UNKNOWN;
        }
        if (!account.unit().equals(wish.unit())) {
            return Outcome.No.ANOTHER_HOME;
        }
        if (!account.open()) {
            return Outcome.No.CLOSED;
        }
        if (account.owedFen() > 0) {
            return Outcome.No.OWES;
        }
        var change = new Change(stage.numbers().next(prefix), stage.today(), stage.now());
        accounts.put(account.number(), account.passedTo(wish.holder()));
        var kind = changesByCase.put(wish.caseNumber(), change) == null ? "holder-changed" : "holder-changed-again";
        stage.ledger().add(new Effect(department, kind, wish.key(), wish.caseNumber(), change.number(), change.at()));
        return change;
    }
}
