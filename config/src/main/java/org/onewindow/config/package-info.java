/** The typed, strict form of the configuration tree. */
@NullMarked
package org.onewindow.config;

import org.jspecify.annotations.NullMarked;
