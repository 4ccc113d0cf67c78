package org.onewindow.simulators.utilities;

/** What a change of holder is asked with. */
record Wish(String key, String caseNumber, String account, String unit, String holder) {

    @Override
    public String toString() {
        return "Wish for " + account;
    }
}
