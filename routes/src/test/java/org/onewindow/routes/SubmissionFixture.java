package org.onewindow.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.canonical.Share;
import org.onewindow.config.Matter;

/** The transfer of a used home as tests need it: fictitious people, valid numbers. */
final class SubmissionFixture {

    static final String ZHANG = "370102198503078212";
    static final String WANG = "370102197909143315";
    static final String CHEN = "370102198105205044";
    static final String COMPANY = "91370100MA3C0ABC1L";

    static final String FORM_SCHEMA =
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["titleNumber", "priceFen"], "additionalProperties": false,
             "properties": {"titleNumber": {"type": "string", "minLength": 1},
                            "priceFen": {"type": "integer", "minimum": 1},
                            "signedOn": {"type": "string", "format": "date"}}}
            """;

    private SubmissionFixture() {}

    static Matter matter() {
        var parties = new LinkedHashMap<String, Matter.Count>();
        parties.put("seller", new Matter.Count(1, 10));
        parties.put("buyer", new Matter.Count(1, 10));
        return new Matter(
                "used-home-transfer",
                "0123456789ab",
                new Localised("二手房转移登记", "Transfer of a used home"),
                new Matter.Limit(30, 5),
                null,
                FORM_SCHEMA,
                parties,
                List.of("seller", "buyer"),
                List.of(),
                Map.of(),
                null,
                Map.of(),
                Map.of(),
                null);
    }

    static Party person(@Nullable String role, String idNumber, @Nullable String share) {
        return new Party(
                role,
                Party.Kind.PERSON,
                "张铭",
                IdType.RESIDENT_ID,
                idNumber,
                share == null ? null : Share.of(share),
                null,
                null);
    }

    static ServiceRequest request(Party applicant, Party... parties) {
        return new ServiceRequest(
                "used-home-transfer",
                "portal",
                applicant,
                List.of(parties),
                Map.of("titleNumber", "鲁(2016)济南市不动产权第0012345号", "priceFen", 128_000_000),
                List.of(new MaterialReference("sale-contract", "upl_1", null, null, null, null)));
    }
}
