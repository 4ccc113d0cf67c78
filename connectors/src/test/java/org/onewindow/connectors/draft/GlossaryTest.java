package org.onewindow.connectors.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The glossary of the tree knows what departments call things. */
final class GlossaryTest {

    private final Glossary glossary = Glossary.of(Path.of("../config"));

    @ParameterizedTest
    @CsvSource({
        "sfzh, applicant.idNumber",
        "SFZH, applicant.idNumber",
        "zjhm, applicant.idNumber",
        "idNo, applicant.idNumber",
        "id_no, applicant.idNumber",
        "Cert-No, applicant.idNumber",
        "applicantIdNo, applicant.idNumber",
        "身份证号, applicant.idNumber",
        "aac002, applicant.idNumber",
        "xm, applicant.name",
        "姓名, applicant.name",
        "lxdh, applicant.phone",
        "sjhm, applicant.phone",
        "bjbh, case.number",
        "ywbh, case.number",
        "bizNo, case.number",
        "X-Request-Id, key",
        "csrq, birthDate",
        "tyshxydm, form.creditCode"
    })
    void knows(String name, String place) {
        assertThat(glossary.place(name)).hasValue(place);
    }

    @Test
    void knowsNothingOfOtherWords() {
        assertThat(glossary.place("fwwd")).isEmpty();
    }

    @Test
    void takesTheHubsOwnWhereATreeHasNone() {
        assertThat(Glossary.of(Path.of("src")).place("sfzh")).hasValue("applicant.idNumber");
    }

    @Test
    void refusesTagsAndAliases() {
        assertThatThrownBy(() -> Glossary.read("terms: !!java.util.Date 2026"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Glossary.read("a: &a [x]\nterms: [*a]")).isInstanceOf(IllegalArgumentException.class);
    }
}
