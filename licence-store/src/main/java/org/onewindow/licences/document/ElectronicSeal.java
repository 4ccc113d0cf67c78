package org.onewindow.licences.document;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * An electronic seal (电子印章): SESeal of GB/T 38540-2020, version 4.
 *
 * @param der the whole seal
 * @param info what its maker signed
 * @param id of the seal
 * @param signers certificates of those who may use it, DER
 * @param maker the certificate of who made it, DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ElectronicSeal(
        byte[] der,
        byte[] info,
        String id,
        List<byte[]> signers,
        Instant from,
        Instant until,
        byte[] maker,
        byte[] signature) {

    private static final int VERSION = 4;
    private static final int UNIT_SEAL = 1;
    private static final int CERTIFICATES = 1;

    /** What a maker is asked to sign. */
    record Draft(String id, String name, List<byte[]> signers, Instant from, Instant until, Picture picture) {

        /** How the seal looks; millimetres. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Picture(byte[] png, int width, int height) {}

        ASN1Sequence info() {
            var certificates = new ASN1EncodableVector();
            signers.forEach(der -> certificates.add(new DEROctetString(der)));
            var header = sequence(new DERIA5String("ES"), new ASN1Integer(VERSION), new DERIA5String("ONEWINDOW"));
            var property = sequence(
                    new ASN1Integer(UNIT_SEAL),
                    new DERUTF8String(name),
                    new ASN1Integer(CERTIFICATES),
                    new DERSequence(certificates),
                    time(from),
                    time(from),
                    time(until));
            var look = sequence(
                    new DERIA5String("PNG"),
                    new DEROctetString(picture.png()),
                    new ASN1Integer(picture.width()),
                    new ASN1Integer(picture.height()));
            return sequence(header, new DERIA5String(id), property, look);
        }
    }

    static byte[] made(Draft draft, byte[] maker, byte[] signature) throws IOException {
        return sequence(
                        draft.info(),
                        new DEROctetString(maker),
                        new ASN1ObjectIdentifier(Sm2.SIGNATURE),
                        new DERBitString(signature))
                .getEncoded(ASN1Encoding.DER);
    }

    /** Reads one; what is none, or of another version or algorithm, is an {@link IOException}. */
    static ElectronicSeal read(byte[] der) throws IOException {
        try {
            var seal = parsed(der);
            var info = ASN1Sequence.getInstance(seal.getObjectAt(0));
            var header = ASN1Sequence.getInstance(info.getObjectAt(0));
            if (!ASN1Integer.getInstance(header.getObjectAt(1)).hasValue(VERSION)) {
                throw new IOException("a seal of another version than " + VERSION);
            }
            requireAlgorithm(seal.getObjectAt(2));
            var property = ASN1Sequence.getInstance(info.getObjectAt(2));
            return new ElectronicSeal(
                    der,
                    info.getEncoded(ASN1Encoding.DER),
                    ASN1IA5String.getInstance(info.getObjectAt(1)).getString(),
                    octets(ASN1Sequence.getInstance(property.getObjectAt(3))),
                    instant(property.getObjectAt(5)),
                    instant(property.getObjectAt(6)),
                    ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets(),
                    ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException garbage) {
            throw new IOException("no electronic seal", garbage);
        }
    }

    static ASN1Sequence parsed(byte[] der) throws IOException {
        if (ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence) {
            return sequence;
        }
        throw new IOException("no DER");
    }

    static void requireAlgorithm(ASN1Encodable algorithm) throws IOException {
        if (!ASN1ObjectIdentifier.getInstance(algorithm).getId().equals(Sm2.SIGNATURE)) {
            throw new IOException("signed by another algorithm than SM3 with SM2");
        }
    }

    private static List<byte[]> octets(ASN1Sequence list) {
        var all = new ArrayList<byte[]>();
        list.forEach(one -> all.add(ASN1OctetString.getInstance(one).getOctets()));
        return all;
    }

    static Instant instant(ASN1Encodable time) throws IOException {
        try {
            return ASN1GeneralizedTime.getInstance(time).getDate().toInstant();
        } catch (ParseException garbage) {
            throw new IOException("no time", garbage);
        }
    }

    static ASN1GeneralizedTime time(Instant at) {
        return new ASN1GeneralizedTime(Date.from(at));
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
