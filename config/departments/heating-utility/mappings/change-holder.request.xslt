<?xml version="1.0" encoding="UTF-8"?>
<!-- The applicant becomes the holder; the home is that of the title which the registry showed. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="call" as="xs:string" required="yes"/>
  <xsl:param name="serial" as="xs:string" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="document-types" select="map{
      'resident-id': '1', 'passport': '2', 'hk-macao-permit': '3', 'taiwan-permit': '3', 'uscc': '9'}"/>

  <xsl:template name="xsl:initial-template">
    <REQ>
      <HEAD>
        <TX>{$call}</TX>
        <LS>{$serial}</LS>
        <JG>{$values?org}</JG>
      </HEAD>
      <BODY>
        <YWH>{$request?case?number}</YWH>
        <HH>{$request?form?heatingAccount}</HH>
        <DYH>{$request?facts?title?unitNumber}</DYH>
        <ZH>{$request?facts?title?titleNumber}</ZH>
        <XM>{$request?applicant?name}</XM>
        <ZJLX>{$document-types($request?applicant?idType)}</ZJLX>
        <ZJHM>{$request?applicant?idNumber}</ZJHM>
      </BODY>
    </REQ>
  </xsl:template>
</xsl:stylesheet>
