package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material (材料) of a case, by reference (Claim Check): its bytes stay in the store.
 *
 * @param type the material's type in the matter, such as {@code sale-contract}
 * @param upload the upload that holds it, {@code upl_…}
 * @param licence the licence that stands for it, {@code lic_…}
 * @param stored what its holder handed in before, {@code mat_…}; {@code upload} then holds its bytes
 * @param declared what the applicant says of it
 * @param of the document number of the party it belongs to, where the matter asks for one of each party
 * @param validTo of an upload, its last day as whoever hands it in says, {@code 2027-01-31}; null: they say none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaterialReference(
        String type,
        @Nullable String upload,
        @Nullable String licence,
        @Nullable String stored,
        @Nullable Declaration declared,
        @Nullable String of,
        @Nullable String fileName,
        @Nullable String sha256,
        @Nullable String validTo) {

    /** Throws where the last day is no day of the calendar. */
    public MaterialReference {
        validTo = validTo == null ? null : LocalDate.parse(validTo).toString();
    }

    /** One whose last day nobody tells. */
    public MaterialReference(
            String type,
            @Nullable String upload,
            @Nullable String licence,
            @Nullable String stored,
            @Nullable Declaration declared,
            @Nullable String of,
            @Nullable String fileName,
            @Nullable String sha256) {
        this(type, upload, licence, stored, declared, of, fileName, sha256, null);
    }

    /** An upload or a licence, of which nothing need be said. */
    public MaterialReference(
            String type,
            @Nullable String upload,
            @Nullable String licence,
            @Nullable String of,
            @Nullable String fileName,
            @Nullable String sha256) {
        this(type, upload, licence, null, null, of, fileName, sha256);
    }

    /** The same, with what the store knows of the upload that holds it. */
    public MaterialReference heldBy(String itsUpload, @Nullable String itsName, @Nullable String itsSha256) {
        return new MaterialReference(type, itsUpload, null, stored, declared, of, itsName, itsSha256, validTo);
    }

    /** The same, with its last day told anew; null: it is not, and stays. */
    public MaterialReference goodTo(@Nullable String day) {
        return day == null
                ? this
                : new MaterialReference(type, upload, licence, stored, declared, of, fileName, sha256, day);
    }

    /** As told; null: it was not. */
    public @Nullable LocalDate lastDay() {
        return validTo == null ? null : LocalDate.parse(validTo);
    }

    @Override
    public String toString() {
        return "MaterialReference[" + type + "]";
    }
}
