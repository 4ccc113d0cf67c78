package org.onewindow.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.Share;
import org.onewindow.config.Matter;

/** Checks who takes part: documents with their check characters, roles and their number, shares, nobody on both sides. */
final class PartyCheck {

    /** Mainland mobile or fixed numbers, and international ones with a plus sign. */
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}|0[0-9]{9,11}|\\+[1-9][0-9]{6,14}");

    private static final int NAME_CHARACTERS_MAX = 100;

    private final List<Violation> found = new ArrayList<>();

    private PartyCheck() {}

    static List<Violation> check(Matter matter, Party applicant, List<Party> parties) {
        var check = new PartyCheck();
        check.identity("/applicant", applicant);
        for (int i = 0; i < parties.size(); i++) {
            check.identity("/parties/" + i, parties.get(i));
            check.role("/parties/" + i, matter, parties.get(i));
        }
        matter.parties().forEach((role, count) -> check.count(role, count, parties));
        matter.sharesAddUp().forEach(role -> check.shares(role, parties));
        check.nobodyTwice(parties);
        return check.found;
    }

    private void identity(String at, Party party) {
        if (party.name().isBlank() || party.name().length() > NAME_CHARACTERS_MAX) {
            add(at + "/name", "name-invalid", "请填写姓名或名称(不超过100个字符)", "Give a name of at most 100 characters");
        }
        boolean organisation = party.kind() == Party.Kind.ORGANISATION;
        if (organisation != (party.idType() == IdType.USCC)) {
            add(
                    at + "/idType",
                    "id-type-not-allowed",
                    "该证件类型不适用于此类主体",
                    "This document does not fit this kind of party");
        } else if (!party.idType().accepts(party.idNumber())) {
            add(
                    at + "/idNumber",
                    "id-number-invalid",
                    "证件号码有误,请核对(含校验位)",
                    "The document number is not valid; check it, its check character included");
        }
        var phone = party.phone();
        if (phone != null && !PHONE.matcher(phone).matches()) {
            add(at + "/phone", "phone-invalid", "电话号码有误", "The phone number is not valid");
        }
    }

    private void role(String at, Matter matter, Party party) {
        if (party.role() == null || !matter.parties().containsKey(party.role())) {
            var roles = String.join(", ", matter.parties().keySet());
            add(at + "/role", "role-unknown", "本事项的当事人角色为:" + roles, "The roles of this matter are: " + roles);
        }
    }

    private void count(String role, Matter.Count count, List<Party> parties) {
        long there = parties.stream().filter(party -> role.equals(party.role())).count();
        if (there < count.min() || there > count.max()) {
            add(
                    "/parties",
                    "party-count",
                    "角色 " + role + " 须有 " + count.min() + " 至 " + count.max() + " 人",
                    "The role " + role + " takes " + count.min() + " to " + count.max() + " parties");
        }
    }

    private void shares(String role, List<Party> parties) {
        var shares = new ArrayList<Share>();
        for (int i = 0; i < parties.size(); i++) {
            if (role.equals(parties.get(i).role())) {
                var share = parties.get(i).share();
                if (share == null) {
                    add("/parties/" + i + "/share", "required", "请填写份额,例如 1/2", "Give the share, such as 1/2");
                    return;
                }
                shares.add(share);
            }
        }
        if (!shares.isEmpty() && !Share.addUpToOne(shares)) {
            add(
                    "/parties",
                    "shares-do-not-add-up",
                    "角色 " + role + " 的份额之和应为 1",
                    "The shares of the role " + role + " must add up to 1");
        }
    }

    private void nobodyTwice(List<Party> parties) {
        Map<String, @Nullable String> roleOf = new LinkedHashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            var who = party.idType() + " " + party.idNumber();
            if (!roleOf.containsKey(who)) {
                roleOf.put(who, party.role());
            } else if (Objects.equals(roleOf.get(who), party.role())) {
                add("/parties/" + i, "party-twice", "同一当事人重复填写", "This party is named twice");
            } else {
                add("/parties/" + i, "same-person-on-both-sides", "同一人不能同时为双方当事人", "Nobody can stand on both sides");
            }
        }
    }

    private void add(String pointer, String code, String zhCN, String en) {
        found.add(new Violation(pointer, code, new Localised(zhCN, en)));
    }
}
