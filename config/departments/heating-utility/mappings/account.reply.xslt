<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose the account is, of which home, and what is owed. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="ANS[HEAD/RC = '00'][BODY/HH/text()]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'accountNumber': string(BODY/HH),
        'unitNumber': string(BODY/DYH),
        'address': string(BODY/DZ),
        'holderName': string(BODY/HM),
        'debtFen': xs:integer(xs:decimal(BODY/QF) * 100),
        'state': if (BODY/ZT = '1') then 'open' else 'closed'}}"/>
  </xsl:template>
</xsl:stylesheet>
