@NullMarked
package org.onewindow.connectors.files;

import org.jspecify.annotations.NullMarked;
