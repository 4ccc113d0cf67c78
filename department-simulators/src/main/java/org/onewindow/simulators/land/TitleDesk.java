package org.onewindow.simulators.land;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** Look-ups in the register of titles. */
final class TitleDesk {

    private final Stage stage;
    private final City city;
    private final Transfers transfers;

    TitleDesk(Stage stage, City city, Transfers transfers) {
        this.stage = stage;
        this.city = city;
        this.transfers = transfers;
    }

    Answer title(String certificateNumber, String holderId) {
        var title = city.titles().find(certificateNumber);
        if (title.isEmpty()) {
            return Problem.of(404, "there is no such title").answer();
        }
        return title.get().isHeldBy(holderId)
                ? Answer.json(200, json(title.get()))
                : Problem.of(403, "not a registered holder of this title").answer();
    }

    Answer countHomes(JsonNode body) {
        var fields = Fields.of(body);
        var persons = fields.list("persons", 1, 10).stream().map(Party::of).toList();
        if (!fields.errors().isEmpty()) {
            return Problem.unprocessable(fields.errors()).answer();
        }
        long count = city.titles().all().stream()
                .filter(title -> title.current() && title.home().usage().equals("residential"))
                .filter(title -> persons.stream().anyMatch(person -> title.isHeldBy(person.idNumber())))
                .count();
        return Answer.json(
                200, Json.object().put("count", count).put("asOf", stage.time().toString()));
    }

    private ObjectNode json(Title title) {
        var home = title.home();
        var json = Json.object()
                .put("certificateNumber", title.number())
                .put("unitNumber", home.unit())
                .put("location", home.location())
                .put("floorAreaSqm", home.areaSqm())
                .put("usage", home.usage())
                .put("firstRegistered", title.firstRegistered().format(DateTimeFormatter.BASIC_ISO_DATE));
        var holders = json.putArray("holders");
        title.holders().forEach(holder -> holders.add(Transfer.holder(holder)));
        var encumbrances = json.putArray("encumbrances");
        for (var one : title.encumbrances()) {
            var entry = encumbrances.addObject();
            entry.put("kind", one.kind()).put("since", one.since().format(DateTimeFormatter.BASIC_ISO_DATE));
            one.inFavourOf().ifPresent(who -> entry.put("inFavourOf", who));
        }
        return json.put("state", state(title));
    }

    private String state(Title title) {
        if (!title.current()) {
            return "historic";
        }
        return title.isSeized() || transfers.isInReview(title.number()) ? "locked" : "current";
    }
}
