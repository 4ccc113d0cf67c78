package org.onewindow.canonical;

import org.jspecify.annotations.Nullable;

/** A place in China (地址): division code after GB/T 2260 (6 digits), then the text below it. */
public record Address(String division, String text, @Nullable String postcode) {}
