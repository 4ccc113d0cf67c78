package org.onewindow.licences.audit;

/**
 * Something that was done to the audit after it was sealed.
 *
 * @param row the row's number; 0: the seal itself
 */
public record Tampering(long batch, Kind kind, long row) {

    /** What was done. */
    public enum Kind {
        /** A row says something else. */
        ALTERED,
        /** A row is gone. */
        REMOVED,
        /** A row was put in. */
        INSERTED,
        /** Rows stand in each other's place. */
        REORDERED,
        /** The seal does not fit its own leaves or signature. */
        ROOT_FORGED,
        /** A seal is gone, or does not follow the one before. */
        SEAL_REMOVED
    }

    /** For operators: {@code batch 12: row 3401 altered}. */
    @Override
    public String toString() {
        var what = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return row == 0 ? "batch " + batch + ": " + what : "batch " + batch + ": row " + row + ' ' + what;
    }
}
