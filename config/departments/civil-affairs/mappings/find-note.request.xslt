<?xml version="1.0" encoding="UTF-8"?>
<!-- Was a note made for this case? -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="call" as="xs:string" required="yes"/>
  <xsl:param name="serial" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:dateTime" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template name="xsl:initial-template">
    <REQUEST>
      <HEAD>
        <SVC>{$call}</SVC>
        <SERIAL>{$serial}</SERIAL>
        <TIME>{format-dateTime($now, '[Y0001][M01][D01][H01][m01][s01]')}</TIME>
        <ORG>{$values?org}</ORG>
      </HEAD>
      <BODY>
        <YWLSH>{$request?case?number}</YWLSH>
      </BODY>
    </REQUEST>
  </xsl:template>
</xsl:stylesheet>
