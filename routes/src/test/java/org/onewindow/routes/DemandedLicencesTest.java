package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.Purpose;

/** Whose licence it is that a department wants later. */
class DemandedLicencesTest {

    private static final Party LI =
            new Party("owner", Party.Kind.PERSON, "李娜", IdType.PASSPORT, "P00000031", null, null, null);

    @Test
    void isOfThePartyThatTheStepIsAboutAndOfNobodyWhereThatCannotBeSaid(@TempDir Path folder) throws Exception {
        try (var town = new Town(folder)) {
            var forEach = town.open("each", List.of(Town.ZHANG, LI));
            var ofAll = town.open("entry", List.of(Town.ZHANG, LI));
            var ofOne = town.open("entry", List.of(Town.ZHANG));

            assertThat(DemandedLicences.whose(forEach, wants("record.1"))).contains(1);
            assertThat(DemandedLicences.whose(forEach, wants("record.0"))).contains(0);
            assertThat(DemandedLicences.whose(ofAll, wants("record"))).isEmpty();
            assertThat(DemandedLicences.whose(ofOne, wants("record"))).contains(0);
            assertThat(DemandedLicences.whose(ofOne, wants("undoes")))
                    .as("no such step")
                    .isEmpty();
        }
    }

    private static CaseEvent wants(String step) {
        return new CaseEvent.Replied(
                Instant.EPOCH,
                step,
                1,
                Purpose.ACT,
                new SupplementNeeded(
                        List.of(new SupplementNeeded.Item("marriage-certificate", "请补交")), java.util.Map.of()),
                UUID.randomUUID().toString());
    }
}
