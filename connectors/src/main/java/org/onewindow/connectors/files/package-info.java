/** Departments that exchange files in folders both see: each file one message or one answer. */
@NullMarked
package org.onewindow.connectors.files;

import org.jspecify.annotations.NullMarked;
