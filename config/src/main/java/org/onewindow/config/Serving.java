package org.onewindow.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The configuration that serves now, and those before it which cases still go by. Safe for many threads. */
@FunctionalInterface
public interface Serving extends Supplier<ConfigurationTree> {

    /** The newest: what begins now begins with it. Ask once for each piece of work, for the next answer may be another. */
    @Override
    ConfigurationTree get();

    /**
     * The tree of this revision, however long ago it served; where there is only one, that one.
     *
     * @param revision null: of before revisions were kept, which goes by the newest
     */
    default ConfigurationTree of(@Nullable String revision) {
        return get();
    }
}
