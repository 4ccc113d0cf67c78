package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;

/** A contract that the hub can work with, as its examination left it. */
public sealed interface Contract permits SoapContract, RestContract {

    /** The file that was handed over, relative to its folder. */
    String file();

    /** That file and all that it refers to, in its folder. */
    List<String> originals();

    /** The texts of the copy that the hub works with, by path; empty: the originals themselves will do. */
    Map<String, String> copy();
}
