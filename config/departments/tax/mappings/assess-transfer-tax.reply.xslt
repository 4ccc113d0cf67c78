<?xml version="1.0" encoding="UTF-8"?>
<!-- The assessment: what is taxed, how, and until when to pay. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:local="urn:local">

  <xsl:import href="faults.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="t:AssessTransferTaxResult">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'assessmentNumber': string(t:assessmentNumber),
        'taxableFen': local:fen(t:taxableValue),
        'taxes': array{t:tax ! local:tax(.)},
        'totalFen': local:fen(t:totalPayable),
        'payBefore': string(t:payBefore)}}"/>
  </xsl:template>

  <xsl:function name="local:tax" as="map(*)">
    <xsl:param name="line" as="element(t:tax)"/>
    <xsl:sequence select="map:merge((
        map{'kind': string($line/@kind), 'rate': xs:decimal($line/t:rate), 'amountFen': local:fen($line/t:amount)},
        $line/t:reliefCode ! map{'reliefCode': string(.)}))"/>
  </xsl:function>

  <xsl:function name="local:fen" as="xs:integer">
    <xsl:param name="yuan" as="element()"/>
    <xsl:sequence select="xs:integer(xs:decimal($yuan) * 100)"/>
  </xsl:function>
</xsl:stylesheet>
