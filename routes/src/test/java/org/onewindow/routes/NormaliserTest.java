package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.routes.SubmissionFixture.WANG;
import static org.onewindow.routes.SubmissionFixture.ZHANG;
import static org.onewindow.routes.SubmissionFixture.person;
import static org.onewindow.routes.SubmissionFixture.request;

import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;

class NormaliserTest {

    @Test
    void takesWhatPeopleTypeForWhatTheyMean() {
        var typed = new Party(
                "buyer",
                Party.Kind.PERSON,
                " 张铭 ",
                IdType.RESIDENT_ID,
                "37010219950715888x",
                null,
                "+86 138-0013-8000",
                null);

        var party = Normaliser.normalise(request(typed)).applicant();

        assertThat(party.name()).isEqualTo("张铭");
        assertThat(party.idNumber()).isEqualTo("37010219950715888X");
        assertThat(party.phone()).isEqualTo("13800138000");
    }

    @Test
    void readsFullWidthDigits() {
        var typed = person(null, "３７０１０２１９８５０３０７８２１２", null);

        assertThat(Normaliser.normalise(request(typed)).applicant().idNumber()).isEqualTo(ZHANG);
    }

    @Test
    void givesTheSameRequestTheSameHashOverEveryChannel() {
        var portal = request(person(null, ZHANG, null), person("seller", WANG, "1/1"));
        var kiosk = new ServiceRequest(
                portal.matter(), "kiosk", portal.applicant(), portal.parties(), portal.form(), portal.materials());

        assertThat(Normaliser.hash(kiosk)).isEqualTo(Normaliser.hash(portal));
    }

    @Test
    void givesAnotherRequestAnotherHash() {
        var one = request(person(null, ZHANG, null), person("seller", WANG, "1/1"));
        var other = request(person(null, ZHANG, null), person("seller", WANG, "1/2"));

        assertThat(Normaliser.hash(other)).isNotEqualTo(Normaliser.hash(one));
    }
}
