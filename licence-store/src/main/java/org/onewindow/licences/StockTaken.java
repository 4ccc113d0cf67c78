package org.onewindow.licences;

/** What became of a licence of a stock of before. */
public enum StockTaken {
    TAKEN,
    /** The store has the number, and as far as it can tell the same stands on it. */
    ALREADY,
    /** The store has the number, and something else stands on it. */
    DIFFERS
}
