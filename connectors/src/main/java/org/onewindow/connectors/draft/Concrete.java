package org.onewindow.connectors.draft;

import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Components.Declared;

/** @param instanceOf what xsi:type has to say; null: nothing */
record Concrete(Declared declared, @Nullable QName instanceOf) {}
