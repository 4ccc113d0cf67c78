<?xml version="1.0" encoding="UTF-8"?>
<!-- The note of this case; none where the number is empty. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="RESPONSE[HEAD/CODE = ('0000', '1004')]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map:merge(BODY/SDBH[text()] ! map{'noteNumber': string()})}"/>
  </xsl:template>
</xsl:stylesheet>
