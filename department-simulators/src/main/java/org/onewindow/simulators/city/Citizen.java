package org.onewindow.simulators.city;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen as the departments know one.
 *
 * @param fundBalanceFen empty for who is no member of the housing fund
 */
public record Citizen(String login, String name, String idNumber, Marriage marriage, Optional<Long> fundBalanceFen) {

    /**
     * What the marriage records say.
     *
     * @param status after GB/T 2261.2: 10 never married, 20 married, 30 widowed, 40 divorced
     * @param spouse login of the spouse
     */
    public record Marriage(String status, Optional<String> spouse, Optional<LocalDate> since) {

        public boolean isMarried() {
            return "20".equals(status);
        }
    }

    @Override
    public String toString() {
        return login;
    }
}
