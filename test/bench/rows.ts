/**
 * Rows of generated statements as XML text: the attributes that real exports
 * have, in their order. What happens is decided in activity.ts.
 */
import { transactionId, type Execution, type Order } from './activity.js';
import { compact } from './calendar.js';
import type { Instrument } from './market.js';
import { hash } from './random.js';

export type Values = Readonly<Record<string, string>>;

/** The 84 attributes of a Trade in an Activity report, in the order of the wire. */
const TRADE_84 =
  'accountId acctAlias model currency fxRateToBase assetCategory subCategory symbol description conid securityID securityIDType cusip isin figi listingExchange underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer issuerCountryCode tradeID multiplier relatedTradeID strike reportDate expiry dateTime putCall tradeDate principalAdjustFactor settleDateTarget transactionType exchange quantity tradePrice tradeMoney proceeds taxes ibCommission ibCommissionCurrency netCash closePrice openCloseIndicator notes cost fifoPnlRealized mtmPnl origTradePrice origTradeDate origTradeID origOrderID origTransactionID buySell clearingFirmID ibOrderID transactionID ibExecID relatedTransactionID rtn brokerageOrderID orderReference volatilityOrderLink exchOrderId extExecID orderTime openDateTime holdingPeriodDateTime whenRealized whenReopened levelOfDetail changeInPrice changeInQuantity orderType traderID isAPIOrder accruedInt initialInvestment serialNumber deliveryType commodityType fineness weight'.split(
    ' ',
  );

/** Those that a Trade keeps when fewer are asked for. */
const ESSENTIAL =
  'accountId transactionID reportDate symbol quantity tradePrice currency assetCategory dateTime conid buySell netCash ibCommission tradeDate levelOfDetail proceeds'.split(
    ' ',
  );

/** Names of `count` attributes of a Trade, 1 to 84, in the order of the wire. */
export function tradeAttributes(count: number): readonly string[] {
  if (!Number.isInteger(count) || count < 1 || count > TRADE_84.length) {
    throw new RangeError(`A generated Trade has 1 to ${TRADE_84.length} attributes.`);
  }
  const byNeed = [...ESSENTIAL, ...TRADE_84.filter((name) => !ESSENTIAL.includes(name))];
  const kept = new Set(byNeed.slice(0, count));
  return TRADE_84.filter((name) => kept.has(name));
}

/** `<Element name="value" … />`; a name without a value is an empty attribute. */
export function rowText(element: string, names: readonly string[], values: Values): string {
  let text = `<${element}`;
  for (const name of names) text += ` ${name}="${values[name] ?? ''}"`;
  return `${text} />\n`;
}

/** Whole units of 10^-scale as a decimal without needless zeros. */
export function decimal(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0 ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
}

const instrumentTexts = new Map<Instrument, Values>();

/** The attributes that say which instrument a row is about. */
export function instrumentValues(of: Instrument): Values {
  let values = instrumentTexts.get(of);
  if (values === undefined) {
    values = {
      currency: of.currency,
      fxRateToBase: '1',
      assetCategory: of.category,
      subCategory: of.subCategory,
      symbol: of.symbol,
      description: of.description,
      conid: of.conid,
      securityID: of.isin,
      securityIDType: of.isin === '' ? '' : 'ISIN',
      cusip: of.cusip,
      isin: of.isin,
      figi: of.figi,
      listingExchange: of.exchange,
      underlyingConid: of.underlyingConid,
      underlyingSymbol: of.underlying,
      issuerCountryCode: of.category === 'STK' ? 'US' : '',
      multiplier: String(of.multiplier),
      strike: of.strike,
      expiry: of.expiry,
      putCall: of.putCall,
      fineness: '0.0',
      weight: '0.0',
    };
    instrumentTexts.set(of, values);
  }
  return values;
}

/** What an execution, an order and a closed lot have in common. */
function dealValues(account: string, day: string, one: Execution, quantity: number): Values {
  const date = compact(day);
  return {
    ...instrumentValues(one.instrument),
    accountId: account,
    reportDate: date,
    tradeDate: date,
    dateTime: `${date};${one.time}`,
    quantity: String(quantity),
    tradePrice: decimal(one.price, 4),
    openCloseIndicator: quantity < 0 ? 'C' : 'O',
    buySell: quantity < 0 ? 'SELL' : 'BUY',
  };
}

/** Money of a deal: ten-thousandths for value, millionths where commission is in it. */
function moneyValues(one: Execution, quantity: number, value: number, commission: number): Values {
  const sold = quantity < 0;
  const cost = sold ? one.lotCost * quantity * one.instrument.multiplier : value;
  return {
    settleDateTarget: compact(one.settles),
    tradeMoney: decimal(value, 4),
    proceeds: decimal(-value, 4),
    taxes: '0',
    ibCommission: decimal(commission, 6),
    ibCommissionCurrency: one.instrument.currency,
    netCash: decimal(-value * 100 + commission, 6),
    closePrice: decimal(one.instrument.price, 4),
    cost: decimal(cost * 100 - (sold ? 0 : commission), 6),
    fifoPnlRealized: sold ? decimal((-value + cost) * 100 + commission, 6) : '0',
    mtmPnl: decimal(quantity * one.instrument.multiplier * (one.instrument.price - one.price), 4),
    orderType: 'LMT',
    accruedInt: '0',
  };
}

const valueOf = (one: Execution): number => one.quantity * one.price * one.instrument.multiplier;

export function tradeValues(account: string, day: string, one: Execution): Values {
  const serial = transactionId(day, one.serial);
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return {
    ...dealValues(account, day, one, one.quantity),
    ...moneyValues(one, one.quantity, valueOf(one), one.commission),
    tradeID: `6${serial}`,
    transactionType: 'ExchTrade',
    exchange: one.serial % 4 === 0 ? 'IBKRATS' : 'ISLAND',
    origTradePrice: '0',
    origOrderID: '0',
    origTransactionID: '0',
    ibOrderID: `5${transactionId(day, one.orderSerial)}`,
    transactionID: serial,
    ibExecID: `${hex(hash(account, day))}.${hex(one.serial)}.01.01`,
    brokerageOrderID: `${hex(hash(day))}.0001cc04.${hex(one.orderSerial)}.0001`,
    exchOrderId: 'N/A',
    extExecID: `${serial}X`,
    orderTime: `${compact(day)};${one.time}`,
    levelOfDetail: 'EXECUTION',
    changeInPrice: '0',
    changeInQuantity: '0',
    isAPIOrder: one.serial % 2 === 0 ? 'N' : 'Y',
  };
}

export function orderValues(account: string, day: string, order: Order): Values {
  const first = order.executions[0]!;
  const total = (of: (one: Execution) => number): number =>
    order.executions.reduce((sum, one) => sum + of(one), 0);
  const quantity = total((one) => one.quantity);
  const value = total(valueOf);
  const price = Math.round(value / quantity / first.instrument.multiplier);
  return {
    ...dealValues(account, day, { ...first, price }, quantity),
    ...moneyValues(
      first,
      quantity,
      value,
      total((one) => one.commission),
    ),
    ibOrderID: `5${transactionId(day, first.orderSerial)}`,
    orderTime: `${compact(day)};${first.time}`,
    levelOfDetail: 'ORDER',
  };
}

/** The lot that a sale closes; its transactionID is that of the purchase, and no key. */
export function lotValues(account: string, day: string, one: Execution): Values {
  const cost = one.lotCost * -one.quantity * one.instrument.multiplier;
  return {
    ...dealValues(account, day, one, -one.quantity),
    openCloseIndicator: 'C',
    buySell: 'SELL',
    notes: 'ST',
    cost: decimal(cost, 4),
    fifoPnlRealized: decimal(-valueOf(one) - cost, 4),
    transactionID: transactionId(`${day.slice(0, 4)}-01-02`, one.serial % 1000),
    openDateTime: one.lotOpened,
    holdingPeriodDateTime: one.lotOpened,
    levelOfDetail: 'CLOSED_LOT',
  };
}
