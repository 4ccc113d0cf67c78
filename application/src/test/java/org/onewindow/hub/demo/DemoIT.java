package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.CommandLine;

/** The demo as everybody sees it first. */
class DemoIT {

    @Test
    void tellsTheMainCaseToItsEnd(@TempDir Path folder) throws Exception {
        var told = CommandLine.type("HUB_DATA=" + folder + " HUB_PORT=18080 SIM_PORT=18090 ./hub demo --exit");

        assertThat(told.code()).as(told.out()).isZero();
        assertThat(told.out())
                .contains("The new title: 鲁(", "Nothing is handed in again", "every effect once", "curl -H")
                .contains("heating-utility holder-changed RLGH");
    }
}
