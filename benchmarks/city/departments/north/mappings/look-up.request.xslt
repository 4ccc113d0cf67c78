<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="xs"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:n="urn:bench:north">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="key" as="xs:string" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template name="xsl:initial-template">
    <soap:Envelope>
      <soap:Body>
        <n:LookUp>
          <n:id>{$request?form?id}</n:id>
          <n:subject>{$request?form?subject}</n:subject>
          <n:amountFen>{$request?form?amountFen}</n:amountFen>
          <n:city>{$request?form?address?city}</n:city>
          <n:note>{$request?form?note}</n:note>
        </n:LookUp>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
