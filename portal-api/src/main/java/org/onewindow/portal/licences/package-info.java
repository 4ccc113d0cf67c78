/** Using licences: by authorisation, by code, by what a law allows; and what holders see of it. */
@NullMarked
package org.onewindow.portal.licences;

import org.jspecify.annotations.NullMarked;
