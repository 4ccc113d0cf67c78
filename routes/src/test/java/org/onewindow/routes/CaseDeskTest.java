package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Arrival;

class CaseDeskTest {

    /** Its own look saw that; told of it, a case whose issuer's word is another each time would be looked at for ever. */
    @Test
    void tellsACaseOfWhatCameButNotOfWhatItHadAskedFor(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            var number = town.received("entry");

            arrives(town, number);
            assertThat(isLookedAtAgain(town, number)).isFalse();

            arrives(town, null);
            assertThat(isLookedAtAgain(town, number)).isTrue();
        }
    }

    private static void arrives(Town town, @Nullable CaseNumber askedFor) {
        var arrival = new Arrival("real-estate-title", List.of(Town.applicant()), askedFor);
        assertThat(town.desk.arrived(arrival, Clock.systemUTC().instant())).isTrue();
    }

    private static boolean isLookedAtAgain(Town town, CaseNumber number) {
        return town.cases.find(number).orElseThrow().progress().again();
    }
}
