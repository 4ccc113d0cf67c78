package org.onewindow.licences.document;

/**
 * Where organisations' seals are kept: a key in software for the demo, a certified seal server in production (GM/T 0031). The
 * private keys never leave it.
 */
public interface SealService {

    /**
     * The seal of an organisation.
     *
     * @param organisation its name, as it stands in the certificate
     */
    Seal sealOf(String organisation);

    /** One organisation's seal and the right to use it. */
    interface Seal {

        /** SESeal of GB/T 38540, DER. */
        byte[] structure();

        /** Of who signs with it, X.509, DER. */
        byte[] certificate();

        /** An SM2 signature over the SM3 of this message, DER. */
        byte[] sign(byte[] message);
    }
}
