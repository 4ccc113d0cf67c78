package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.config.LicenceType.Holders;

/** Whatever a department says is a licence or none: nothing of it throws. */
class IssuersWordTest {

    private static final Map<String, Object> WANG =
            Map.of("name", "王强", "idType", "resident-id", "idNumber", "370102197909143315");
    private static final Map<String, Object> LICENCE =
            Map.of("number", "H1", "issuedOn", "2006-06-01", "holders", List.of(WANG), "data", Map.of("number", "H1"));

    @Test
    void readsWhatIsALicence() {
        assertThat(IssuersWord.read(Holders.PERSON, LICENCE)).get().returns(true, IssuersWord::isInForce);
        assertThat(IssuersWord.read(Holders.PERSON, with("state", "suspended")))
                .get()
                .returns(false, IssuersWord::isInForce);
    }

    @Test
    void nullIsNoValue() {
        for (var key : LICENCE.keySet()) {
            assertThat(IssuersWord.read(Holders.PERSON, with(key, null)))
                    .as(key)
                    .isEmpty();
        }
    }

    @Test
    void aStateThatNobodyKnowsIsNoState() {
        assertThat(IssuersWord.read(Holders.PERSON, with("state", "lost"))).isEmpty();
    }

    @Test
    void aHolderIsSomebodyWhomADocumentTellsFromOthers() {
        for (var key : WANG.keySet()) {
            var nobody = new HashMap<>(WANG);
            nobody.remove(key);
            assertThat(IssuersWord.read(Holders.PERSON, with("holders", List.of(WANG, nobody))))
                    .as("without " + key)
                    .isEmpty();
        }
        var pending = new HashMap<>(WANG);
        pending.put("idNumber", "待定");
        assertThat(IssuersWord.read(Holders.PERSON, with("holders", List.of(WANG, pending))))
                .isEmpty();
        assertThat(IssuersWord.read(Holders.PERSON, with("holders", Arrays.asList(WANG, null))))
                .isEmpty();
    }

    @Test
    void aHolderIsOfTheKindThatCanHoldIt() {
        assertThat(IssuersWord.read(Holders.ANY, LICENCE)).isPresent();
        assertThat(IssuersWord.read(Holders.ORGANISATION, LICENCE)).isEmpty();
    }

    @Test
    void otherShapesAreNoLicence() {
        assertThat(IssuersWord.read(Holders.PERSON, null)).isEmpty();
        assertThat(IssuersWord.read(Holders.PERSON, "H1")).isEmpty();
        assertThat(IssuersWord.read(Holders.PERSON, with("issuedOn", "yesterday")))
                .isEmpty();
        assertThat(IssuersWord.read(Holders.PERSON, with("holders", "王强"))).isEmpty();
        assertThat(IssuersWord.read(Holders.PERSON, with("data", List.of()))).isEmpty();
    }

    private static Map<String, @Nullable Object> with(String key, @Nullable Object value) {
        var changed = new HashMap<String, @Nullable Object>(LICENCE);
        changed.put(key, value);
        return changed;
    }
}
