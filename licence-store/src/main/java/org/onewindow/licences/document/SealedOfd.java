package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.ExtendSignatureContainer;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.stamppos.NormalStampPos;

/** Puts a seal on every page of an OFD document of our own: everything in its container is covered. */
final class SealedOfd {

    private final Clock clock;

    SealedOfd(Clock clock) {
        this.clock = clock;
    }

    byte[] seal(byte[] document, SealService.Seal seal) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var reader = new OFDReader(new ByteArrayInputStream(document));
                var signer = new OFDSigner(reader, sealed)) {
            signer.setSignMode(SignMode.WholeProtected);
            signer.setSignContainer(new Container(seal));
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                signer.addApPos(new NormalStampPos(
                        page, Geometry.SEAL_LEFT, Geometry.SEAL_TOP, Geometry.SEAL_SIZE, Geometry.SEAL_SIZE));
            }
            signer.exeSign();
        } catch (GeneralSecurityException refused) {
            throw new IOException("the seal service did not seal", refused);
        }
        return sealed.toByteArray();
    }

    private final class Container implements ExtendSignatureContainer {

        private final SealService.Seal seal;

        Container(SealService.Seal seal) {
            this.seal = seal;
        }

        @Override
        public MessageDigest getDigestFnc() {
            return Sm2.sm3();
        }

        @Override
        public ASN1ObjectIdentifier getSignAlgOID() {
            return new ASN1ObjectIdentifier(Sm2.SIGNATURE);
        }

        @Override
        public byte[] sign(InputStream listOfDigests, String place) throws IOException {
            var toSign = SealSignature.toSign(
                    seal.structure(), clock.instant(), Sm2.digest(listOfDigests.readAllBytes()), place);
            return SealSignature.signed(toSign, seal.certificate(), seal.sign(toSign));
        }

        @Override
        public byte[] getSeal() {
            return seal.structure();
        }

        @Override
        public SigType getSignType() {
            return SigType.Seal;
        }
    }
}
