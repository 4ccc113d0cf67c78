package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.checklist.LicenceSource.Pulled;
import org.onewindow.routes.IssuerLookUps.Told;

/** What came of several licences, in whatever order they were had. */
class ToldTest {

    @Test
    void aDoubtAboutOneIsNeverHiddenByAnotherThatWasKept() {
        assertThat(Told.KEPT.or(Told.AWAY)).isEqualTo(new Told(Pulled.PARTLY, "away"));
        assertThat(Told.AWAY.or(Told.KEPT)).isEqualTo(new Told(Pulled.PARTLY, "away"));
        assertThat(all(Told.KEPT, Told.AWAY, Told.KEPT, Told.NONE).pulled()).isEqualTo(Pulled.PARTLY);
        assertThat(all(Told.NONE, Told.AWAY).pulled()).isEqualTo(Pulled.AWAY);
        assertThat(all(Told.NONE, Told.KEPT).pulled()).isEqualTo(Pulled.KEPT);
        assertThat(all().pulled()).isEqualTo(Pulled.NONE);
    }

    private static Told all(Told... each) {
        return Stream.of(each).reduce(Told.NONE, Told::or);
    }
}
