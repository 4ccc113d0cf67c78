package org.onewindow.hub.demo;

/** The demo cannot go on; {@link #key} names the text that says why and what to do. */
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    DemoFailed(String key, Object... values) {
        super(key + " " + java.util.Arrays.toString(values));
        this.key = key;
        this.values = values.clone();
    }

    public String key() {
        return key;
    }

    public Object[] values() {
        return values == null ? new Object[0] : values.clone();
    }
}
