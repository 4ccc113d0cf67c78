/** The tax bureau: assesses transfers, confirms payments, issues clearances (税务局). */
@NullMarked
package org.onewindow.simulators.tax;

import org.jspecify.annotations.NullMarked;
