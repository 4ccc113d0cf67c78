package org.onewindow.connectors.soap;

/** One message, and where its answer is kept. */
record SoapRequest(SoapMessage message, Wire wire) {}
