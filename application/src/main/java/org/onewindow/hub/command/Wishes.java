package org.onewindow.hub.command;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Place;
import picocli.CommandLine.Option;

/** The options every verb takes. */
public final class Wishes {

    @Option(names = "--json")
    private boolean json;

    /** As {@code --json}, or not. */
    @Option(names = "--format", paramLabel = "text|json")
    void format(Form form) {
        json = form == Form.json;
    }

    /** How an answer is written. */
    enum Form {
        text,
        json
    }

    @Option(names = "--url", paramLabel = "URL")
    @Nullable
    URI url;

    public boolean json() {
        return json;
    }

    Place place() {
        var found = Place.of(System.getenv());
        return url == null ? found : new Place(url, found.data(), found.clock(), found.production());
    }

    public HubApi hub(Console console) {
        return new HubApi(place().url(), console.texts().tag());
    }
}
