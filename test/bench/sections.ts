/**
 * The sections of a generated statement, one function each: what rows a day or
 * a window has. Nothing here depends on the window but the sections that are
 * about one.
 */
import { OTHER_SERIAL, ordersOf, transactionId, type AccountDay } from './activity.js';
import { compact } from './calendar.js';
import { CURRENCIES, INSTRUMENTS, PAYERS } from './market.js';
import { Random } from './random.js';
import {
  decimal,
  instrumentValues,
  lotValues,
  orderValues,
  rowText,
  tradeAttributes,
  tradeValues,
  type Values,
} from './rows.js';

export type Level = 'ORDER' | 'EXECUTION' | 'CLOSED_LOT';

export interface Window {
  readonly seed: number;
  readonly account: string;
  readonly from: string;
  readonly to: string;
  /** Its business days. */
  readonly days: readonly AccountDay[];
  /** Names of the attributes of a Trade. */
  readonly attributes: readonly string[];
  readonly levels: ReadonlySet<Level>;
}

/** Rows as XML text, one string each. */
export type Rows = Iterable<string>;

const words = (text: string): readonly string[] => text.split(' ');
const FULL = tradeAttributes(84);

function* trades(of: Window): Rows {
  for (const day of of.days) {
    for (const order of ordersOf(day)) {
      if (of.levels.has('ORDER')) {
        yield rowText('Order', FULL, orderValues(of.account, day.day, order));
      }
      for (const one of order.executions) {
        if (of.levels.has('EXECUTION')) {
          yield rowText('Trade', of.attributes, tradeValues(of.account, day.day, one));
        }
        if (of.levels.has('CLOSED_LOT') && one.quantity < 0) {
          yield rowText('Lot', FULL, lotValues(of.account, day.day, one));
        }
      }
    }
  }
}

const CASH = words(
  'accountId acctAlias model currency fxRateToBase assetCategory subCategory symbol description conid securityID securityIDType cusip isin figi listingExchange underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer issuerCountryCode multiplier strike expiry putCall principalAdjustFactor dateTime settleDate availableForTradingDate amount type tradeID code transactionID reportDate exDate clientReference actionID levelOfDetail serialNumber deliveryType commodityType fineness weight',
);

function* cashTransactions(of: Window): Rows {
  for (const { seed, day } of of.days) {
    const random = new Random(seed, of.account, day, 'cash');
    const date = compact(day);
    let serial = OTHER_SERIAL;
    const cash = (values: Values): string =>
      rowText('CashTransaction', CASH, {
        currency: 'USD',
        fxRateToBase: '1',
        multiplier: '0',
        fineness: '0.0',
        weight: '0.0',
        ...values,
        accountId: of.account,
        dateTime: `${date};202000`,
        settleDate: date,
        reportDate: date,
        transactionID: transactionId(day, serial++),
        levelOfDetail: 'DETAIL',
      });
    if (random.below(5) === 0) {
      const payer = random.pick(PAYERS);
      const rate = random.between(10, 120);
      const amount = random.between(1, 60) * 5 * rate;
      const description = `${payer.symbol}(${payer.isin}) CASH DIVIDEND USD ${decimal(rate, 2)} PER SHARE`;
      const paid = {
        ...instrumentValues(payer),
        actionID: String(150_000_000 + random.below(9e6)),
      };
      yield cash({
        ...paid,
        description: `${description} (Ordinary Dividend)`,
        amount: decimal(amount, 2),
        type: 'Dividends',
      });
      yield cash({
        ...paid,
        description: `${description} - US TAX`,
        amount: decimal(-Math.round(amount * 0.15), 2),
        type: 'Withholding Tax',
      });
    }
    if (random.below(20) === 0) {
      yield cash({
        description: 'USD CREDIT INT',
        amount: decimal(random.between(100, 90_000), 2),
        type: 'Broker Interest Received',
      });
    }
    if (random.below(30) === 0) {
      yield cash({
        description: 'CASH RECEIPTS / ELECTRONIC FUND TRANSFERS',
        amount: String(random.between(-4, 10) * 500),
        type: 'Deposits/Withdrawals',
      });
    }
  }
}

const FX = words(
  'accountId acctAlias model assetCategory reportDate functionalCurrency fxCurrency activityDescription dateTime quantity proceeds cost realizedPL code levelOfDetail',
);

function* fxTransactions(of: Window): Rows {
  for (const { seed, day } of of.days) {
    const random = new Random(seed, of.account, day, 'fx');
    if (random.below(4) !== 0) continue;
    const [code, rate] = random.pick(CURRENCIES);
    const quantity = random.between(-5000, 5000);
    yield rowText('FxTransaction', FX, {
      accountId: of.account,
      assetCategory: 'CASH',
      reportDate: compact(day),
      functionalCurrency: 'USD',
      fxCurrency: code,
      activityDescription: 'Net cash activity',
      dateTime: `${compact(day)};202000`,
      quantity: String(quantity),
      proceeds: decimal(-quantity * rate, 6),
      cost: decimal(quantity * rate, 6),
      realizedPL: '0',
      code: quantity < 0 ? 'C' : 'O',
      levelOfDetail: 'TRANSACTION',
    });
  }
}

const NAV = words(
  'accountId acctAlias model currency reportDate cash cashLong cashShort stock stockLong stockShort options optionsLong optionsShort dividendAccruals dividendAccrualsLong dividendAccrualsShort interestAccruals interestAccrualsLong interestAccrualsShort total totalLong totalShort',
);

function* netAssetValues(of: Window): Rows {
  for (const { seed, day } of of.days) {
    const random = new Random(seed, of.account, day, 'nav');
    const cash = random.between(1_000_000, 9_000_000);
    const stock = random.between(10_000_000, 90_000_000);
    yield rowText('EquitySummaryByReportDateInBase', NAV, {
      accountId: of.account,
      currency: 'USD',
      reportDate: compact(day),
      cash: decimal(cash, 2),
      cashLong: decimal(cash, 2),
      cashShort: '0',
      stock: decimal(stock, 2),
      stockLong: decimal(stock, 2),
      stockShort: '0',
      total: decimal(cash + stock, 2),
      totalLong: decimal(cash + stock, 2),
      totalShort: '0',
    });
  }
}

const POSITION = words(
  'accountId acctAlias model currency fxRateToBase assetCategory subCategory symbol description conid securityID securityIDType cusip isin figi listingExchange underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer issuerCountryCode multiplier strike expiry putCall principalAdjustFactor reportDate position markPrice positionValue openPrice costBasisPrice costBasisMoney percentOfNAV fifoPnlUnrealized side levelOfDetail openDateTime holdingPeriodDateTime vestingDate code originatingOrderID originatingTransactionID accruedInt serialNumber deliveryType commodityType fineness weight',
);

/** The state on the last day of the window, whatever the days before it. */
function* openPositions(of: Window): Rows {
  for (const instrument of INSTRUMENTS) {
    const random = new Random(of.seed, of.account, of.to, instrument.conid);
    const held = random.between(0, 30) * 10;
    if (held === 0) continue;
    const price = instrument.price + random.between(-500, 500) * 100;
    const value = held * price * instrument.multiplier;
    const cost = held * instrument.price * instrument.multiplier;
    yield rowText('OpenPosition', POSITION, {
      ...instrumentValues(instrument),
      accountId: of.account,
      reportDate: compact(of.to),
      position: String(held),
      markPrice: decimal(price, 4),
      positionValue: decimal(value, 4),
      openPrice: decimal(instrument.price, 4),
      costBasisPrice: decimal(instrument.price, 4),
      costBasisMoney: decimal(cost, 4),
      fifoPnlUnrealized: decimal(value - cost, 4),
      side: 'Long',
      levelOfDetail: 'SUMMARY',
    });
  }
}

function* conversionRates(of: Window): Rows {
  for (const { seed, day } of of.days) {
    for (const [code, rate] of CURRENCIES) {
      const drift = new Random(seed, day, code).between(-2000, 2000);
      yield rowText('ConversionRate', words('reportDate fromCurrency toCurrency rate'), {
        reportDate: compact(day),
        fromCurrency: code,
        toCurrency: 'USD',
        rate: decimal(rate + Math.round((rate * drift) / 100_000), 6),
      });
    }
  }
}

const SECURITY = words(
  'currency assetCategory subCategory symbol description conid securityID securityIDType cusip isin figi listingExchange underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer issuerCountryCode multiplier strike expiry putCall principalAdjustFactor maturity issueDate underlyingCategory settlementPolicyMethod code serialNumber deliveryType commodityType fineness weight',
);

function* securitiesInfo(): Rows {
  for (const instrument of INSTRUMENTS) {
    yield rowText('SecurityInfo', SECURITY, instrumentValues(instrument));
  }
}

function* cashReport(of: Window): Rows {
  const random = new Random(of.seed, of.account, of.from, of.to, 'report');
  const starting = random.between(0, 9_000_000);
  const commissions = -random.between(0, 50_000);
  for (const currency of ['BASE_SUMMARY', 'USD']) {
    yield rowText(
      'CashReportCurrency',
      words(
        'accountId acctAlias model currency levelOfDetail fromDate toDate startingCash commissions endingCash endingSettledCash',
      ),
      {
        accountId: of.account,
        currency,
        levelOfDetail: currency === 'USD' ? 'Currency' : 'BaseCurrency',
        fromDate: compact(of.from),
        toDate: compact(of.to),
        startingCash: decimal(starting, 2),
        commissions: decimal(commissions, 2),
        endingCash: decimal(starting + commissions, 2),
        endingSettledCash: decimal(starting + commissions, 2),
      },
    );
  }
}

/** Every section that can be asked for, in the order in which it is written. */
export const SECTIONS = {
  EquitySummaryInBase: netAssetValues,
  CashReport: cashReport,
  OpenPositions: openPositions,
  Trades: trades,
  CashTransactions: cashTransactions,
  FxTransactions: fxTransactions,
  SecuritiesInfo: securitiesInfo,
  ConversionRates: conversionRates,
} as const satisfies Record<string, (of: Window) => Rows>;

export type SectionName = keyof typeof SECTIONS;
