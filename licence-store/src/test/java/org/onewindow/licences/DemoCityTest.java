package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoCityTest {

    @Test
    void hasTenCitizensWithCardsAndTheirTitles() throws IOException {
        var city = DemoCity.read(Path.of("..", "config", "demo", "city.yaml"));

        assertThat(city.citizens()).hasSize(10).noneMatch(citizen -> citizen.toString()
                .contains(citizen.idNumber()));
        assertThat(city.licences()).hasSize(20);
        assertThat(city.licences().get(13).holders())
                .extracting(Holder::name)
                .as("two holders of one home")
                .containsExactly("刘洋", "赵敏");
    }
}
