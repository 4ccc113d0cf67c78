package org.onewindow.portal.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.Cases;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.cases.Labels;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Wire;
import org.springframework.stereotype.Component;

/** Writes what is told as CloudEvents 1.0 in structured JSON: the case's number and where it stands, nobody's name or number. */
@Component
final class CloudEvents {

    private final Cases cases;
    private final Labels labels;
    private final PortalSettings settings;

    CloudEvents(Cases cases, Labels labels, PortalSettings settings) {
        this.cases = cases;
        this.labels = labels;
        this.settings = settings;
    }

    String of(Delivery delivery) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", delivery.eventId());
        event.put("source", settings.publicUrl());
        event.put("type", delivery.type());
        Optional.ofNullable(delivery.number()).ifPresent(number -> event.put("subject", number));
        event.put("time", delivery.at());
        event.put("datacontenttype", "application/json");
        event.put("data", data(delivery));
        return Wire.text(event);
    }

    /** The state is that of now: it may be newer than what is told. */
    private Map<String, Object> data(Delivery delivery) {
        var data = new LinkedHashMap<String, Object>();
        var number = delivery.number();
        if (number != null) {
            cases.find(new CaseNumber(number))
                    .ifPresent(found -> data.put("state", labels.of(found, Languages.CHINESE)));
            if (delivery.step() != null) {
                data.put("step", delivery.step());
            }
            data.put("_links", Map.of("case", Map.of("href", settings.publicUrl() + "/v1/cases/" + number)));
        }
        return data;
    }
}
