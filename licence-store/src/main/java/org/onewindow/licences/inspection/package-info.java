/** What is looked at before a file that somebody handed in may be kept: its real type, traps in it, viruses. */
@NullMarked
package org.onewindow.licences.inspection;

import org.jspecify.annotations.NullMarked;
