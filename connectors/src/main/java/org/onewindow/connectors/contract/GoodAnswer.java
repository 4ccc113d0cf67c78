package org.onewindow.connectors.contract;

import org.jspecify.annotations.Nullable;

record GoodAnswer(int status, @Nullable Object response) {}
