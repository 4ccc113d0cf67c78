<?xml version="1.0" encoding="UTF-8"?>
<!-- Marital status after GB/T 2261.2 and the spouse; an empty element means 'not known'. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="RESPONSE[HEAD/CODE = '0000']">
    <xsl:variable name="facts" as="map(*)*">
      <xsl:sequence select="BODY/HYZK[. = ('10', '20', '30', '40')] ! map{'status': string()}"/>
      <xsl:apply-templates select="BODY/POLIST/PO[1]/(ZJHM | DJRQ)[text()]"/>
    </xsl:variable>
    <xsl:sequence select="map{'state': 'answered', 'facts': map:merge($facts)}"/>
  </xsl:template>

  <!-- only resident identity cards stand on the record -->
  <xsl:template match="ZJHM">
    <xsl:sequence select="map{'spouse': map{'name': string(../XM), 'idType': 'resident-id', 'idNumber': string()}}"/>
  </xsl:template>

  <xsl:template match="DJRQ">
    <xsl:sequence select="map{'registeredOn': replace(., '^(....)(..)(..)$', '$1-$2-$3')}"/>
  </xsl:template>

  <!-- no marriage on record: the status is not known -->
  <xsl:template match="RESPONSE[HEAD/CODE = '1003']">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{}}"/>
  </xsl:template>
</xsl:stylesheet>
