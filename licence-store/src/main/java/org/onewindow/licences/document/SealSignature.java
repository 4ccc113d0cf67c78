package org.onewindow.licences.document;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;

/**
 * A document signed with a seal: SES_Signature of GB/T 38540-2020, version 4.
 *
 * @param toSign what was signed: the seal, the time, the digest of the document's list of digests, and where that stands
 * @param seal the seal that was used, DER
 * @param listDigest SM3 of {@code Signature.xml}
 * @param listPlace its path in the container
 * @param certificate of who signed, DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealSignature(
        byte[] toSign,
        byte[] seal,
        Instant at,
        byte[] listDigest,
        String listPlace,
        byte[] certificate,
        byte[] signature) {

    private static final int VERSION = 4;

    static byte[] toSign(byte[] seal, Instant at, byte[] listDigest, String listPlace) throws IOException {
        return ElectronicSeal.sequence(
                        new ASN1Integer(VERSION),
                        ASN1Primitive.fromByteArray(seal),
                        ElectronicSeal.time(at),
                        new DERBitString(listDigest),
                        new DERIA5String(listPlace))
                .getEncoded(ASN1Encoding.DER);
    }

    static byte[] signed(byte[] toSign, byte[] certificate, byte[] signature) throws IOException {
        return ElectronicSeal.sequence(
                        ASN1Primitive.fromByteArray(toSign),
                        new DEROctetString(certificate),
                        new ASN1ObjectIdentifier(Sm2.SIGNATURE),
                        new DERBitString(signature))
                .getEncoded(ASN1Encoding.DER);
    }

    /** Reads one; what is none, or of another version or algorithm, is an {@link IOException}. */
    static SealSignature read(byte[] der) throws IOException {
        try {
            var signed = ElectronicSeal.parsed(der);
            var toSign = ASN1Sequence.getInstance(signed.getObjectAt(0));
            if (!ASN1Integer.getInstance(toSign.getObjectAt(0)).hasValue(VERSION)) {
                throw new IOException("a signature of another version than " + VERSION);
            }
            ElectronicSeal.requireAlgorithm(signed.getObjectAt(2));
            return new SealSignature(
                    toSign.getEncoded(ASN1Encoding.DER),
                    toSign.getObjectAt(1).toASN1Primitive().getEncoded(ASN1Encoding.DER),
                    ElectronicSeal.instant(toSign.getObjectAt(2)),
                    ASN1BitString.getInstance(toSign.getObjectAt(3)).getOctets(),
                    ASN1IA5String.getInstance(toSign.getObjectAt(4)).getString(),
                    ASN1OctetString.getInstance(signed.getObjectAt(1)).getOctets(),
                    ASN1BitString.getInstance(signed.getObjectAt(3)).getOctets());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException garbage) {
            throw new IOException("no signature with a seal", garbage);
        }
    }
}
