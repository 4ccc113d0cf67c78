package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onewindow.routes.SubmissionFixture.CHEN;
import static org.onewindow.routes.SubmissionFixture.COMPANY;
import static org.onewindow.routes.SubmissionFixture.WANG;
import static org.onewindow.routes.SubmissionFixture.ZHANG;
import static org.onewindow.routes.SubmissionFixture.person;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.Share;

class PartyCheckTest {

    @Test
    void acceptsOneSellerAndOneBuyerWithWholeShares() {
        assertFaults(person("seller", WANG, "1/1"), person("buyer", ZHANG, "1/1"))
                .isEmpty();
    }

    @Test
    void acceptsACompanyWithItsCreditCode() {
        var company =
                new Party("buyer", Party.Kind.ORGANISATION, "济南某公司", IdType.USCC, COMPANY, Share.WHOLE, null, null);

        assertFaults(person("seller", WANG, "1/1"), company).isEmpty();
    }

    @Test
    void pointsAtAWrongCheckCharacter() {
        assertFaults(person("seller", "370102197909143314", "1/1"), person("buyer", ZHANG, "1/1"))
                .containsExactly(tuple("/parties/0/idNumber", "id-number-invalid"));
    }

    @Test
    void refusesAPersonWithACompanysDocument() {
        var odd = new Party("buyer", Party.Kind.PERSON, "张铭", IdType.USCC, COMPANY, Share.WHOLE, null, null);

        assertFaults(person("seller", WANG, "1/1"), odd)
                .containsExactly(tuple("/parties/1/idType", "id-type-not-allowed"));
    }

    @Test
    void refusesSharesThatDoNotAddUp() {
        assertFaults(person("seller", WANG, "1/2"), person("seller", CHEN, "1/3"), person("buyer", ZHANG, "1/1"))
                .containsExactly(tuple("/parties", "shares-do-not-add-up"));
    }

    @Test
    void asksForAShareThatIsMissing() {
        assertFaults(person("seller", WANG, "1/1"), person("buyer", ZHANG, null))
                .containsExactly(tuple("/parties/1/share", "required"));
    }

    @Test
    void refusesTheSamePersonOnBothSides() {
        assertFaults(person("seller", ZHANG, "1/1"), person("buyer", ZHANG, "1/1"))
                .containsExactly(tuple("/parties/1", "same-person-on-both-sides"));
    }

    @Test
    void refusesAPartyThatIsNamedTwice() {
        assertFaults(person("seller", WANG, "1/2"), person("seller", WANG, "1/2"), person("buyer", ZHANG, "1/1"))
                .containsExactly(tuple("/parties/1", "party-twice"));
    }

    @Test
    void missesASide() {
        assertFaults(person("seller", WANG, "1/1")).containsExactly(tuple("/parties", "party-count"));
    }

    @Test
    void refusesARoleThatTheMatterDoesNotHave() {
        assertFaults(person("seller", WANG, "1/1"), person("buyer", ZHANG, "1/1"), person("friend", CHEN, null))
                .containsExactly(tuple("/parties/2/role", "role-unknown"));
    }

    @Test
    void findsEveryFaultAtOnce() {
        assertFaults(person("seller", "370102197909143314", "1/2"), person("buyer", ZHANG, "1/3"))
                .containsExactlyInAnyOrder(
                        tuple("/parties/0/idNumber", "id-number-invalid"),
                        tuple("/parties", "shares-do-not-add-up"),
                        tuple("/parties", "shares-do-not-add-up"));
    }

    @Test
    void neverRepeatsTheWrongNumber() {
        var found = PartyCheck.check(
                SubmissionFixture.matter(),
                person(null, ZHANG, null),
                List.of(person("seller", "370102197909143314", "1/1")));

        assertThat(found.toString()).doesNotContain("370102197909143314", "张铭");
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertFaults(
            Party... parties) {
        return assertThat(PartyCheck.check(SubmissionFixture.matter(), person(null, ZHANG, null), List.of(parties)))
                .extracting(Violation::pointer, Violation::code);
    }
}
