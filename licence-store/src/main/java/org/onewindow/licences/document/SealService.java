package org.onewindow.licences.document;

import java.security.cert.X509Certificate;
import java.util.List;

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

    /** Who certified these seals and their maker: trusted where they are used, besides whom the operator trusts. */
    List<X509Certificate> authorities();

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
