package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the operator has the hub believe: a folder of authorities' certificates ({@code *.pem}), of their revocation lists
 * ({@code *.crl}), and {@code revoked.txt}, a line each the id of a seal or the serial number of a certificate. It is read anew at every
 * verification, so that what is put there counts at once.
 */
public final class TrustFolder {

    private static final String REVOKED = "revoked.txt";
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]+(:[0-9A-Fa-f]+)*");

    private final Path folder;
    private final Collection<X509Certificate> own;

    /**
     * Trust in what lies in a folder.
     *
     * @param folder need not be there
     * @param own authorities that are trusted besides: that of the hub's own software seals, where it has any
     */
    public TrustFolder(Path folder, Collection<X509Certificate> own) {
        this.folder = folder;
        this.own = List.copyOf(own);
    }

    /** What it says now; an {@link IllegalArgumentException} names the file that cannot be used and says why. */
    public Trust read() {
        var anchors = new ArrayList<>(own);
        for (var file : files("pem")) {
            for (var certificate : read(file, X509Certificate.class)) {
                if (certificate.getBasicConstraints() < 0) {
                    throw refused(file, "holds a certificate that is no authority's (CA:TRUE is missing)");
                }
                anchors.add(certificate);
            }
        }
        var lists = new ArrayList<X509CRL>();
        for (var file : files("crl")) {
            for (var list : read(file, X509CRL.class)) {
                if (anchors.stream().noneMatch(anchor -> isBy(list, anchor))) {
                    throw refused(file, "is signed by no authority of this folder: add its certificate as .pem");
                }
                lists.add(list);
            }
        }
        return new Trust(anchors, revoked(), lists);
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith("." + ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw refused(folder, "cannot be read: " + unreadable.getMessage());
        }
    }

    private <T> List<T> read(Path file, Class<T> kind) {
        try {
            var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
            var found = kind == X509CRL.class
                    ? Sm2.certificates().generateCRLs(bytes)
                    : Sm2.certificates().generateCertificates(bytes);
            if (found.isEmpty()) {
                throw refused(file, "holds nothing of the kind that its ending says");
            }
            return found.stream().map(kind::cast).toList();
        } catch (IOException | GeneralSecurityException | RuntimeException garbage) {
            throw garbage instanceof IllegalArgumentException told
                    ? told
                    : refused(file, "cannot be read as PEM or DER: " + garbage.getMessage());
        }
    }

    private Set<String> revoked() {
        var file = folder.resolve(REVOKED);
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(TrustFolder::spellings)
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** As it stands there; a serial number also as this program writes them, whatever tool it was copied from ({@code 0A:1B}, {@code 0A1B}). */
    private static Stream<String> spellings(String line) {
        return SERIAL.matcher(line).matches()
                ? Stream.of(line, new BigInteger(line.replace(":", ""), 16).toString(16))
                : Stream.of(line);
    }

    private static boolean isBy(X509CRL list, X509Certificate anchor) {
        try {
            list.verify(anchor.getPublicKey(), Sm2.PROVIDER);
            return anchor.getSubjectX500Principal().equals(list.getIssuerX500Principal());
        } catch (GeneralSecurityException | RuntimeException another) {
            return false;
        }
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException(file.getFileName() + " of the trusted seals " + why);
    }
}
