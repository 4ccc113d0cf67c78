<?xml version="1.0" encoding="UTF-8"?>
<!-- The applicant becomes the holder; the home is that of the title which the registry showed. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="xs"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:w="urn:city:water:accounts:v2">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="key" as="xs:string" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="document-types" select="map{
      'resident-id': '1', 'passport': '2', 'hk-macao-permit': '3', 'taiwan-permit': '3', 'uscc': '9'}"/>

  <xsl:template name="xsl:initial-template">
    <soap:Envelope>
      <soap:Body>
        <w:ChangeHolder>
          <w:requestId>{$key}</w:requestId>
          <w:caseNumber>{$request?case?number}</w:caseNumber>
          <w:accountNumber>{$request?form?waterAccount}</w:accountNumber>
          <w:unitNumber>{$request?facts?title?unitNumber}</w:unitNumber>
          <w:titleNumber>{$request?facts?title?titleNumber}</w:titleNumber>
          <w:holder>
            <w:name>{$request?applicant?name}</w:name>
            <w:documentType>{$document-types($request?applicant?idType)}</w:documentType>
            <w:documentNumber>{$request?applicant?idNumber}</w:documentNumber>
          </w:holder>
        </w:ChangeHolder>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
