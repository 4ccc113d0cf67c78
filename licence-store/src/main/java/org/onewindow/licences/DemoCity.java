package org.onewindow.licences;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Share;
import org.onewindow.licences.LicenceDraft.Source;

/** The fictitious city of the demo, {@code config/demo/city.yaml}, as the hub's development profile knows it. */
public record DemoCity(List<Citizen> citizens, List<Title> titles) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalDate CARDS_ISSUED = LocalDate.of(2020, 1, 1);

    public record Citizen(String login, String name, String idNumber, String phone) {

        /** The login only. */
        @Override
        public String toString() {
            return "Citizen[" + login + "]";
        }
    }

    public record Title(
            String number,
            String unit,
            String location,
            BigDecimal areaSqm,
            String usage,
            LocalDate firstRegistered,
            List<TitleHolder> holders) {}

    public record TitleHolder(String login, Share share) {}

    public static DemoCity read(Path file) throws IOException {
        return YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), DemoCity.class);
    }

    public Optional<Citizen> citizen(String login) {
        return citizens.stream().filter(one -> one.login().equals(login)).findFirst();
    }

    /** Everybody's identity card, and the titles of all homes. */
    public List<LicenceDraft> licences() {
        return Stream.concat(
                        citizens.stream().map(DemoCity::card), titles.stream().map(this::title))
                .toList();
    }

    private static LicenceDraft card(Citizen citizen) {
        return draft(
                Licence.IDENTITY_CARD,
                citizen.idNumber(),
                List.of(new Holder(citizen.name(), IdType.RESIDENT_ID, citizen.idNumber(), null)),
                Map.of("name", citizen.name(), "idNumber", citizen.idNumber()),
                CARDS_ISSUED);
    }

    private LicenceDraft title(Title title) {
        return draft(
                Licence.REAL_ESTATE_TITLE,
                title.number(),
                title.holders().stream().map(this::holder).toList(),
                Map.of(
                        "unitNumber", title.unit(),
                        "location", title.location(),
                        "floorAreaSqm", title.areaSqm(),
                        "usage", title.usage()),
                title.firstRegistered());
    }

    private static LicenceDraft draft(
            String type, String number, List<Holder> holders, Map<String, Object> data, LocalDate issuedOn) {
        return new LicenceDraft(
                type,
                number,
                holders,
                data,
                issuedOn,
                null,
                null,
                Source.CONVERTED,
                issuedOn.atStartOfDay(BEIJING).toInstant());
    }

    private Holder holder(TitleHolder holder) {
        var citizen = citizen(holder.login())
                .orElseThrow(() -> new IllegalArgumentException("the demo's titles name no citizen " + holder.login()));
        return new Holder(citizen.name(), IdType.RESIDENT_ID, citizen.idNumber(), holder.share());
    }
}
