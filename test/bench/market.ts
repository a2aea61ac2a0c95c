/** What is traded in generated statements: real tickers, invented identifiers. */

export interface Instrument {
  readonly category: 'STK' | 'OPT' | 'FUT';
  readonly subCategory: string;
  readonly symbol: string;
  /** As it stands in XML, escaped. */
  readonly description: string;
  readonly conid: string;
  readonly isin: string;
  readonly cusip: string;
  readonly figi: string;
  readonly exchange: string;
  readonly currency: string;
  readonly underlyingConid: string;
  readonly underlying: string;
  readonly multiplier: number;
  readonly strike: string;
  readonly expiry: string;
  readonly putCall: string;
  /** About what it costs, in ten-thousandths of its currency. */
  readonly price: number;
}

type Known = readonly [symbol: string, description: string, subCategory: string, price: number];

const STOCKS: readonly Known[] = [
  ['AAPL', 'APPLE INC', 'COMMON', 1_752_500],
  ['MSFT', 'MICROSOFT CORP', 'COMMON', 4_025_000],
  ['SPY', 'SPDR S&amp;P 500 ETF TRUST', 'ETF', 5_123_000],
  ['JNJ', 'JOHNSON &amp; JOHNSON', 'COMMON', 1_588_300],
  ['KO', 'COCA-COLA CO/THE', 'COMMON', 599_800],
  ['NVDA', 'NVIDIA CORP', 'COMMON', 8_523_700],
  ['PG', 'PROCTER &amp; GAMBLE CO/THE', 'COMMON', 1_611_200],
  ['QQQ', 'INVESCO QQQ TRUST SERIES 1', 'ETF', 4_402_500],
  ['VOD', 'VODAFONE GROUP PLC-SP ADR', 'ADR', 88_900],
  ['XOM', 'EXXON MOBIL CORP', 'COMMON', 1_045_100],
  ['F', 'FORD MOTOR CO', 'COMMON', 124_400],
  ['T', 'AT&amp;T INC', 'COMMON', 171_600],
];

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const stock = ([symbol, description, subCategory, price]: Known, i: number): Instrument => ({
  category: 'STK',
  subCategory,
  symbol,
  description,
  conid: `9000${padded(i, 3)}`,
  isin: `US90000${padded(i, 3)}E10`,
  cusip: `90000${padded(i, 1).slice(-1)}E10`,
  figi: `BBG0000${padded(i, 5)}`,
  exchange: i % 3 === 0 ? 'NASDAQ' : 'NYSE',
  currency: 'USD',
  underlyingConid: '',
  underlying: symbol,
  multiplier: 1,
  strike: '',
  expiry: '',
  putCall: '',
  price,
});

const call = (of: Instrument, i: number): Instrument => {
  const strike = Math.round((of.price * 1.05) / 50_000) * 5;
  const symbol = `${of.symbol.padEnd(6)}241220C${padded(strike * 1000, 8)}`;
  return {
    ...of,
    category: 'OPT',
    subCategory: 'C',
    symbol,
    description: `${of.symbol} 20DEC24 ${strike} C`,
    conid: `9100${padded(i, 3)}`,
    isin: '',
    cusip: '',
    figi: `BBG0001${padded(i, 5)}`,
    exchange: 'CBOE',
    underlyingConid: of.conid,
    multiplier: 100,
    strike: String(strike),
    expiry: '20241220',
    putCall: 'C',
    price: Math.round(of.price / 3000) * 100,
  };
};

const FUTURE: Instrument = {
  category: 'FUT',
  subCategory: '',
  symbol: 'ESZ4',
  description: 'ES 20DEC24',
  conid: '9200000',
  isin: '',
  cusip: '',
  figi: '',
  exchange: 'CME',
  currency: 'USD',
  underlyingConid: '9200999',
  underlying: 'ES',
  multiplier: 50,
  strike: '',
  expiry: '20241220',
  putCall: '',
  price: 53_250_000,
};

const stocks = STOCKS.map(stock);

/** Stocks first, then calls on some of them, then a future. */
export const INSTRUMENTS: readonly Instrument[] = [
  ...stocks,
  ...stocks.slice(0, 6).map(call),
  FUTURE,
];

/** Those that pay dividends. */
export const PAYERS: readonly Instrument[] = stocks.filter(({ symbol }) => symbol !== 'F');

/** Currencies with a rate to USD, and about what it is, in millionths. */
export const CURRENCIES: readonly (readonly [code: string, rate: number])[] = [
  ['AUD', 651_200],
  ['CAD', 736_550],
  ['CHF', 1_130_400],
  ['EUR', 1_085_600],
  ['GBP', 1_268_800],
  ['JPY', 6_660],
];
