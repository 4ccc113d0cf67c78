<?xml version="1.0" encoding="UTF-8"?>
<!-- The account of the home. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="call" as="xs:string" required="yes"/>
  <xsl:param name="serial" as="xs:string" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template name="xsl:initial-template">
    <REQ>
      <HEAD>
        <TX>{$call}</TX>
        <LS>{$serial}</LS>
        <JG>{$values?org}</JG>
      </HEAD>
      <BODY>
        <HH>{$request?form?heatingAccount}</HH>
      </BODY>
    </REQ>
  </xsl:template>
</xsl:stylesheet>
