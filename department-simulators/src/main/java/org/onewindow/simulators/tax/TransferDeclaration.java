package org.onewindow.simulators.tax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onewindow.simulators.city.IdentityNumbers;
import org.onewindow.simulators.city.Share;
import org.onewindow.simulators.tax.TaxReply.Fault;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** What the parties of a sale declare to the bureau, read from a request that holds to the schema. */
record TransferDeclaration(
        String caseNumber, Home home, BigDecimal price, LocalDate signedOn, List<Party> sellers, List<Party> buyers) {

    private static final int ATTACHMENTS_MAX_BYTES = 7 << 20;
    private static final Set<String> MATERIALS = Set.of("01", "02", "03");
    private static final String COMPANY = "101";

    record Home(String certificateNumber, boolean residential, BigDecimal floorArea, Optional<LocalDate> registered) {}

    /** A seller or a buyer; the fields of the other side stay at their defaults. */
    record Party(
            String documentType,
            String number,
            Optional<Share> share,
            boolean onlyFamilyHome,
            boolean maritalStatusGiven,
            int homes) {

        boolean isCompany() {
            return COMPANY.equals(documentType);
        }

        private boolean hasValidNumber() {
            return switch (documentType) {
                case "201" -> IdentityNumbers.isResident(number);
                case COMPANY -> IdentityNumbers.isCreditCode(number);
                default -> IdentityNumbers.isTravelDocument(number);
            };
        }

        private boolean hasCompanyFieldsRight() {
            return !isCompany() || (!onlyFamilyHome && !maritalStatusGiven && homes == 0);
        }

        /** Who did not parse has no part in the sum, which then fails. */
        Share part() {
            return share.orElse(Share.WHOLE);
        }

        @Override
        public String toString() {
            return "party";
        }
    }

    static TransferDeclaration of(Element request) {
        return new TransferDeclaration(
                Xml.text(request, "caseNumber"),
                home(Xml.child(request, "property").orElseThrow()),
                new BigDecimal(Xml.text(request, "contractPrice")),
                date(Xml.text(request, "contractSignedOn")),
                parties(request, "sellers"),
                parties(request, "buyers"));
    }

    /** The first rule of the bureau that this declaration breaks. */
    Optional<Fault> breach(LocalDate today) {
        var parties = Stream.concat(sellers.stream(), buyers.stream()).toList();
        if (!sharesAddUp(sellers) || !sharesAddUp(buyers)) {
            return Optional.of(new Fault("TX4010", "the shares of one side do not add up to 1"));
        }
        if (!parties.stream().allMatch(Party::hasValidNumber)) {
            return Optional.of(new Fault("TX4011", "an identity number is not valid"));
        }
        if (!parties.stream().allMatch(Party::hasCompanyFieldsRight)) {
            return Optional.of(new Fault("TX4012", "a company has no family home and no marital status"));
        }
        if (signedOn.isAfter(today)
                || home.registered.filter(signedOn::isBefore).isPresent()) {
            return Optional.of(new Fault("TX4013", "the contract's date cannot be"));
        }
        return Optional.empty();
    }

    /** The first rule for attachments that the request breaks. */
    static Optional<Fault> attachmentBreach(Element request) {
        long bytes = 0;
        for (var attachment : Xml.children(request, "attachment")) {
            if (!MATERIALS.contains(Xml.text(attachment, "materialCode"))) {
                return Optional.of(new Fault("TX4014", "a material code is unknown"));
            }
            bytes += Base64.getMimeDecoder().decode(Xml.text(attachment, "content")).length;
        }
        return bytes > ATTACHMENTS_MAX_BYTES
                ? Optional.of(new Fault("TX4015", "the attachments are larger than 7 MiB together"))
                : Optional.empty();
    }

    private static boolean sharesAddUp(List<Party> side) {
        return side.stream().allMatch(party -> party.share.isPresent())
                && Share.addUpToOne(side.stream().map(Party::part).toList());
    }

    private static Home home(Element property) {
        return new Home(
                Xml.text(property, "certificateNumber"),
                Xml.text(property, "usage").equals("residential"),
                new BigDecimal(Xml.text(property, "floorArea")),
                Optional.of(Xml.text(property, "firstRegisteredOn"))
                        .filter(text -> !text.isEmpty())
                        .map(TransferDeclaration::date));
    }

    private static List<Party> parties(Element request, String side) {
        return Xml.children(Xml.child(request, side).orElseThrow()).stream()
                .map(party -> new Party(
                        Xml.text(party, "identityDocumentType"),
                        Xml.text(party, "identityNumber"),
                        Share.parse(Xml.text(party, "share")),
                        Set.of("true", "1").contains(Xml.text(party, "onlyFamilyHome")),
                        !Xml.text(party, "maritalStatus").isEmpty(),
                        homes(Xml.text(party, "familyHomeCount"))))
                .toList();
    }

    /** Beyond the third home nothing changes any more. */
    private static int homes(String count) {
        return count.isEmpty() ? 0 : new BigInteger(count).min(BigInteger.TEN).intValue();
    }

    /** A date of the schema may bear an offset; it is Beijing's all the same. */
    private static LocalDate date(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }
}
