/** Small reports for the tests of the command line. Every value is invented. */

export interface ReportOptions {
  readonly account?: string;
  readonly query?: string;
  readonly day?: string;
  /** Number of executions. */
  readonly trades?: number;
  /** Attributes that every Trade has besides. */
  readonly extra?: string;
  /** More sections, as XML. */
  readonly sections?: string;
}

export function report(options: ReportOptions = {}): string {
  const { account = 'U1000001', query = 'Daily', day = '20240304', sections = '' } = options;
  const trades = Array.from({ length: options.trades ?? 2 }, (_, index) =>
    trade(account, day, index + 1, options.extra ?? ''),
  );
  return `<FlexQueryResponse queryName="${query}" type="AF">
<FlexStatements count="1">
<FlexStatement accountId="${account}" fromDate="${day}" toDate="${day}" period="" whenGenerated="20240305;072104">
<Trades>
${trades.join('')}</Trades>
${sections}</FlexStatement>
</FlexStatements>
</FlexQueryResponse>
`;
}

function trade(account: string, day: string, number: number, extra: string): string {
  return `<Trade accountId="${account}" currency="USD" assetCategory="STK" symbol="AAPL" conid="900001" tradeID="${day}${number}" reportDate="${day}" tradeDate="${day}" dateTime="${day};101530" quantity="${number * 100}" tradePrice="175.25" transactionID="${day}${number}" levelOfDetail="EXECUTION" ${extra}/>\n`;
}

/** A statement whose only section is there, and empty. */
export function emptyReport(): string {
  return report({ trades: 0 });
}
