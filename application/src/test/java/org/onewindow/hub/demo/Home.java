package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onewindow.hub.client.HubApi;

/** Homes of the demo's city, by their fate, and who sells them. */
enum Home {
    OF_A_HUSBAND("鲁(2016)济南市不动产权第0012345号", "wang", "王强", "370102197909143315"),
    SEIZED("鲁(2018)济南市不动产权第0023456号", "sun", "孙建国", "370103197506183028"),
    PLEDGED("鲁(2019)济南市不动产权第0034567号", "li", "李晓", "370102198611120027"),
    HELD_FOR_A_YEAR("鲁(2025)济南市不动产权第0056789号", "zhou", "周文", "370112199202297056"),
    TO_BE_CORRECTED("鲁(2017)济南市不动产权第0067890号", "zheng", "郑秀英", "370104195501052026"),
    REJECTED("鲁(2015)济南市不动产权第0078901号", "zheng", "郑秀英", "370104195501052026"),
    OF_A_RARE_NAME("鲁(2014)济南市不动产权第0089012号", "wu", "吴䶮", "370105196810124039"),
    EXEMPT("鲁(2012)济南市不动产权第0090123号", "sun", "孙建国", "370103197506183028");

    private final String title;
    private final String login;
    private final String seller;
    private final String idNumber;

    Home(String title, String login, String seller, String idNumber) {
        this.title = title;
        this.login = login;
        this.seller = seller;
        this.idNumber = idNumber;
    }

    String title() {
        return title;
    }

    /** The seller's name at the development issuer. */
    String login() {
        return login;
    }

    ObjectNode seller() {
        return person(seller, idNumber).put("role", "seller").put("share", "1/1");
    }

    static ObjectNode person(String name, String idNumber) {
        return HubApi.JSON
                .createObjectNode()
                .put("kind", "person")
                .put("name", name)
                .put("idType", "resident-id")
                .put("idNumber", idNumber);
    }
}
