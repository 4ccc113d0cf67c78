package org.onewindow.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    @Property
    void readsBackEveryRequestItWrites(@ForAll("requests") ServiceRequest request) throws JsonProcessingException {
        assertThat(JSON.readValue(JSON.writeValueAsString(request), ServiceRequest.class))
                .isEqualTo(request);
    }

    @Property
    void readsBackEveryReplyItWrites(@ForAll("replies") DepartmentReply reply) throws JsonProcessingException {
        assertThat(JSON.readValue(JSON.writeValueAsString(reply), DepartmentReply.class))
                .isEqualTo(reply);
    }

    @Property
    void writesRequestsAsThePublishedSchemaSays(@ForAll("requests") ServiceRequest request) {
        assertThat(faults("serviceRequest", request)).isEmpty();
    }

    @Property
    void writesRepliesAsThePublishedSchemaSays(@ForAll("replies") DepartmentReply reply) {
        assertThat(faults("departmentReply", reply)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotOfTheModel() throws JsonProcessingException {
        var stranger = JSON.readTree("{\"state\":\"answered\",\"facts\":{},\"surprise\":1}");

        assertThat(schema("departmentReply").validate(stranger)).isNotEmpty();
    }

    private static Set<ValidationMessage> faults(String definition, Object value) {
        return schema(definition).validate(JSON.valueToTree(value));
    }

    private static JsonSchema schema(String definition) {
        return SCHEMAS.computeIfAbsent(
                definition, name -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(
                                "classpath:org/onewindow/canonical/canonical.schema.json#/$defs/" + name)));
    }

    @Test
    void writesAReplyWithItsState() throws JsonProcessingException {
        var json = JSON.readValue(
                JSON.writeValueAsString(
                        new DepartmentReply.Pending(Map.of("receiptNumber", "R1"), Duration.ofHours(1))),
                new TypeReference<Map<String, Object>>() {});

        assertThat(json)
                .isEqualTo(Map.of("state", "pending", "facts", Map.of("receiptNumber", "R1"), "askAgainAfter", "PT1H"));
    }

    @Test
    void writesALocalisedTextByItsLanguageTags() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new Localised("税务局", "Tax bureau")))
                .isEqualTo("{\"zh-CN\":\"税务局\",\"en\":\"Tax bureau\"}");
    }

    @Test
    void neverPrintsWhoAPartyIs() {
        var party = new Party(
                "buyer",
                Party.Kind.PERSON,
                "张铭",
                IdType.RESIDENT_ID,
                "370102198503078212",
                Share.WHOLE,
                "13800138000",
                null);

        assertThat(party.toString()).doesNotContain("张铭", "370102198503078212", "13800138000");
    }

    @Provide
    Arbitrary<ServiceRequest> requests() {
        return Combinators.combine(
                        parties(),
                        parties().list().ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), values())
                                .ofMaxSize(4),
                        materials().list().ofMaxSize(3))
                .as((applicant, parties, form, materials) ->
                        new ServiceRequest("used-home-transfer", "portal", applicant, parties, form, materials));
    }

    private static Arbitrary<MaterialReference> materials() {
        return Combinators.combine(
                        Arbitraries.of("upl_1").injectNull(0.3),
                        Arbitraries.of("mat_1").injectNull(0.5),
                        Arbitraries.of(Declaration.class).injectNull(0.5),
                        Arbitraries.of("2027-01-31", "2028-02-29").injectNull(0.5))
                .as((upload, stored, declared, validTo) -> new MaterialReference(
                        "sale-contract", upload, null, stored, declared, null, null, null, validTo));
    }

    @Test
    void takesNoLastDayThatIsNoDay() {
        assertThatThrownBy(() -> JSON.readValue(
                        "{\"type\": \"sale-contract\", \"upload\": \"upl_1\", \"validTo\": \"2027-02-30\"}",
                        MaterialReference.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private static Arbitrary<Party> parties() {
        return Combinators.combine(
                        Arbitraries.of("seller", "buyer"),
                        Arbitraries.of(Party.Kind.class),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
                        Arbitraries.of(IdType.class),
                        Arbitraries.longs().between(1, 999_999_999),
                        Arbitraries.strings().numeric().ofLength(11).injectNull(0.3))
                .as((role, kind, name, type, part, phone) ->
                        new Party(role, kind, name, type, "37010219850307821X", new Share(1, part), phone, null));
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(text -> (Object) text),
                Arbitraries.longs().greaterOrEqual(1L + Integer.MAX_VALUE).map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag));
    }

    @Provide
    Arbitrary<DepartmentReply> replies() {
        var text = Arbitraries.strings().ofMaxLength(30);
        var facts = Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), values())
                .ofMaxSize(3);
        var wait =
                Arbitraries.longs().between(1, 86_400).map(Duration::ofSeconds).injectNull(0.3);
        return Arbitraries.oneOf(
                facts.map(DepartmentReply.Answered::new),
                Combinators.combine(facts, wait).as(DepartmentReply.Pending::new),
                Combinators.combine(text, text, facts)
                        .as((code, reason, more) -> new DepartmentReply.SupplementNeeded(
                                List.of(new DepartmentReply.SupplementNeeded.Item(code, reason)), more)),
                Combinators.combine(text, text).as(DepartmentReply.Refused::new),
                Combinators.combine(text, wait).as(DepartmentReply.Unavailable::new),
                text.map(DepartmentReply.Uncertain::new));
    }
}
