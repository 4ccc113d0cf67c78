package org.onewindow.config;

/** The name of a secret, such as {@code tax/password}; its value stands in a file under {@code HUB_SECRETS}, never here. */
public record SecretReference(String name) {}
