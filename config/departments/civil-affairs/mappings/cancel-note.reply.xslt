<?xml version="1.0" encoding="UTF-8"?>
<!-- The note is gone; 1004, unknown note, says that it was gone already. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="RESPONSE[HEAD/CODE = ('0000', '1004')]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{}}"/>
  </xsl:template>
</xsl:stylesheet>
