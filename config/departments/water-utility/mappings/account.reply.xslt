<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose the account is, of which home, and what is owed. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:w="urn:city:water:accounts:v2">

  <xsl:import href="faults.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="w:GetAccountResult">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'accountNumber': string(w:accountNumber),
        'unitNumber': string(w:unitNumber),
        'address': string(w:address),
        'holderName': string(w:holderName),
        'debtFen': xs:integer(xs:decimal(w:balanceDue) * 100),
        'state': if (w:state = 'OPEN') then 'open' else 'closed'}}"/>
  </xsl:template>
</xsl:stylesheet>
