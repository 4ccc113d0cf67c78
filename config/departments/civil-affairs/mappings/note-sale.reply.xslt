<?xml version="1.0" encoding="UTF-8"?>
<!-- The note's number. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="RESPONSE[HEAD/CODE = '0000'][BODY/SDBH/text()]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{'noteNumber': string(BODY/SDBH)}}"/>
  </xsl:template>

  <!-- it broke while it was to act: only MZ0202 knows whether the note was made -->
  <xsl:template match="RESPONSE[HEAD/CODE = '9001']">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'code 9001'}"/>
  </xsl:template>
</xsl:stylesheet>
