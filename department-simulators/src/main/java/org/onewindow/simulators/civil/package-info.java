/** The civil affairs bureau: marriage records behind a gateway of 2009 (民政局). */
@NullMarked
package org.onewindow.simulators.civil;

import org.jspecify.annotations.NullMarked;
