@NullMarked
package org.onewindow.licences.document;

import org.jspecify.annotations.NullMarked;
