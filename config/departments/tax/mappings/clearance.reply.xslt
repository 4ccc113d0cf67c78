<?xml version="1.0" encoding="UTF-8"?>
<!-- Cleared, or what is still to be paid. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:t="urn:city:tax:transfer:v3">

  <xsl:import href="faults.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="t:GetTaxClearanceResult[t:clearance]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'clearanceNumber': string(t:clearance/t:clearanceNumber),
        'issuedOn': string(t:clearance/t:issuedOn)}}"/>
  </xsl:template>

  <xsl:template match="t:GetTaxClearanceResult[t:outstanding]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'outstandingFen': xs:integer(xs:decimal(t:outstanding) * 100)}}"/>
  </xsl:template>
</xsl:stylesheet>
