package org.onewindow.simulators;

/** Users, passwords and keys of the trial systems, as exchanged at registration. Nothing here opens a real door. */
public final class TrialCredentials {

    public static final String TAX_USER = "hub";
    public static final String TAX_PASSWORD = "trial-tax-password";
    public static final String TAX_CHANNEL = "ZW0001";
    public static final String LAND_CLIENT = "hub";
    public static final String LAND_SECRET = "trial-land-secret";
    public static final String LAND_CALLBACK_SECRET = "trial-land-callback";
    public static final String CIVIL_KEY = "trial-civil-key";
    public static final String PAY_APP = "hub";
    public static final String PAY_SECRET = "trial-pay-secret";
    public static final String WATER_USER = "hub";
    public static final String WATER_PASSWORD = "trial-water-password";
    public static final String GAS_KEY = "trial-gas-key";
    public static final String PUBLIC_SECURITY_KEY = "trial-police-key";
    public static final String HEATING_KEY = "trial-heating-key";

    private TrialCredentials() {}
}
