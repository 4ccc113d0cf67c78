<?xml version="1.0" encoding="UTF-8"?>
<!-- The change and from when on it counts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="urn:city:water:accounts:v2">

  <xsl:import href="faults.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="w:ChangeHolderResult">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'changeNumber': string(w:changeNumber),
        'effectiveOn': string(w:effectiveOn)}}"/>
  </xsl:template>
</xsl:stylesheet>
