package org.onewindow.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Filler;

/** The holes of stored messages. */
final class HolesTest {

    private static final Map<String, String> CONTRACT =
            Map.of("type", "sale-contract", "upload", "upl_1", "of", "370102198503078212");

    private final Holes holes = Holes.fresh();

    @Test
    void areFilledAfterTheMessageWasStoredAndReadAgain() {
        var content =
                "a " + holes.computed("serial") + " b " + holes.content(CONTRACT) + " c " + holes.sha256(CONTRACT);

        var stored = Draft.of(new Draft(holes, content).bytes());

        assertThat(filled(stored.holes(), stored.content()))
                .isEqualTo("a 42 b c2FtcGxl c af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf");
    }

    @Test
    void cannotBeForgedInAForm() {
        var forged = Holes.fresh().content(Map.of("type", "x", "upload", "upl_of_somebody_else"));

        assertThat(filled(holes, "my remark: " + forged)).isEqualTo("my remark: " + forged);
    }

    @Test
    void tellTheDigestThatTheReferenceKnows() {
        assertThat(holes.sha256(Map.of("type", "x", "upload", "upl_1", "sha256", "ab")))
                .isEqualTo("ab");
    }

    @Test
    void areOnlyForMaterials() {
        assertThatThrownBy(() -> holes.content(Map.of("type", "x"))).isInstanceOf(MappingFailed.class);
    }

    @Test
    void escapeComputedValuesInTheMessagesLanguage() {
        var filler = filler(holes, "sample").in(new Filler.Form(CanonicalJson::escaped, StandardCharsets.UTF_8));

        assertThat(text(filler.fill("{\"a\":\"" + holes.computed("quoted") + "\"}")))
                .isEqualTo("{\"a\":\"\\\"\\n\"}");
    }

    @Test
    void refuseMaterialsOverTwentyMebibytes() {
        var large = new byte[Filler.LARGEST];
        var filler = new Filler(holes, Map.of(), material -> new ByteArrayInputStream(large), Filler.Form.PLAIN);

        assertThat(filler.fill(holes.content(CONTRACT)))
                .isInstanceOfSatisfying(Filled.Not.class, not -> assertThat(not.reply())
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                                .isEqualTo("too-large")));
    }

    @Test
    void areUnavailableWhereAMaterialCannotBeRead() {
        var filler = new Filler(
                holes,
                Map.of(),
                material -> {
                    throw new IOException("the store is away");
                },
                Filler.Form.PLAIN);

        assertThat(filler.fill(holes.content(CONTRACT)))
                .isEqualTo(new Filled.Not(new Unavailable("a material cannot be read", null)));
    }

    @Test
    void refuseAStoredMessageOfAnotherKind() {
        assertThatThrownBy(() -> Draft.of("<soap:Envelope/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String filled(Holes holes, String content) {
        return text(filler(holes, "sample").fill(content));
    }

    private static Filler filler(Holes holes, String material) {
        return new Filler(
                holes,
                Map.of("serial", "42", "quoted", "\"\n"),
                reference -> new ByteArrayInputStream(material.getBytes(StandardCharsets.UTF_8)),
                Filler.Form.PLAIN);
    }

    private static String text(Filled filled) {
        return switch (filled) {
            case Filled.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Filled.Not(var reply) -> throw new AssertionError(reply);
        };
    }
}
