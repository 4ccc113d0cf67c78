package org.onewindow.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cases of the matter used-home-transfer as its expressions see them. */
final class Cases {

    static final String WANG = "{name: '王强', idType: 'resident-id', idNumber: '370102197909143315'}";
    static final String CHEN = "{name: '陈静', idType: 'resident-id', idNumber: '370102198105205044'}";
    static final String LIU = "{name: '刘洋', idType: 'resident-id', idNumber: '370102199001011039'}";
    static final String ZHAO = "{name: '赵敏', idType: 'resident-id', idNumber: '370102198808256016'}";
    static final String ZHANG = "{name: '张铭', idType: 'resident-id', idNumber: '370102198503078212'}";
    static final String SMITH = "{name: 'SMITH JOHN', idType: 'passport', idNumber: 'P1234567'}";
    static final String COMPANY = "{name: '齐鲁置业有限公司', idType: 'uscc', idNumber: '91370100MA3C12345X'}";

    private final List<Object> parties = new java.util.ArrayList<>();
    private final Map<String, Object> form = new LinkedHashMap<>(
            Json.object("{titleNumber: '鲁(2016)济南市不动产权第0012345号', priceFen: 128000000, signedOn: '2026-11-20'}"));
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Object> marriages = new java.util.ArrayList<>();

    static Cases aCase() {
        return new Cases();
    }

    Cases seller(String person) {
        return party("seller", person);
    }

    Cases buyer(String person) {
        return party("buyer", person);
    }

    private Cases party(String role, String person) {
        var party = Json.object(person);
        party.put("role", role);
        party.put("kind", "uscc".equals(party.get("idType")) ? "organisation" : "person");
        parties.add(party);
        return this;
    }

    Cases form(String field, String json) {
        form.put(field, Json.object(json));
        return this;
    }

    Cases facts(String step, String json) {
        facts.put(step, Json.object(json));
        return this;
    }

    Cases married(String person, String spouse) {
        return marriage(person, "{status: '20', registeredOn: '2006-05-20', spouse: " + spouse + "}");
    }

    Cases single(String person) {
        return marriage(person, "{status: '10'}");
    }

    /** What civil affairs told about a party; the item is the party itself, as in a real case. */
    Cases marriage(String person, String json) {
        var number = Json.object(person).get("idNumber");
        var fact = new LinkedHashMap<String, Object>();
        fact.put(
                "item",
                parties.stream()
                        .filter(party -> Objects.equals(((Map<?, ?>) party).get("idNumber"), number))
                        .findFirst()
                        .orElseThrow());
        fact.putAll(Json.object(json));
        marriages.add(fact);
        facts.put("marriage", marriages);
        return this;
    }

    Map<String, Object> asInput() {
        var input = new LinkedHashMap<String, Object>();
        input.put(
                "case",
                Json.object(
                        "{number: 'OW261122-7K3M9QXT-5', matter: 'used-home-transfer', submittedAt: '2026-11-22T09:30:00+08:00'}"));
        input.put("applicant", parties.getLast());
        input.put("parties", parties);
        input.put("form", form);
        input.put("facts", facts);
        return input;
    }
}
