package org.onewindow.licences.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Contents;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A process that opens a licence again and again until it is killed, and prints the receipt of each content that it got. */
final class OpenLoop {

    private OpenLoop() {}

    public static void main(String[] arguments) {
        var database = new SingleConnectionDataSource(arguments[0], arguments[1], arguments[2], true);
        var clock = Clock.fixed(Instant.parse(arguments[4]), ZoneOffset.UTC);
        var catalogue = new Catalogue(Map::of);
        var openings = new Openings(
                database,
                new Contents(database, new HolderKeys(new byte[32], clock), new IdentityHash(new byte[32]), catalogue),
                catalogue,
                new Spending(() -> {}),
                clock);
        var window = new Actor("clerk-7", "window", null, null);
        var wish = new Wish(new Code(arguments[3]), Somebody.TITLE, Mode.DOCUMENT, List.of(), null);
        while (openings.open(window, wish) instanceof Opened.Given given) {
            System.out.println(given.receipt() + " " + given.licence().number());
        }
    }
}
