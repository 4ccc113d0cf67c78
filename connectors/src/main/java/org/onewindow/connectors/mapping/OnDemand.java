package org.onewindow.connectors.mapping;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object that is made when somebody looks into it: most reply mappings never look at the request. For one thread. */
final class OnDemand extends AbstractMap<String, @Nullable Object> {

    private final Supplier<Map<String, @Nullable Object>> making;
    private @Nullable Map<String, @Nullable Object> made;

    OnDemand(Supplier<Map<String, @Nullable Object>> making) {
        this.making = making;
    }

    private Map<String, @Nullable Object> made() {
        var there = made;
        if (there == null) {
            there = making.get();
            made = there;
        }
        return there;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return made().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return made().containsKey(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return made().entrySet();
    }
}
