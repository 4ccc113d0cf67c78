package org.onewindow.licences;

/** What an issuer may make of a licence. */
public enum LicenceChange {
    SUSPEND("suspended"),
    RESUME("valid"),
    REVOKE("revoked"),
    CANCEL("cancelled");

    private final String state;

    LicenceChange(String state) {
        this.state = state;
    }

    String state() {
        return state;
    }
}
