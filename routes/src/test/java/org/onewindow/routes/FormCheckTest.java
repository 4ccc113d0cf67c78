package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTest {

    private final FormCheck forms = new FormCheck();

    @Test
    void acceptsAFormAfterItsSchema() {
        assertThat(forms.check(SubmissionFixture.FORM_SCHEMA, Map.of("titleNumber", "T", "priceFen", 1)))
                .isEmpty();
    }

    @Test
    void pointsAtAFieldThatIsMissing() {
        assertThat(forms.check(SubmissionFixture.FORM_SCHEMA, Map.of("titleNumber", "T")))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/form/priceFen", "required"));
    }

    @Test
    void tellsEachFaultWithItsOwnCode() {
        assertThat(forms.check(
                        SubmissionFixture.FORM_SCHEMA,
                        Map.of("titleNumber", "", "priceFen", "much", "signedOn", "soon", "colour", "red")))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/form/titleNumber", "out-of-bounds"),
                        tuple("/form/priceFen", "wrong-type"),
                        tuple("/form/signedOn", "wrong-format"),
                        tuple("/form/colour", "unknown-field"));
    }
}
