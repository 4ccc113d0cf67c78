package org.onewindow.simulators.city;

/**
 * A home's account with a company that supplies it, as at the start.
 *
 * @param supply {@code water}, {@code gas} or {@code heating}
 * @param number the company's own number of it
 * @param unit the real estate unit number of the home
 * @param owedFen what is owed today
 */
public record Account(
        String supply, String number, String unit, String address, String holder, long owedFen, boolean open) {

    /** The family name only, such as 王*: so much a company shows to who knows the number. */
    public String shownHolder() {
        return holder.substring(0, holder.offsetByCodePoints(0, 1)) + "*";
    }

    public Account passedTo(String newHolder) {
        return new Account(supply, number, unit, address, newHolder, owedFen, open);
    }

    @Override
    public String toString() {
        return supply + " " + number;
    }
}
