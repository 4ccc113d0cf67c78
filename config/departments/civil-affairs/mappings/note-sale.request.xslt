<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes on the marriage record that the family home is being sold: one note per case, whoever the party. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="call" as="xs:string" required="yes"/>
  <xsl:param name="serial" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:dateTime" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="sellers" select="$request?parties?*[?role = 'seller' and ?kind = 'person']"/>
  <xsl:variable name="married" select="$sellers[?idNumber = $request?facts?marriage?*[?status = '20']?item?idNumber]"/>

  <xsl:template name="xsl:initial-template">
    <REQUEST>
      <HEAD>
        <SVC>{$call}</SVC>
        <SERIAL>{$serial}</SERIAL>
        <TIME>{format-dateTime($now, '[Y0001][M01][D01][H01][m01][s01]')}</TIME>
        <ORG>{$values?org}</ORG>
      </HEAD>
      <BODY>
        <ZJHM>{($married, $sellers)[1]?idNumber}</ZJHM>
        <YWLSH>{$request?case?number}</YWLSH>
        <SDYY>{$values?reason}</SDYY>
      </BODY>
    </REQUEST>
  </xsl:template>
</xsl:stylesheet>
