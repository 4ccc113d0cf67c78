package org.onewindow.config;

/** How far a material can be trusted (国办函〔2016〕108号), the highest first. */
public enum TrustLevel {
    /** Issued by the authority itself, used directly. */
    A,
    /** Held against the original at a window. */
    B,
    /** Uploaded by the applicant; the original is to be checked. */
    C,
    /** Made by the applicant, who answers for it. */
    D;

    public boolean isAtLeast(TrustLevel other) {
        return compareTo(other) <= 0;
    }
}
