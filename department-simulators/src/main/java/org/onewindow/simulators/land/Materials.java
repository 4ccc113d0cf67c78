package org.onewindow.simulators.land;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Hmac;

/** The materials of a request: known codes, and content that is what its digest says. */
final class Materials {

    private static final Set<String> CODES = Set.of("SALE_CONTRACT", "IDENTITY", "TAX_CLEARANCE", "AUTHORITY");

    private Materials() {}

    /** Their codes. */
    static List<String> codes(List<Fields> materials) {
        return materials.stream().map(Materials::code).toList();
    }

    private static String code(Fields material) {
        material.text("fileName");
        var digest = material.text("sha256");
        try {
            var content = Base64.getDecoder().decode(material.text("content"));
            if (!digest.equals(Hmac.digest("SHA-256", content))) {
                material.wrong("sha256", "is not the digest of the content");
            }
        } catch (IllegalArgumentException notBase64) {
            material.wrong("content", "is not base64");
        }
        return material.oneOf("code", CODES);
    }
}
