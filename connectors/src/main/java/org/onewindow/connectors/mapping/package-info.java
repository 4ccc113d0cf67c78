/** Message translators: XSLT 3.0 and JSONata mappings, locked down and bounded, and what they may call. */
@NullMarked
package org.onewindow.connectors.mapping;

import org.jspecify.annotations.NullMarked;
