/** Tests of the department folders. */
@NullMarked
package org.onewindow.connectors.check;

import org.jspecify.annotations.NullMarked;
