package org.onewindow.licences;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.materials.MaterialSpace;

/**
 * The bytes behind a case's references, for the departments that ask for them (Claim Check).
 *
 * <p>An upload is its own bytes; a licence is an excerpt of what stands on it, as JSON with a fixed order, so that it is the same at every
 * sending; the applicant's word is that they gave it. Each opening is written down first.
 */
public final class Materials {

    private final CaseLicences licences;
    private final MaterialSpace space;
    private final Uploads uploads;

    public Materials(CaseLicences licences, MaterialSpace space, Uploads uploads) {
        this.licences = licences;
        this.space = space;
        this.uploads = uploads;
    }

    /**
     * The bytes; a reference that leads nowhere is a bug, since cases only bear known ones.
     *
     * @param caseNumber the case they are sent for; null: none, which no licence may be sent for
     * @param department whom they are sent to
     */
    public InputStream open(@Nullable CaseNumber caseNumber, String department, MaterialReference material)
            throws IOException {
        var upload = material.upload();
        if (upload != null) {
            space.noteSent(upload, material.type(), caseNumber, department);
            return uploads.open(upload);
        }
        if (material.declared() == Declaration.COMMITMENT) {
            return bytes(Map.of("type", material.type(), "declared", "commitment"));
        }
        var licence = material.licence();
        if (licence == null) {
            throw new IllegalArgumentException("a material of type " + material.type() + " refers to nothing");
        }
        return Optional.ofNullable(caseNumber)
                .flatMap(number -> licences.open(number, department, licence))
                .map(Materials::excerpt)
                .orElseThrow(() -> new IOException(
                        "licence " + licence + " may not be used: its case is over, or it is not in force"));
    }

    private static InputStream excerpt(Licence licence) {
        var excerpt = new LinkedHashMap<String, Object>();
        excerpt.put("type", licence.type());
        excerpt.put("number", licence.number());
        excerpt.put("issuedOn", licence.issuedOn().toString());
        excerpt.put("holders", licence.holders());
        excerpt.put("data", licence.data());
        return bytes(excerpt);
    }

    private static InputStream bytes(Object values) {
        return new ByteArrayInputStream(LicenceText.text(values).getBytes(StandardCharsets.UTF_8));
    }
}
