<?xml version="1.0" encoding="UTF-8"?>
<!-- The clearance, which the registration centre will ask for. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:com="urn:city:tax:common:v1">

  <xsl:import href="faults.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="t:ConfirmPaymentResult">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'clearanceNumber': string(t:clearance/t:clearanceNumber),
        'issuedOn': string(t:clearance/t:issuedOn)}}"/>
  </xsl:template>

  <!-- confirmed already under another key: the look-up `clearance` brings the number -->
  <xsl:template match="com:TaxFault[com:code = 'TX4024']">
    <xsl:sequence select="map{'state': 'pending', 'facts': map{}}"/>
  </xsl:template>
</xsl:stylesheet>
