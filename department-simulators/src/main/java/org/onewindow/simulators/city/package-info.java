/** The fictitious city that all departments share: its citizens and the titles of its homes. */
@NullMarked
package org.onewindow.simulators.city;

import org.jspecify.annotations.NullMarked;
