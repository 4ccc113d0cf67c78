package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @Nullable String sha256) {

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

    @Override
    public String toString() {
        return "MaterialReference[" + type + "]";
    }
}
