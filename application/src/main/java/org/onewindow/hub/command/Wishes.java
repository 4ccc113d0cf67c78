package org.onewindow.hub.command;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Place;
import picocli.CommandLine.Option;

/** The options every verb takes. */
final class Wishes {

    @Option(names = "--json")
    boolean json;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable
    URI url;

    Place place() {
        var found = Place.of(System.getenv());
        return url == null ? found : new Place(url, found.data(), found.clock(), found.production());
    }

    HubApi hub(Console console) {
        return new HubApi(place().url(), console.texts().tag());
    }
}
