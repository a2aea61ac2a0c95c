/**
 * Types of the rows of every table. Generated from schemas/ by
 * `npm run generate`; do not edit.
 *
 * Values are canonical text: decimals, dates (`2024-03-04`), times (`09:30:00`)
 * and timestamps (`2024-03-04T14:30:00Z`) are strings, so that no digit is lost.
 */

/** The account as it stood at the end of the window. */
export interface AccountInformationRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Name of the account. */
  readonly name: string | null;
  /** Kind of account. */
  readonly account_type: string | null;
  /** Kind of customer. */
  readonly customer_type: string | null;
  /** What the account can do: cash, margin and others, joined by commas. */
  readonly account_capabilities: string | null;
  /** What the account may trade, joined by commas. */
  readonly trading_permissions: string | null;
  /** Name of the representative. */
  readonly account_rep_name: string | null;
  /** Telephone of the representative. */
  readonly account_rep_phone: string | null;
  /** When the account was opened. */
  readonly date_opened: string | null;
  /** When the account was funded. */
  readonly date_funded: string | null;
  /** When the account was closed. */
  readonly date_closed: string | null;
  /** Day of the last trade. */
  readonly last_traded_date: string | null;
  /** Street of the postal address. */
  readonly street: string | null;
  /** Second line of the street. */
  readonly street2: string | null;
  /** City of the postal address. */
  readonly city: string | null;
  /** State of the postal address. */
  readonly state: string | null;
  /** Country. */
  readonly country: string | null;
  /** Postal code of the postal address. */
  readonly postal_code: string | null;
  /** Street of the residence. */
  readonly street_residential_address: string | null;
  /** Second line of the street of the residence. */
  readonly street2_residential_address: string | null;
  /** City of the residence. */
  readonly city_residential_address: string | null;
  /** State of the residence. */
  readonly state_residential_address: string | null;
  /** Country of the residence. */
  readonly country_residential_address: string | null;
  /** Postal code of the residence. */
  readonly postal_code_residential_address: string | null;
  /** Name of the master account. */
  readonly master_name: string | null;
  /** Legal entity of the broker. */
  readonly ib_entity: string | null;
  /** E-mail address. */
  readonly primary_email: string | null;
  /** First name. */
  readonly first_name: string | null;
  /** Last name. */
  readonly last_name: string | null;
  /** Beneficiaries. */
  readonly beneficiary_designations: string | null;
  /** Date of birth. */
  readonly date_of_birth: string | null;
  /** Whether dividends are reinvested. */
  readonly dividend_reinvestment_enabled: string | null;
  /** Whether tasks are pending. */
  readonly has_pending_tasks: string | null;
  /** Recurring transactions. */
  readonly recurring_transactions: string | null;
  /** Name of the registered representative. */
  readonly registered_rep_name: string | null;
  /** Telephone of the registered representative. */
  readonly registered_rep_phone: string | null;
  /** Street of the postal address. */
  readonly street_address: string | null;
  /** Second line of the street. */
  readonly street_address2: string | null;
  /** Second line of the street of the residence. */
  readonly street_residential_address2: string | null;
  /** Enrolment in the stock yield enhancement program. */
  readonly syep_enrollment_status: string | null;
  /** How lots are matched for tax. */
  readonly tax_lot_matching_method: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One charge or interest payment on a contract for difference. */
export interface CfdChargesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Amount received. */
  readonly received: string | null;
  /** Amount paid. */
  readonly paid: string | null;
  /** Total. */
  readonly total: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Reference given by the client. */
  readonly client_reference: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The cash movements of one currency over the window; currency BASE_SUMMARY is the sum in base currency. */
export interface CashReportCurrenciesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** First day of the window. */
  readonly from_date: string | null;
  /** Last day of the window. */
  readonly to_date: string | null;
  /** Cash at the start of the window. */
  readonly starting_cash: string | null;
  /** Cash at the start of the window, securities segment. */
  readonly starting_cash_sec: string | null;
  /** Cash at the start of the window, commodities segment. */
  readonly starting_cash_com: string | null;
  /** Fees charged to the client. */
  readonly client_fees: string | null;
  /** Fees charged to the client, securities segment. */
  readonly client_fees_sec: string | null;
  /** Fees charged to the client, commodities segment. */
  readonly client_fees_com: string | null;
  /** Fees charged to the client, month to date. */
  readonly client_fees_mtd: string | null;
  /** Fees charged to the client, year to date. */
  readonly client_fees_ytd: string | null;
  /** Commissions. */
  readonly commissions: string | null;
  /** Commissions, securities segment. */
  readonly commissions_sec: string | null;
  /** Commissions, commodities segment. */
  readonly commissions_com: string | null;
  /** Commissions, month to date. */
  readonly commissions_mtd: string | null;
  /** Commissions, year to date. */
  readonly commissions_ytd: string | null;
  /** Referral fees. */
  readonly referral_fee: string | null;
  /** Referral fees, securities segment. */
  readonly referral_fee_sec: string | null;
  /** Referral fees, commodities segment. */
  readonly referral_fee_com: string | null;
  /** Referral fees, month to date. */
  readonly referral_fee_mtd: string | null;
  /** Referral fees, year to date. */
  readonly referral_fee_ytd: string | null;
  /** Commission credits redeemed. */
  readonly commission_credits_redemption: string | null;
  /** Commission credits redeemed, securities segment. */
  readonly commission_credits_redemption_sec: string | null;
  /** Commission credits redeemed, commodities segment. */
  readonly commission_credits_redemption_com: string | null;
  /** Commission credits redeemed, month to date. */
  readonly commission_credits_redemption_mtd: string | null;
  /** Commission credits redeemed, year to date. */
  readonly commission_credits_redemption_ytd: string | null;
  /** Billable commissions. */
  readonly billable_commissions: string | null;
  /** Billable commissions, securities segment. */
  readonly billable_commissions_sec: string | null;
  /** Billable commissions, commodities segment. */
  readonly billable_commissions_com: string | null;
  /** Billable commissions, month to date. */
  readonly billable_commissions_mtd: string | null;
  /** Billable commissions, year to date. */
  readonly billable_commissions_ytd: string | null;
  /** Deposits less withdrawals. */
  readonly deposit_withdrawals: string | null;
  /** Deposits less withdrawals, securities segment. */
  readonly deposit_withdrawals_sec: string | null;
  /** Deposits less withdrawals, commodities segment. */
  readonly deposit_withdrawals_com: string | null;
  /** Deposits less withdrawals, month to date. */
  readonly deposit_withdrawals_mtd: string | null;
  /** Deposits less withdrawals, year to date. */
  readonly deposit_withdrawals_ytd: string | null;
  /** Deposits. */
  readonly deposits: string | null;
  /** Deposits, securities segment. */
  readonly deposits_sec: string | null;
  /** Deposits, commodities segment. */
  readonly deposits_com: string | null;
  /** Deposits, month to date. */
  readonly deposits_mtd: string | null;
  /** Deposits, year to date. */
  readonly deposits_ytd: string | null;
  /** Withdrawals. */
  readonly withdrawals: string | null;
  /** Withdrawals, securities segment. */
  readonly withdrawals_sec: string | null;
  /** Withdrawals, commodities segment. */
  readonly withdrawals_com: string | null;
  /** Withdrawals, month to date. */
  readonly withdrawals_mtd: string | null;
  /** Withdrawals, year to date. */
  readonly withdrawals_ytd: string | null;
  /** Carbon credits. */
  readonly carbon_credits: string | null;
  /** Carbon credits, securities segment. */
  readonly carbon_credits_sec: string | null;
  /** Carbon credits, commodities segment. */
  readonly carbon_credits_com: string | null;
  /** Carbon credits, month to date. */
  readonly carbon_credits_mtd: string | null;
  /** Carbon credits, year to date. */
  readonly carbon_credits_ytd: string | null;
  /** Donations. */
  readonly donations: string | null;
  /** Donations, securities segment. */
  readonly donations_sec: string | null;
  /** Donations, commodities segment. */
  readonly donations_com: string | null;
  /** Donations, month to date. */
  readonly donations_mtd: string | null;
  /** Donations, year to date. */
  readonly donations_ytd: string | null;
  /** Transfers between accounts. */
  readonly account_transfers: string | null;
  /** Transfers between accounts, securities segment. */
  readonly account_transfers_sec: string | null;
  /** Transfers between accounts, commodities segment. */
  readonly account_transfers_com: string | null;
  /** Transfers between accounts, month to date. */
  readonly account_transfers_mtd: string | null;
  /** Transfers between accounts, year to date. */
  readonly account_transfers_ytd: string | null;
  /** Adjustments from linking accounts. */
  readonly linking_adjustments: string | null;
  /** Adjustments from linking accounts, securities segment. */
  readonly linking_adjustments_sec: string | null;
  /** Adjustments from linking accounts, commodities segment. */
  readonly linking_adjustments_com: string | null;
  /** Transfers between own accounts. */
  readonly internal_transfers: string | null;
  /** Transfers between own accounts, securities segment. */
  readonly internal_transfers_sec: string | null;
  /** Transfers between own accounts, commodities segment. */
  readonly internal_transfers_com: string | null;
  /** Transfers between own accounts, month to date. */
  readonly internal_transfers_mtd: string | null;
  /** Transfers between own accounts, year to date. */
  readonly internal_transfers_ytd: string | null;
  /** Transfers to and from Paxos. */
  readonly paxos_transfers: string | null;
  /** Transfers to and from Paxos, securities segment. */
  readonly paxos_transfers_sec: string | null;
  /** Transfers to and from Paxos, commodities segment. */
  readonly paxos_transfers_com: string | null;
  /** Transfers to and from Paxos, month to date. */
  readonly paxos_transfers_mtd: string | null;
  /** Transfers to and from Paxos, year to date. */
  readonly paxos_transfers_ytd: string | null;
  /** Sweeps of excess funds. */
  readonly excess_fund_sweep: string | null;
  /** Sweeps of excess funds, securities segment. */
  readonly excess_fund_sweep_sec: string | null;
  /** Sweeps of excess funds, commodities segment. */
  readonly excess_fund_sweep_com: string | null;
  /** Sweeps of excess funds, month to date. */
  readonly excess_fund_sweep_mtd: string | null;
  /** Sweeps of excess funds, year to date. */
  readonly excess_fund_sweep_ytd: string | null;
  /** Use of the debit card. */
  readonly debit_card_activity: string | null;
  /** Use of the debit card, securities segment. */
  readonly debit_card_activity_sec: string | null;
  /** Use of the debit card, commodities segment. */
  readonly debit_card_activity_com: string | null;
  /** Use of the debit card, month to date. */
  readonly debit_card_activity_mtd: string | null;
  /** Use of the debit card, year to date. */
  readonly debit_card_activity_ytd: string | null;
  /** Bills paid. */
  readonly bill_pay: string | null;
  /** Bills paid, securities segment. */
  readonly bill_pay_sec: string | null;
  /** Bills paid, commodities segment. */
  readonly bill_pay_com: string | null;
  /** Bills paid, month to date. */
  readonly bill_pay_mtd: string | null;
  /** Bills paid, year to date. */
  readonly bill_pay_ytd: string | null;
  /** Dividends. */
  readonly dividends: string | null;
  /** Dividends, securities segment. */
  readonly dividends_sec: string | null;
  /** Dividends, commodities segment. */
  readonly dividends_com: string | null;
  /** Dividends, month to date. */
  readonly dividends_mtd: string | null;
  /** Dividends, year to date. */
  readonly dividends_ytd: string | null;
  /** Interest on insured deposits. */
  readonly insured_deposit_interest: string | null;
  /** Interest on insured deposits, securities segment. */
  readonly insured_deposit_interest_sec: string | null;
  /** Interest on insured deposits, commodities segment. */
  readonly insured_deposit_interest_com: string | null;
  /** Interest on insured deposits, month to date. */
  readonly insured_deposit_interest_mtd: string | null;
  /** Interest on insured deposits, year to date. */
  readonly insured_deposit_interest_ytd: string | null;
  /** Interest paid or received by the broker. */
  readonly broker_interest: string | null;
  /** Interest paid or received by the broker, securities segment. */
  readonly broker_interest_sec: string | null;
  /** Interest paid or received by the broker, commodities segment. */
  readonly broker_interest_com: string | null;
  /** Interest paid or received by the broker, month to date. */
  readonly broker_interest_mtd: string | null;
  /** Interest paid or received by the broker, year to date. */
  readonly broker_interest_ytd: string | null;
  /** Fees of the broker. */
  readonly broker_fees: string | null;
  /** Fees of the broker, securities segment. */
  readonly broker_fees_sec: string | null;
  /** Fees of the broker, commodities segment. */
  readonly broker_fees_com: string | null;
  /** Fees of the broker, month to date. */
  readonly broker_fees_mtd: string | null;
  /** Fees of the broker, year to date. */
  readonly broker_fees_ytd: string | null;
  /** Interest on bonds. */
  readonly bond_interest: string | null;
  /** Interest on bonds, securities segment. */
  readonly bond_interest_sec: string | null;
  /** Interest on bonds, commodities segment. */
  readonly bond_interest_com: string | null;
  /** Interest on bonds, month to date. */
  readonly bond_interest_mtd: string | null;
  /** Interest on bonds, year to date. */
  readonly bond_interest_ytd: string | null;
  /** Mark-to-market settled in cash. */
  readonly cash_settling_mtm: string | null;
  /** Mark-to-market settled in cash, securities segment. */
  readonly cash_settling_mtm_sec: string | null;
  /** Mark-to-market settled in cash, commodities segment. */
  readonly cash_settling_mtm_com: string | null;
  /** Mark-to-market settled in cash, month to date. */
  readonly cash_settling_mtm_mtd: string | null;
  /** Mark-to-market settled in cash, year to date. */
  readonly cash_settling_mtm_ytd: string | null;
  /** Realized variation margin. */
  readonly realized_vm: string | null;
  /** Realized variation margin, securities segment. */
  readonly realized_vm_sec: string | null;
  /** Realized variation margin, commodities segment. */
  readonly realized_vm_com: string | null;
  /** Realized variation margin, month to date. */
  readonly realized_vm_mtd: string | null;
  /** Realized variation margin, year to date. */
  readonly realized_vm_ytd: string | null;
  /** Realized variation margin of currencies. */
  readonly realized_forex_vm: string | null;
  /** Realized variation margin of currencies, securities segment. */
  readonly realized_forex_vm_sec: string | null;
  /** Realized variation margin of currencies, commodities segment. */
  readonly realized_forex_vm_com: string | null;
  /** Realized variation margin of currencies, month to date. */
  readonly realized_forex_vm_mtd: string | null;
  /** Realized variation margin of currencies, year to date. */
  readonly realized_forex_vm_ytd: string | null;
  /** Charges on contracts for difference. */
  readonly cfd_charges: string | null;
  /** Charges on contracts for difference, securities segment. */
  readonly cfd_charges_sec: string | null;
  /** Charges on contracts for difference, commodities segment. */
  readonly cfd_charges_com: string | null;
  /** Charges on contracts for difference, month to date. */
  readonly cfd_charges_mtd: string | null;
  /** Charges on contracts for difference, year to date. */
  readonly cfd_charges_ytd: string | null;
  /** Proceeds of sales. */
  readonly net_trades_sales: string | null;
  /** Proceeds of sales, securities segment. */
  readonly net_trades_sales_sec: string | null;
  /** Proceeds of sales, commodities segment. */
  readonly net_trades_sales_com: string | null;
  /** Proceeds of sales, month to date. */
  readonly net_trades_sales_mtd: string | null;
  /** Proceeds of sales, year to date. */
  readonly net_trades_sales_ytd: string | null;
  /** Cost of purchases. */
  readonly net_trades_purchases: string | null;
  /** Cost of purchases, securities segment. */
  readonly net_trades_purchases_sec: string | null;
  /** Cost of purchases, commodities segment. */
  readonly net_trades_purchases_com: string | null;
  /** Cost of purchases, month to date. */
  readonly net_trades_purchases_mtd: string | null;
  /** Cost of purchases, year to date. */
  readonly net_trades_purchases_ytd: string | null;
  /** Fees of the advisor. */
  readonly advisor_fees: string | null;
  /** Fees of the advisor, securities segment. */
  readonly advisor_fees_sec: string | null;
  /** Fees of the advisor, commodities segment. */
  readonly advisor_fees_com: string | null;
  /** Fees of the advisor, month to date. */
  readonly advisor_fees_mtd: string | null;
  /** Fees of the advisor, year to date. */
  readonly advisor_fees_ytd: string | null;
  /** Fees receivable. */
  readonly fees_receivables: string | null;
  /** Fees receivable, securities segment. */
  readonly fees_receivables_sec: string | null;
  /** Fees receivable, commodities segment. */
  readonly fees_receivables_com: string | null;
  /** Fees receivable, month to date. */
  readonly fees_receivables_mtd: string | null;
  /** Fees receivable, year to date. */
  readonly fees_receivables_ytd: string | null;
  /** Payments in lieu of dividends. */
  readonly payment_in_lieu: string | null;
  /** Payments in lieu of dividends, securities segment. */
  readonly payment_in_lieu_sec: string | null;
  /** Payments in lieu of dividends, commodities segment. */
  readonly payment_in_lieu_com: string | null;
  /** Payments in lieu of dividends, month to date. */
  readonly payment_in_lieu_mtd: string | null;
  /** Payments in lieu of dividends, year to date. */
  readonly payment_in_lieu_ytd: string | null;
  /** Taxes on transactions. */
  readonly transaction_tax: string | null;
  /** Taxes on transactions, securities segment. */
  readonly transaction_tax_sec: string | null;
  /** Taxes on transactions, commodities segment. */
  readonly transaction_tax_com: string | null;
  /** Taxes on transactions, month to date. */
  readonly transaction_tax_mtd: string | null;
  /** Taxes on transactions, year to date. */
  readonly transaction_tax_ytd: string | null;
  /** Taxes receivable. */
  readonly tax_receivables: string | null;
  /** Taxes receivable, securities segment. */
  readonly tax_receivables_sec: string | null;
  /** Taxes receivable, commodities segment. */
  readonly tax_receivables_com: string | null;
  /** Taxes receivable, month to date. */
  readonly tax_receivables_mtd: string | null;
  /** Taxes receivable, year to date. */
  readonly tax_receivables_ytd: string | null;
  /** Withholding tax. */
  readonly withholding_tax: string | null;
  /** Withholding tax, securities segment. */
  readonly withholding_tax_sec: string | null;
  /** Withholding tax, commodities segment. */
  readonly withholding_tax_com: string | null;
  /** Withholding tax, month to date. */
  readonly withholding_tax_mtd: string | null;
  /** Withholding tax, year to date. */
  readonly withholding_tax_ytd: string | null;
  /** Withholding under section 871(m). */
  readonly withholding871m: string | null;
  /** Withholding under section 871(m), securities segment. */
  readonly withholding871m_sec: string | null;
  /** Withholding under section 871(m), commodities segment. */
  readonly withholding871m_com: string | null;
  /** Withholding under section 871(m), month to date. */
  readonly withholding871m_mtd: string | null;
  /** Withholding under section 871(m), year to date. */
  readonly withholding871m_ytd: string | null;
  /** Withholding tax collected. */
  readonly withholding_collected_tax: string | null;
  /** Withholding tax collected, securities segment. */
  readonly withholding_collected_tax_sec: string | null;
  /** Withholding tax collected, commodities segment. */
  readonly withholding_collected_tax_com: string | null;
  /** Withholding tax collected, month to date. */
  readonly withholding_collected_tax_mtd: string | null;
  /** Withholding tax collected, year to date. */
  readonly withholding_collected_tax_ytd: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Sales tax, securities segment. */
  readonly sales_tax_sec: string | null;
  /** Sales tax, commodities segment. */
  readonly sales_tax_com: string | null;
  /** Sales tax, month to date. */
  readonly sales_tax_mtd: string | null;
  /** Sales tax, year to date. */
  readonly sales_tax_ytd: string | null;
  /** Billable sales tax. */
  readonly billable_sales_tax: string | null;
  /** Billable sales tax, securities segment. */
  readonly billable_sales_tax_sec: string | null;
  /** Billable sales tax, commodities segment. */
  readonly billable_sales_tax_com: string | null;
  /** Billable sales tax, month to date. */
  readonly billable_sales_tax_mtd: string | null;
  /** Billable sales tax, year to date. */
  readonly billable_sales_tax_ytd: string | null;
  /** Subscriptions to initial public offerings. */
  readonly ipo_subscription: string | null;
  /** Subscriptions to initial public offerings, securities segment. */
  readonly ipo_subscription_sec: string | null;
  /** Subscriptions to initial public offerings, commodities segment. */
  readonly ipo_subscription_com: string | null;
  /** Subscriptions to initial public offerings, month to date. */
  readonly ipo_subscription_mtd: string | null;
  /** Subscriptions to initial public offerings, year to date. */
  readonly ipo_subscription_ytd: string | null;
  /** Gain or loss from translating currencies. */
  readonly fx_translation_gain_loss: string | null;
  /** Gain or loss from translating currencies, securities segment. */
  readonly fx_translation_gain_loss_sec: string | null;
  /** Gain or loss from translating currencies, commodities segment. */
  readonly fx_translation_gain_loss_com: string | null;
  /** Other fees. */
  readonly other_fees: string | null;
  /** Other fees, securities segment. */
  readonly other_fees_sec: string | null;
  /** Other fees, commodities segment. */
  readonly other_fees_com: string | null;
  /** Other fees, month to date. */
  readonly other_fees_mtd: string | null;
  /** Other fees, year to date. */
  readonly other_fees_ytd: string | null;
  /** Other. */
  readonly other: string | null;
  /** Other, securities segment. */
  readonly other_sec: string | null;
  /** Other, commodities segment. */
  readonly other_com: string | null;
  /** Cash at the end of the window. */
  readonly ending_cash: string | null;
  /** Cash at the end of the window, securities segment. */
  readonly ending_cash_sec: string | null;
  /** Cash at the end of the window, commodities segment. */
  readonly ending_cash_com: string | null;
  /** Settled cash at the end of the window. */
  readonly ending_settled_cash: string | null;
  /** Settled cash at the end of the window, securities segment. */
  readonly ending_settled_cash_sec: string | null;
  /** Settled cash at the end of the window, commodities segment. */
  readonly ending_settled_cash_com: string | null;
  /** Collateral of stock lending at the start of the window. */
  readonly slb_starting_cash_collateral: string | null;
  /** Collateral of stock lending at the start of the window, securities segment. */
  readonly slb_starting_cash_collateral_sec: string | null;
  /** Collateral of stock lending at the start of the window, commodities segment. */
  readonly slb_starting_cash_collateral_com: string | null;
  /** Net activity in securities lent. */
  readonly slb_net_securities_lent_activity: string | null;
  /** Net activity in securities lent, securities segment. */
  readonly slb_net_securities_lent_activity_sec: string | null;
  /** Net activity in securities lent, commodities segment. */
  readonly slb_net_securities_lent_activity_com: string | null;
  /** Collateral of stock lending at the end of the window. */
  readonly slb_ending_cash_collateral: string | null;
  /** Collateral of stock lending at the end of the window, securities segment. */
  readonly slb_ending_cash_collateral_sec: string | null;
  /** Collateral of stock lending at the end of the window, commodities segment. */
  readonly slb_ending_cash_collateral_com: string | null;
  /** Cash net of the collateral of stock lending. */
  readonly slb_net_cash: string | null;
  /** Cash net of the collateral of stock lending, securities segment. */
  readonly slb_net_cash_sec: string | null;
  /** Cash net of the collateral of stock lending, commodities segment. */
  readonly slb_net_cash_com: string | null;
  /** Settled cash net of the collateral of stock lending. */
  readonly slb_net_settled_cash: string | null;
  /** Settled cash net of the collateral of stock lending, securities segment. */
  readonly slb_net_settled_cash_sec: string | null;
  /** Settled cash net of the collateral of stock lending, commodities segment. */
  readonly slb_net_settled_cash_com: string | null;
  /** Transfers between accounts, IBUKL segment. */
  readonly account_transfers_ibukl: string | null;
  /** Transfers between accounts, at Paxos. */
  readonly account_transfers_paxos: string | null;
  readonly advisor_fee_paxos: string | null;
  /** Fees of the advisor, IBUKL segment. */
  readonly advisor_fees_ibukl: string | null;
  /** Fees of the advisor, at Paxos. */
  readonly advisor_fees_paxos: string | null;
  /** Average credit balance. */
  readonly avg_credit_balance: string | null;
  /** Average credit balance, commodities segment. */
  readonly avg_credit_balance_com: string | null;
  /** Average credit balance, securities segment. */
  readonly avg_credit_balance_sec: string | null;
  /** Average debit balance. */
  readonly avg_debit_balance: string | null;
  /** Average debit balance, commodities segment. */
  readonly avg_debit_balance_com: string | null;
  /** Average debit balance, securities segment. */
  readonly avg_debit_balance_sec: string | null;
  /** Bills paid, IBUKL segment. */
  readonly bill_pay_ibukl: string | null;
  /** Bills paid, at Paxos. */
  readonly bill_pay_paxos: string | null;
  /** Billable commissions, IBUKL segment. */
  readonly billable_commissions_ibukl: string | null;
  /** Billable commissions, at Paxos. */
  readonly billable_commissions_paxos: string | null;
  /** Billable sales tax, IBUKL segment. */
  readonly billable_sales_tax_ibukl: string | null;
  /** Billable sales tax, at Paxos. */
  readonly billable_sales_tax_paxos: string | null;
  /** Interest on bonds, IBUKL segment. */
  readonly bond_interest_ibukl: string | null;
  /** Interest on bonds, at Paxos. */
  readonly bond_interest_paxos: string | null;
  /** Fees of the broker, at Paxos. */
  readonly broker_fees_paxos: string | null;
  /** Interest paid or received by the broker, IBUKL segment. */
  readonly broker_interest_ibukl: string | null;
  /** Interest paid or received by the broker, at Paxos. */
  readonly broker_interest_paxos: string | null;
  /** Carbon credits, at Paxos. */
  readonly carbon_credits_paxos: string | null;
  /** Mark-to-market settled in cash, IBUKL segment. */
  readonly cash_settling_mtm_ibukl: string | null;
  /** Mark-to-market settled in cash, at Paxos. */
  readonly cash_settling_mtm_paxos: string | null;
  /** Charges on contracts for difference, IBUKL segment. */
  readonly cfd_charges_ibukl: string | null;
  /** Charges on contracts for difference, at Paxos. */
  readonly cfd_charges_paxos: string | null;
  /** Fees charged to the client, IBUKL segment. */
  readonly client_fees_ibukl: string | null;
  /** Fees charged to the client, at Paxos. */
  readonly client_fees_paxos: string | null;
  /** Commission credits redeemed, at Paxos. */
  readonly commission_credits_redemption_paxos: string | null;
  /** Commissions, IBUKL segment. */
  readonly commissions_ibukl: string | null;
  /** Commissions, at Paxos. */
  readonly commissions_paxos: string | null;
  /** Use of the debit card, IBUKL segment. */
  readonly debit_card_activity_ibukl: string | null;
  /** Use of the debit card, at Paxos. */
  readonly debit_card_activity_paxos: string | null;
  /** Deposits less withdrawals, IBUKL segment. */
  readonly deposit_withdrawals_ibukl: string | null;
  /** Deposits less withdrawals, at Paxos. */
  readonly deposit_withdrawals_paxos: string | null;
  /** Deposits, IBUKL segment. */
  readonly deposits_ibukl: string | null;
  /** Deposits, at Paxos. */
  readonly deposits_paxos: string | null;
  /** Dividends, IBUKL segment. */
  readonly dividends_ibukl: string | null;
  /** Dividends, at Paxos. */
  readonly dividends_paxos: string | null;
  /** Donations, at Paxos. */
  readonly donations_paxos: string | null;
  /** Cash at the end of the window, IBUKL segment. */
  readonly ending_cash_ibukl: string | null;
  /** Cash at the end of the window, at Paxos. */
  readonly ending_cash_paxos: string | null;
  /** Settled cash at the end of the window, IBUKL segment. */
  readonly ending_settled_cash_ibukl: string | null;
  /** Settled cash at the end of the window, at Paxos. */
  readonly ending_settled_cash_paxos: string | null;
  /** Sweeps of excess funds, at Paxos. */
  readonly excess_fund_sweep_paxos: string | null;
  /** Transfers from and to other institutions. */
  readonly external_transfers: string | null;
  /** Fees receivable, IBUKL segment. */
  readonly fees_receivables_ibukl: string | null;
  /** Fees receivable, at Paxos. */
  readonly fees_receivables_paxos: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Gain or loss from translating currencies, IBUKL segment. */
  readonly fx_translation_gain_loss_ibukl: string | null;
  /** Gain or loss from translating currencies, at Paxos. */
  readonly fx_translation_gain_loss_paxos: string | null;
  /** Profit from translating currencies. */
  readonly fx_translation_pnl: string | null;
  readonly insured_deposit_interes_paxos: string | null;
  /** Interest on insured deposits, IBUKL segment. */
  readonly insured_deposit_interest_ibukl: string | null;
  /** Interest on insured deposits, at Paxos. */
  readonly insured_deposit_interest_paxos: string | null;
  /** Transfers between own accounts, IBUKL segment. */
  readonly internal_transfers_ibukl: string | null;
  /** Transfers between own accounts, at Paxos. */
  readonly internal_transfers_paxos: string | null;
  /** Subscriptions to initial public offerings, IBUKL segment. */
  readonly ipo_subscription_ibukl: string | null;
  /** Subscriptions to initial public offerings, at Paxos. */
  readonly ipo_subscription_paxos: string | null;
  /** Adjustments from linking accounts, IBUKL segment. */
  readonly linking_adjustments_ibukl: string | null;
  /** Adjustments from linking accounts, at Paxos. */
  readonly linking_adjustments_paxos: string | null;
  /** Cost of purchases, IBUKL segment. */
  readonly net_trades_purchases_ibukl: string | null;
  /** Cost of purchases, at Paxos. */
  readonly net_trades_purchases_paxos: string | null;
  /** Proceeds of sales, IBUKL segment. */
  readonly net_trades_sales_ibukl: string | null;
  /** Proceeds of sales, at Paxos. */
  readonly net_trades_sales_paxos: string | null;
  /** Other fees, IBUKL segment. */
  readonly other_fees_ibukl: string | null;
  /** Other fees, at Paxos. */
  readonly other_fees_paxos: string | null;
  /** Other, IBUKL segment. */
  readonly other_ibukl: string | null;
  /** Other income. */
  readonly other_income: string | null;
  /** Other income, commodities segment. */
  readonly other_income_com: string | null;
  /** Other income, month to date. */
  readonly other_income_mtd: string | null;
  /** Other income, securities segment. */
  readonly other_income_sec: string | null;
  /** Other income, year to date. */
  readonly other_income_ytd: string | null;
  /** Other, at Paxos. */
  readonly other_paxos: string | null;
  /** Transfers to and from Paxos, at Paxos. */
  readonly paxos_transfers_paxos: string | null;
  /** Payments in lieu of dividends, IBUKL segment. */
  readonly payment_in_lieu_ibukl: string | null;
  /** Payments in lieu of dividends, at Paxos. */
  readonly payment_in_lieu_paxos: string | null;
  /** Realized profit of currencies. */
  readonly realized_forex_pnl: string | null;
  /** Realized variation margin of currencies, IBUKL segment. */
  readonly realized_forex_vm_ibukl: string | null;
  /** Realized variation margin of currencies, at Paxos. */
  readonly realized_forex_vm_paxos: string | null;
  /** Realized variation margin, IBUKL segment. */
  readonly realized_vm_ibukl: string | null;
  /** Realized variation margin, at Paxos. */
  readonly realized_vm_paxos: string | null;
  /** Referral fees, at Paxos. */
  readonly referral_fee_paxos: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Sales tax, IBUKL segment. */
  readonly sales_tax_ibukl: string | null;
  /** Sales tax, at Paxos. */
  readonly sales_tax_paxos: string | null;
  /** Collateral of stock lending at the end of the window, at Paxos. */
  readonly slb_ending_cash_collateral_paxos: string | null;
  /** Cash net of the collateral of stock lending, at Paxos. */
  readonly slb_net_cash_paxos: string | null;
  /** Net activity in securities lent, at Paxos. */
  readonly slb_net_securities_lent_activity_paxos: string | null;
  /** Settled cash net of the collateral of stock lending, at Paxos. */
  readonly slb_net_settled_cash_paxos: string | null;
  /** Collateral of stock lending at the start of the window, at Paxos. */
  readonly slb_starting_cash_collateral_paxos: string | null;
  /** Soft dollars. */
  readonly soft_dollars: string | null;
  /** Cash at the start of the window, IBUKL segment. */
  readonly starting_cash_ibukl: string | null;
  /** Cash at the start of the window, at Paxos. */
  readonly starting_cash_paxos: string | null;
  /** Taxes receivable, IBUKL segment. */
  readonly tax_receivables_ibukl: string | null;
  /** Taxes receivable, at Paxos. */
  readonly tax_receivables_paxos: string | null;
  /** Taxes on transactions, IBUKL segment. */
  readonly transaction_tax_ibukl: string | null;
  /** Taxes on transactions, at Paxos. */
  readonly transaction_tax_paxos: string | null;
  /** Withdrawals, IBUKL segment. */
  readonly withdrawals_ibukl: string | null;
  /** Withdrawals, at Paxos. */
  readonly withdrawals_paxos: string | null;
  /** Withholding under section 871(m), IBUKL segment. */
  readonly withholding871m_ibukl: string | null;
  /** Withholding under section 871(m), at Paxos. */
  readonly withholding871m_paxos: string | null;
  /** Withholding tax collected, IBUKL segment. */
  readonly withholding_collected_tax_ibukl: string | null;
  /** Withholding tax collected, at Paxos. */
  readonly withholding_collected_tax_paxos: string | null;
  /** Withholding tax, IBUKL segment. */
  readonly withholding_tax_ibukl: string | null;
  /** Withholding tax, at Paxos. */
  readonly withholding_tax_paxos: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One cash movement (levelOfDetail DETAIL), or their sum (SUMMARY): filter on level_of_detail before summing. */
export interface CashTransactionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** When the cash can be traded with. */
  readonly available_for_trading_date: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Kind of dividend. */
  readonly dividend_type: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Ex-dividend date. */
  readonly ex_date: string | null;
  /** Reference given by the client. */
  readonly client_reference: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One posting (code Po) or reversal (code Re) of an accrued dividend. */
export interface ChangeInDividendAccrualsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Ex-dividend date. */
  readonly ex_date: string | null;
  /** Date of payment. */
  readonly pay_date: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Fee. */
  readonly fee: string | null;
  /** Dividend for one unit. */
  readonly gross_rate: string | null;
  /** Amount before tax and fees. */
  readonly gross_amount: string | null;
  /** Amount after tax and fees. */
  readonly net_amount: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Account it comes from. */
  readonly from_acct: string | null;
  /** Account it goes to. */
  readonly to_acct: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Accrual it comes from. */
  readonly from_accrual: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Accrual it goes to. */
  readonly to_accrual: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** What changed the net asset value over the window, in base currency. */
export interface ChangeInNavRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** First day of the window. */
  readonly from_date: string | null;
  /** Last day of the window. */
  readonly to_date: string | null;
  /** Value at the start of the window. */
  readonly starting_value: string | null;
  /** Mark-to-market profit. */
  readonly mtm: string | null;
  /** Realized profit. */
  readonly realized: string | null;
  /** Change of the unrealized profit. */
  readonly change_in_unrealized: string | null;
  /** Adjustments of cost. */
  readonly cost_adjustments: string | null;
  /** Adjustments of transferred profit. */
  readonly transferred_pnl_adjustments: string | null;
  /** Deposits less withdrawals. */
  readonly deposits_withdrawals: string | null;
  /** Cash transferred between own accounts. */
  readonly internal_cash_transfers: string | null;
  /** Sweeps of excess funds. */
  readonly excess_fund_sweep: string | null;
  /** Assets transferred. */
  readonly asset_transfers: string | null;
  /** Use of the debit card. */
  readonly debit_card_activity: string | null;
  /** Bills paid. */
  readonly bill_pay: string | null;
  /** Stock granted. */
  readonly grant_activity: string | null;
  /** Dividends. */
  readonly dividends: string | null;
  /** Withholding tax. */
  readonly withholding_tax: string | null;
  /** Withholding under section 871(m). */
  readonly withholding871m: string | null;
  /** Withholding tax collected. */
  readonly withholding_tax_collected: string | null;
  /** Change of dividends accrued. */
  readonly change_in_dividend_accruals: string | null;
  /** Interest. */
  readonly interest: string | null;
  /** Change of interest accrued. */
  readonly change_in_interest_accruals: string | null;
  /** Fees of the advisor. */
  readonly advisor_fees: string | null;
  /** Fees charged to the client. */
  readonly client_fees: string | null;
  /** Other fees. */
  readonly other_fees: string | null;
  /** Fees receivable. */
  readonly fees_receivables: string | null;
  /** Commissions. */
  readonly commissions: string | null;
  /** Commission credits redeemed. */
  readonly commission_credits_redemption: string | null;
  /** Commissions receivable. */
  readonly commission_receivables: string | null;
  /** Commissions on currency trades. */
  readonly forex_commissions: string | null;
  /** Taxes on transactions. */
  readonly transaction_tax: string | null;
  /** Taxes receivable. */
  readonly tax_receivables: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Billable sales tax. */
  readonly billable_sales_tax: string | null;
  /** Soft dollars. */
  readonly soft_dollars: string | null;
  /** Net of currency trades. */
  readonly net_fx_trading: string | null;
  /** Effect of translating currencies. */
  readonly fx_translation: string | null;
  /** Adjustments from linking accounts. */
  readonly linking_adjustments: string | null;
  /** Other. */
  readonly other: string | null;
  /** Value at the end of the window. */
  readonly ending_value: string | null;
  /** Time-weighted return, in percent. */
  readonly twr: string | null;
  /** Proceeds of corporate actions. */
  readonly corporate_action_proceeds: string | null;
  /** Fees of the broker. */
  readonly broker_fees: string | null;
  /** Carbon credits. */
  readonly carbon_credits: string | null;
  /** Change of broker fees accrued. */
  readonly change_in_broker_fee_accruals: string | null;
  /** Change of capital gains tax accrued. */
  readonly change_in_cgt_withholding_accruals: string | null;
  /** Change of incentive coupons accrued. */
  readonly change_in_incentive_coupon_accruals: string | null;
  /** Change of lite surcharges accrued. */
  readonly change_in_lite_surcharge_accruals: string | null;
  /** Commissions at Paxos. */
  readonly commissions_at_paxos: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Donations. */
  readonly donations: string | null;
  /** Mark-to-market profit at Paxos. */
  readonly mtm_at_paxos: string | null;
  readonly mtm_plus_realized_pnl: string | null;
  /** Other income. */
  readonly other_income: string | null;
  /** Transfers to and from Paxos. */
  readonly paxos_transfers: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Referral fees. */
  readonly referral_fee: string | null;
  /** Transfers. */
  readonly transfers: string | null;
  /** Unrealized profit. */
  readonly unrealized_pnl: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** What changed the value of the positions of one currency and asset class over the window. */
export interface ChangeInPositionValuesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Value at the end of the period before. */
  readonly prior_period_value: string | null;
  /** Change by trades. */
  readonly transactions: string | null;
  /** Mark-to-market profit of positions held before. */
  readonly mtm_prior_period_positions: string | null;
  /** Mark-to-market profit of trades. */
  readonly mtm_transactions: string | null;
  /** Change by corporate actions. */
  readonly corporate_actions: string | null;
  /** Other. */
  readonly other: string | null;
  /** Transfers between accounts. */
  readonly account_transfers: string | null;
  /** Adjustments from linking accounts. */
  readonly linking_adjustments: string | null;
  /** Profit from translating currencies. */
  readonly fx_translation_pnl: string | null;
  /** Adjustments of the prices of futures. */
  readonly future_price_adjustments: string | null;
  /** Settled cash. */
  readonly settled_cash: string | null;
  /** Value at the end of the window. */
  readonly end_of_period_value: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Value at the end of the window. */
  readonly ending_value: string | null;
  /** Effect of translating currencies. */
  readonly fx_translation: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One fee charged to a client, with revenue, expense and net. */
export interface ClientFeesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Expense. */
  readonly expense: string | null;
  /** Expense in base currency. */
  readonly expense_in_base: string | null;
  readonly expense_indicator: string | null;
  /** Kind of fee. */
  readonly fee_type: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Revenue less expense. */
  readonly net: string | null;
  /** Net in base currency. */
  readonly net_in_base: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Revenue. */
  readonly revenue: string | null;
  /** Revenue in base currency. */
  readonly revenue_in_base: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One fee charged to a client, split into its components. */
export interface ClientFeesDetailsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Charge of the broker for execution. */
  readonly broker_execution_charge: string | null;
  /** Charge for clearing. */
  readonly clearing_charge: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Expense. */
  readonly expense: string | null;
  /** Kind of fee. */
  readonly fee_type: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Revenue less expense. */
  readonly net: string | null;
  /** Other. */
  readonly other: string | null;
  /** FINRA trading activity fee. */
  readonly reg_finra_trading_activity_fee: string | null;
  /** Other regulatory fees. */
  readonly reg_other: string | null;
  /** Section 31 fee. */
  readonly reg_section31_transaction_fee: string | null;
  /** Revenue. */
  readonly revenue: string | null;
  /** Charge of third parties for execution. */
  readonly third_party_execution_charge: string | null;
  /** Charge of regulators. */
  readonly third_party_regulatory_charge: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Net in all. */
  readonly total_net: string | null;
  /** Net in all, in base currency. */
  readonly total_net_in_base: string | null;
  /** Revenue in all. */
  readonly total_revenue: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One leg or combination held at the end of the window. */
export interface ComplexPositionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Value. */
  readonly value: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The rate of one currency pair on one day. */
export interface ConversionRatesRow {
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Currency converted from. */
  readonly from_currency: string | null;
  /** Currency converted to. */
  readonly to_currency: string | null;
  /** Rate; -1 stands for none. */
  readonly rate: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One leg of a corporate action. */
export interface CorporateActionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** The corporate action, in words. */
  readonly action_description: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Value. */
  readonly value: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Cost basis. */
  readonly cost_basis: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  readonly action_type: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Ex-dividend date. */
  readonly ex_date: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Date of payment. */
  readonly pay_date: string | null;
  /** Realized profit. */
  readonly realized_pl: string | null;
  /** Record date. */
  readonly record_date: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One use of the debit card. */
export interface DebitCardActivitiesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Category. */
  readonly category: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Merchant. */
  readonly merchant: string | null;
  /** Name and place of the merchant. */
  readonly merchant_name_location: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Date of posting. */
  readonly posting_date: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Status. */
  readonly status: string | null;
  /** Time of the transaction. */
  readonly transaction_date_time: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The net asset value of the account on one day, by asset class. */
export interface EquitySummaryByReportDateInBaseRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Cash. */
  readonly cash: string | null;
  /** Cash, long side. */
  readonly cash_long: string | null;
  /** Cash, short side. */
  readonly cash_short: string | null;
  /** Cash held by the broker. */
  readonly broker_cash_component: string | null;
  /** Cash held by the broker, long side. */
  readonly broker_cash_component_long: string | null;
  /** Cash held by the broker, short side. */
  readonly broker_cash_component_short: string | null;
  /** Cash swept to insured banks. */
  readonly fdic_insured_bank_sweep_account_cash_component: string | null;
  /** Cash swept to insured banks, long side. */
  readonly fdic_insured_bank_sweep_account_cash_component_long: string | null;
  /** Cash swept to insured banks, short side. */
  readonly fdic_insured_bank_sweep_account_cash_component_short: string | null;
  /** Cash being redeemed from insured banks. */
  readonly insured_bank_deposit_redemption_cash_component: string | null;
  /** Cash being redeemed from insured banks, long side. */
  readonly insured_bank_deposit_redemption_cash_component_long: string | null;
  /** Cash being redeemed from insured banks, short side. */
  readonly insured_bank_deposit_redemption_cash_component_short: string | null;
  /** Cash collateral of stock lending. */
  readonly slb_cash_collateral: string | null;
  /** Cash collateral of stock lending, long side. */
  readonly slb_cash_collateral_long: string | null;
  /** Cash collateral of stock lending, short side. */
  readonly slb_cash_collateral_short: string | null;
  /** Stock. */
  readonly stock: string | null;
  /** Stock, long side. */
  readonly stock_long: string | null;
  /** Stock, short side. */
  readonly stock_short: string | null;
  /** Subscriptions to initial public offerings. */
  readonly ipo_subscription: string | null;
  /** Subscriptions to initial public offerings, long side. */
  readonly ipo_subscription_long: string | null;
  /** Subscriptions to initial public offerings, short side. */
  readonly ipo_subscription_short: string | null;
  /** Securities borrowed directly. */
  readonly slb_direct_securities_borrowed: string | null;
  /** Securities borrowed directly, long side. */
  readonly slb_direct_securities_borrowed_long: string | null;
  /** Securities borrowed directly, short side. */
  readonly slb_direct_securities_borrowed_short: string | null;
  /** Securities lent directly. */
  readonly slb_direct_securities_lent: string | null;
  /** Securities lent directly, long side. */
  readonly slb_direct_securities_lent_long: string | null;
  /** Securities lent directly, short side. */
  readonly slb_direct_securities_lent_short: string | null;
  /** Options. */
  readonly options: string | null;
  /** Options, long side. */
  readonly options_long: string | null;
  /** Options, short side. */
  readonly options_short: string | null;
  /** Bonds. */
  readonly bonds: string | null;
  /** Bonds, long side. */
  readonly bonds_long: string | null;
  /** Bonds, short side. */
  readonly bonds_short: string | null;
  /** Commodities. */
  readonly commodities: string | null;
  /** Commodities, long side. */
  readonly commodities_long: string | null;
  /** Commodities, short side. */
  readonly commodities_short: string | null;
  /** Notes, an asset class. */
  readonly notes: string | null;
  /** Notes, an asset class, long side. */
  readonly notes_long: string | null;
  /** Notes, an asset class, short side. */
  readonly notes_short: string | null;
  /** Funds. */
  readonly funds: string | null;
  /** Funds, long side. */
  readonly funds_long: string | null;
  /** Funds, short side. */
  readonly funds_short: string | null;
  /** Dividends accrued. */
  readonly dividend_accruals: string | null;
  /** Dividends accrued, long side. */
  readonly dividend_accruals_long: string | null;
  /** Dividends accrued, short side. */
  readonly dividend_accruals_short: string | null;
  /** Lite surcharges accrued. */
  readonly lite_surcharge_accruals: string | null;
  /** Lite surcharges accrued, long side. */
  readonly lite_surcharge_accruals_long: string | null;
  /** Lite surcharges accrued, short side. */
  readonly lite_surcharge_accruals_short: string | null;
  /** Capital gains tax accrued. */
  readonly cgt_withholding_accruals: string | null;
  /** Capital gains tax accrued, long side. */
  readonly cgt_withholding_accruals_long: string | null;
  /** Capital gains tax accrued, short side. */
  readonly cgt_withholding_accruals_short: string | null;
  /** Interest accrued. */
  readonly interest_accruals: string | null;
  /** Interest accrued, long side. */
  readonly interest_accruals_long: string | null;
  /** Interest accrued, short side. */
  readonly interest_accruals_short: string | null;
  /** Incentive coupons accrued. */
  readonly incentive_coupon_accruals: string | null;
  /** Incentive coupons accrued, long side. */
  readonly incentive_coupon_accruals_long: string | null;
  /** Incentive coupons accrued, short side. */
  readonly incentive_coupon_accruals_short: string | null;
  /** Interest accrued at the broker. */
  readonly broker_interest_accruals_component: string | null;
  /** Interest accrued at the broker, long side. */
  readonly broker_interest_accruals_component_long: string | null;
  /** Interest accrued at the broker, short side. */
  readonly broker_interest_accruals_component_short: string | null;
  /** Interest accrued at insured banks. */
  readonly fdic_insured_account_interest_accruals_component: string | null;
  /** Interest accrued at insured banks, long side. */
  readonly fdic_insured_account_interest_accruals_component_long: string | null;
  /** Interest accrued at insured banks, short side. */
  readonly fdic_insured_account_interest_accruals_component_short: string | null;
  /** Interest accrued on bonds. */
  readonly bond_interest_accruals_component: string | null;
  /** Interest accrued on bonds, long side. */
  readonly bond_interest_accruals_component_long: string | null;
  /** Interest accrued on bonds, short side. */
  readonly bond_interest_accruals_component_short: string | null;
  /** Broker fees accrued. */
  readonly broker_fees_accruals_component: string | null;
  /** Broker fees accrued, long side. */
  readonly broker_fees_accruals_component_long: string | null;
  /** Broker fees accrued, short side. */
  readonly broker_fees_accruals_component_short: string | null;
  /** Interest accrued on event contracts. */
  readonly event_contract_interest_accruals: string | null;
  /** Interest accrued on event contracts, long side. */
  readonly event_contract_interest_accruals_long: string | null;
  /** Interest accrued on event contracts, short side. */
  readonly event_contract_interest_accruals_short: string | null;
  /** Margin financing charges accrued. */
  readonly margin_financing_charge_accruals: string | null;
  /** Margin financing charges accrued, long side. */
  readonly margin_financing_charge_accruals_long: string | null;
  /** Margin financing charges accrued, short side. */
  readonly margin_financing_charge_accruals_short: string | null;
  /** Soft dollars. */
  readonly soft_dollars: string | null;
  /** Soft dollars, long side. */
  readonly soft_dollars_long: string | null;
  /** Soft dollars, short side. */
  readonly soft_dollars_short: string | null;
  /** Unrealized profit of currency contracts for difference. */
  readonly forex_cfd_unrealized_pl: string | null;
  /** Unrealized profit of currency contracts for difference, long side. */
  readonly forex_cfd_unrealized_pl_long: string | null;
  /** Unrealized profit of currency contracts for difference, short side. */
  readonly forex_cfd_unrealized_pl_short: string | null;
  /** Unrealized profit of contracts for difference. */
  readonly cfd_unrealized_pl: string | null;
  /** Unrealized profit of contracts for difference, long side. */
  readonly cfd_unrealized_pl_long: string | null;
  /** Unrealized profit of contracts for difference, short side. */
  readonly cfd_unrealized_pl_short: string | null;
  /** Physical delivery. */
  readonly phys_del: string | null;
  /** Physical delivery, long side. */
  readonly phys_del_long: string | null;
  /** Physical delivery, short side. */
  readonly phys_del_short: string | null;
  /** Crypto assets. */
  readonly crypto: string | null;
  /** Crypto assets, long side. */
  readonly crypto_long: string | null;
  /** Crypto assets, short side. */
  readonly crypto_short: string | null;
  /** Total. */
  readonly total: string | null;
  /** Total, long side. */
  readonly total_long: string | null;
  /** Total, short side. */
  readonly total_short: string | null;
  readonly accrued_dividend: string | null;
  readonly accrued_interest: string | null;
  readonly fdic_insured_account_interest_accruals: string | null;
  readonly fdic_insured_account_interest_accruals_long: string | null;
  readonly fdic_insured_account_interest_accruals_short: string | null;
  readonly fdic_insured_bank_sweep_account: string | null;
  readonly fdic_insured_bank_sweep_account_cash: string | null;
  readonly fdic_insured_bank_sweep_account_long: string | null;
  readonly fdic_insured_bank_sweep_account_short: string | null;
  /** Futures. */
  readonly futures: string | null;
  /** Futures, long side. */
  readonly futures_long: string | null;
  /** Futures, short side. */
  readonly futures_short: string | null;
  readonly gross_position_value: string | null;
  readonly net_liquidation: string | null;
  readonly net_liquidation_uncertainty: string | null;
  /** Settled cash. */
  readonly settled_cash: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Realized and unrealized profit of one instrument over the window. */
export interface FifoPerformanceSummaryUnderlyingsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Adjustments of cost. */
  readonly cost_adj: string | null;
  /** Realized profit, short term. */
  readonly realized_st_profit: string | null;
  /** Realized loss, short term. */
  readonly realized_st_loss: string | null;
  /** Realized profit, long term. */
  readonly realized_lt_profit: string | null;
  /** Realized loss, long term. */
  readonly realized_lt_loss: string | null;
  /** Realized profit in all. */
  readonly total_realized_pnl: string | null;
  /** Unrealized profit. */
  readonly unrealized_profit: string | null;
  /** Unrealized loss. */
  readonly unrealized_loss: string | null;
  /** Unrealized profit, short term. */
  readonly unrealized_st_profit: string | null;
  /** Unrealized loss, short term. */
  readonly unrealized_st_loss: string | null;
  /** Unrealized profit, long term. */
  readonly unrealized_lt_profit: string | null;
  /** Unrealized loss, long term. */
  readonly unrealized_lt_loss: string | null;
  /** Unrealized profit in all. */
  readonly total_unrealized_pnl: string | null;
  /** Realized and unrealized profit. */
  readonly total_fifo_pnl: string | null;
  /** Profit transferred. */
  readonly transferred_pnl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Realized profit, long term. */
  readonly realized_long_term_pnl: string | null;
  /** Realized profit, short term. */
  readonly realized_short_term_pnl: string | null;
  /** Realized profit in all. */
  readonly realized_total_pnl: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Profit from capital gains in all. */
  readonly total_capital_gains_pnl: string | null;
  /** Profit from exchange rates in all. */
  readonly total_fx_pnl: string | null;
  /** Income in all. */
  readonly total_income: string | null;
  /** Realized profit from capital gains. */
  readonly total_realized_capital_gains_pnl: string | null;
  /** Realized profit from exchange rates. */
  readonly total_realized_fx_pnl: string | null;
  /** Unrealized profit from capital gains. */
  readonly total_unrealized_capital_gains_pnl: string | null;
  /** Unrealized profit from exchange rates. */
  readonly total_unrealized_fx_pnl: string | null;
  /** Transferred profit from capital gains. */
  readonly transferred_capital_gains_pnl: string | null;
  /** Transferred profit from exchange rates. */
  readonly transferred_fx_pnl: string | null;
  /** Unrealized profit, long term. */
  readonly unrealized_long_term_pnl: string | null;
  /** Unrealized profit, short term. */
  readonly unrealized_short_term_pnl: string | null;
  /** Unrealized profit in all. */
  readonly unrealized_total_pnl: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One currency held at the end of the window. */
export interface FxPositionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Currency held. */
  readonly fx_currency: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Value. */
  readonly value: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Cost basis. */
  readonly cost_basis: string | null;
  /** Cost for one unit. */
  readonly cost_price: string | null;
  /** Currency that gains are measured in. */
  readonly functional_currency: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** The lot, in words. */
  readonly lot_description: string | null;
  /** When the lot was opened. */
  readonly lot_open_date_time: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Unrealized profit. */
  readonly unrealized_pl: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One lot of a currency held at the end of the window. */
export interface FxLotsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Cost basis. */
  readonly cost_basis: string | null;
  /** Cost for one unit. */
  readonly cost_price: string | null;
  /** Currency that gains are measured in. */
  readonly functional_currency: string | null;
  /** Currency held. */
  readonly fx_currency: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** The lot, in words. */
  readonly lot_description: string | null;
  /** When the lot was opened. */
  readonly lot_open_date_time: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Unrealized profit. */
  readonly unrealized_pl: string | null;
  /** Value. */
  readonly value: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One change of a currency position. */
export interface FxTransactionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Currency that gains are measured in. */
  readonly functional_currency: string | null;
  /** Currency held. */
  readonly fx_currency: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit. */
  readonly realized_pl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Currency converted from. */
  readonly from_currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Currency converted to. */
  readonly to_currency: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One lot of a currency that was closed. */
export interface FxClosedLotsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Currency that gains are measured in. */
  readonly functional_currency: string | null;
  /** Currency held. */
  readonly fx_currency: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit. */
  readonly realized_pl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The borrow fee of one short position for one day. */
export interface HardToBorrowDetailsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Fee for borrowing. */
  readonly borrow_fee: string | null;
  /** Rate of the borrow fee, in percent a year. */
  readonly borrow_fee_rate: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Account it comes from. */
  readonly from_acct: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Price. */
  readonly price: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Account it goes to. */
  readonly to_acct: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Value. */
  readonly value: string | null;
  /** Date from which the amount counts. */
  readonly value_date: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Interest accrued in one currency over the window; currency BASE_SUMMARY is the sum in base currency. */
export interface InterestAccrualsCurrenciesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** First day of the window. */
  readonly from_date: string | null;
  /** Last day of the window. */
  readonly to_date: string | null;
  /** Balance accrued at the start of the window. */
  readonly starting_accrual_balance: string | null;
  /** Interest accrued over the window. */
  readonly interest_accrued: string | null;
  /** Reversals of accruals. */
  readonly accrual_reversal: string | null;
  /** Effect of translating currencies. */
  readonly fx_translation: string | null;
  /** Balance accrued at the end of the window. */
  readonly ending_accrual_balance: string | null;
  readonly accrued_interest: string | null;
  readonly ending_balance: string | null;
  readonly starting_balance: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The performance of one instrument, month to date and year to date. */
export interface MtdytdPerformanceSummaryUnderlyingsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Fees of the broker. */
  readonly broker_fees: string | null;
  /** Fees of the broker, commodities segment. */
  readonly broker_fees_com: string | null;
  /** Fees of the broker, month to date. */
  readonly broker_fees_mtd: string | null;
  /** Fees of the broker, securities segment. */
  readonly broker_fees_sec: string | null;
  /** Fees of the broker, year to date. */
  readonly broker_fees_ytd: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Mark-to-market profit, month to date. */
  readonly mtm_mtd: string | null;
  /** Mark-to-market profit, year to date. */
  readonly mtm_ytd: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Realized profit, long term, month to date. */
  readonly real_ltmtd: string | null;
  /** Realized profit, long term, year to date. */
  readonly real_ltytd: string | null;
  /** Realized profit, short term, month to date. */
  readonly real_stmtd: string | null;
  /** Realized profit, short term, year to date. */
  readonly real_stytd: string | null;
  /** Realized profit from capital gains, month to date. */
  readonly realized_capital_gains_pnl_mtd: string | null;
  /** Realized profit from capital gains, year to date. */
  readonly realized_capital_gains_pnl_ytd: string | null;
  /** Realized profit from exchange rates, month to date. */
  readonly realized_fx_pnl_mtd: string | null;
  /** Realized profit from exchange rates, year to date. */
  readonly realized_fx_pnl_ytd: string | null;
  /** Realized profit, month to date. */
  readonly realized_pnl_mtd: string | null;
  /** Realized profit, year to date. */
  readonly realized_pnl_ytd: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Mark-to-market profit of one instrument over the window. */
export interface MtmPerformanceSummaryUnderlyingsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Units at the previous close. */
  readonly prev_close_quantity: string | null;
  /** Price at the previous close. */
  readonly prev_close_price: string | null;
  /** Units at the close. */
  readonly close_quantity: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Mark-to-market profit of trades. */
  readonly transaction_mtm: string | null;
  /** Mark-to-market profit of positions held before. */
  readonly prior_open_mtm: string | null;
  /** Commissions. */
  readonly commissions: string | null;
  /** Other. */
  readonly other: string | null;
  /** Other, with accruals. */
  readonly other_with_accruals: string | null;
  /** Total. */
  readonly total: string | null;
  /** Total, with accruals. */
  readonly total_with_accruals: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Mark-to-market profit of corporate actions. */
  readonly corp_action_mtm: string | null;
  /** Adjustments of cost. */
  readonly cost_adj: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Dividends. */
  readonly dividends: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Realized loss, long term. */
  readonly realized_lt_loss: string | null;
  /** Realized profit, long term. */
  readonly realized_lt_profit: string | null;
  /** Realized loss, short term. */
  readonly realized_st_loss: string | null;
  /** Realized profit, short term. */
  readonly realized_st_profit: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Unrealized loss, long term. */
  readonly unrealized_lt_loss: string | null;
  /** Unrealized profit, long term. */
  readonly unrealized_lt_profit: string | null;
  /** Unrealized loss, short term. */
  readonly unrealized_st_loss: string | null;
  /** Unrealized profit, short term. */
  readonly unrealized_st_profit: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Shares of one instrument held, borrowed and lent at the end of the window. */
export interface NetStockPositionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Shares held at the broker. */
  readonly shares_at_ib: string | null;
  /** Shares held, less lent, plus borrowed. */
  readonly net_shares: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Shares borrowed. */
  readonly shares_borrowed: string | null;
  /** Shares lent. */
  readonly shares_lent: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One dividend accrued and not paid at the end of the window. */
export interface OpenDividendAccrualsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Ex-dividend date. */
  readonly ex_date: string | null;
  /** Date of payment. */
  readonly pay_date: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Fee. */
  readonly fee: string | null;
  /** Dividend for one unit. */
  readonly gross_rate: string | null;
  /** Amount before tax and fees. */
  readonly gross_amount: string | null;
  /** Amount after tax and fees. */
  readonly net_amount: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Account it comes from. */
  readonly from_acct: string | null;
  /** Account it goes to. */
  readonly to_acct: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One position (levelOfDetail SUMMARY) or one of its lots (LOT): filter on level_of_detail before summing. */
export interface OpenPositionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Units held; negative when short. */
  readonly position: string | null;
  /** Price at the end of the window. */
  readonly mark_price: string | null;
  /** Value of the position. */
  readonly position_value: string | null;
  /** Average price of opening. */
  readonly open_price: string | null;
  /** Cost basis for one unit. */
  readonly cost_basis_price: string | null;
  /** Cost basis. */
  readonly cost_basis_money: string | null;
  /** Share of the net asset value, in percent. */
  readonly percent_of_nav: string | null;
  /** Unrealized profit, first in first out. */
  readonly fifo_pnl_unrealized: string | null;
  /** Long or short, or buy or sell. */
  readonly side: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** Date of vesting. */
  readonly vesting_date: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Order that opened the lot. */
  readonly originating_order_id: string | null;
  /** Transaction that opened the lot. */
  readonly originating_transaction_id: string | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Cost basis in base currency. */
  readonly cost_basis_money_in_base: string | null;
  /** Coupon of a bond. */
  readonly coupon: string | null;
  /** Unrealized profit in base currency. */
  readonly fifo_pnl_unrealized_in_base: string | null;
  /** Maturity of a bond. */
  readonly maturity: string | null;
  /** Value of the position in base currency. */
  readonly position_value_in_base: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Unrealized profit from capital gains. */
  readonly unrealized_capital_gains_pnl: string | null;
  /** Unrealized profit from exchange rates; the wire spells it like this. */
  readonly unrealizedl_fx_pnl: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One exercise, assignment or expiration, or the trade that came of it. */
export interface OptionEaeRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Price at the end of the window. */
  readonly mark_price: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Commissions and tax; the wire spells it like this. */
  readonly commisions_and_tax: string | null;
  /** Cost basis. */
  readonly cost_basis: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The price of one position on one day, and its mark-to-market profit. */
export interface PriorPeriodPositionsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Price. */
  readonly price: string | null;
  /** Mark-to-market profit of the day. */
  readonly prior_mtm_pnl: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One trade of the RES section. */
export interface ResTradesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Identifier of the execution. */
  readonly execution_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** When the order was placed. */
  readonly order_placement_time: string | null;
  /** Price. */
  readonly price: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Date of settlement. */
  readonly settlement_date: string | null;
  /** Where the tax comes from. */
  readonly source: string | null;
  /** Amount of tax. */
  readonly tax_amount: string | null;
  /** The tax, in words. */
  readonly tax_description: string | null;
  /** Time of the trade. */
  readonly trade_time: string | null;
  /** ISIN of the underlying. */
  readonly underlying_isin: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One change of a loan or borrow of stock. */
export interface SlbActivitiesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Collateral. */
  readonly collateral_amount: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Rate of the fee, in percent a year. */
  readonly fee_rate: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Mark price of the day. */
  readonly mark_current_price: string | null;
  /** Mark price of the day before. */
  readonly mark_prior_price: string | null;
  /** Units marked. */
  readonly mark_quantity: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Lending fee, net. */
  readonly net_lend_fee: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Identifier of the loan or borrow. */
  readonly slb_transaction_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The fee of one loan or borrow of stock for one day. */
export interface SlbFeesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Carry charge. */
  readonly carry_charge: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Collateral. */
  readonly collateral_amount: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Fee. */
  readonly fee: string | null;
  /** Rate of the fee, in percent a year. */
  readonly fee_rate: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Account it comes from. */
  readonly from_acct: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Lending fee, gross. */
  readonly gross_lend_fee: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Rate of the market. */
  readonly market_fee_rate: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Lending fee, net. */
  readonly net_lend_fee: string | null;
  /** Rate of the lending fee, net. */
  readonly net_lend_fee_rate: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** First day. */
  readonly start_date: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Ticket charge. */
  readonly ticket_charge: string | null;
  /** Account it goes to. */
  readonly to_acct: string | null;
  /** Charges in all. */
  readonly total_charges: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the fee. */
  readonly unique_id: string | null;
  /** Date from which the amount counts. */
  readonly value_date: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One loan or borrow of stock open at the end of the window. */
export interface SlbOpenContractsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Collateral. */
  readonly collateral_amount: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Units in excess. */
  readonly excess_quantity: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Rate of the fee, in percent a year. */
  readonly fee_rate: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Identifier of the loan or borrow. */
  readonly slb_transaction_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Sales tax on one transaction. */
export interface SalesTaxesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Country. */
  readonly country: string | null;
  /** Kind of tax. */
  readonly tax_type: string | null;
  /** Who pays. */
  readonly payer: string | null;
  /** What was taxed, in words. */
  readonly taxable_description: string | null;
  /** Amount that was taxed. */
  readonly taxable_amount: string | null;
  /** Rate of the tax. */
  readonly tax_rate: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Transaction that was taxed. */
  readonly taxable_transaction_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Amount of tax. */
  readonly tax_amount: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One instrument. */
export interface SecurityInfoRow {
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Maturity of a bond. */
  readonly maturity: string | null;
  /** Date of issue. */
  readonly issue_date: string | null;
  /** Asset class of the underlying. */
  readonly underlying_category: string | null;
  /** How the instrument settles. */
  readonly settlement_policy_method: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string | null;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Delivery month of a future. */
  readonly delivery_month: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifiers of the instrument. */
  readonly security_i_ds: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One movement of cash (levelOfDetail Currency), and again in base currency (BaseCurrency): filter on level_of_detail before summing. */
export interface StatementOfFundsLinesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Kind of movement of funds. */
  readonly activity_code: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Units traded. */
  readonly trade_quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Amount of the trade before costs. */
  readonly trade_gross: string | null;
  /** Commission of the trade. */
  readonly trade_commission: string | null;
  /** Tax of the trade. */
  readonly trade_tax: string | null;
  /** Amount out. */
  readonly debit: string | null;
  /** Amount in. */
  readonly credit: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Code of the trade. */
  readonly trade_code: string | null;
  /** Balance after the row. */
  readonly balance: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Joins rows of one action, such as a dividend and its tax; not unique. */
  readonly action_id: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One award, vesting or forfeit of granted stock. */
export interface StockGrantActivitiesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** What happened, in words. */
  readonly activity_description: string | null;
  /** Date of the award. */
  readonly award_date: string | null;
  /** Date of vesting. */
  readonly vesting_date: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price. */
  readonly price: string | null;
  /** Value. */
  readonly value: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Date of the grant. */
  readonly grant_date: string | null;
  /** Identifier of the grant. */
  readonly grant_id: string | null;
  /** Price at the grant. */
  readonly grant_price: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Interest on one tier of a balance for one day. */
export interface TierInterestDetailsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Balance after the row. */
  readonly balance: string | null;
  /** Balance from which interest is paid. */
  readonly balance_threshold: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Interest of the commodities segment. */
  readonly commodities_interest: string | null;
  /** Principal of the commodities segment. */
  readonly commodities_principal: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Account it comes from. */
  readonly from_acct: string | null;
  /** First day of the window. */
  readonly from_date: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Interest at IBUKL. */
  readonly ibukl_interest: string | null;
  /** Principal at IBUKL. */
  readonly ibukl_principal: string | null;
  /** Interest. */
  readonly interest: string | null;
  /** Interest rate. */
  readonly interest_rate: string | null;
  /** Kind of interest. */
  readonly interest_type: string | null;
  /** Margin balance. */
  readonly margin_balance: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Rate; -1 stands for none. */
  readonly rate: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Interest of the securities segment. */
  readonly securities_interest: string | null;
  /** Principal of the securities segment. */
  readonly securities_principal: string | null;
  /** Balance where the tier begins. */
  readonly tier_break: string | null;
  /** Account it goes to. */
  readonly to_acct: string | null;
  /** Last day of the window. */
  readonly to_date: string | null;
  /** Interest in all. */
  readonly total_interest: string | null;
  /** Principal in all. */
  readonly total_principal: string | null;
  /** Date from which the amount counts. */
  readonly value_date: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One execution, as confirmed. */
export interface TradeConfirmsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** Block that the trade belongs to. */
  readonly block_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price. */
  readonly price: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Net cash with billable charges. */
  readonly net_cash_with_billable: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Charge on the trade. */
  readonly trade_charge: string | null;
  /** Other tax. */
  readonly other_tax: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Request for quote. */
  readonly rfq_id: string | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Commission of another broker. */
  readonly away_broker_commission: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Clearing identifier. */
  readonly clearing_id: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Fee of the regulator. */
  readonly regulatory_fee: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Time of the trade. */
  readonly trade_time: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One order of the confirmation, its executions of a day taken together. */
export interface ConfirmOrdersRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Average price of the executions. */
  readonly avg_price: string | null;
  /** Block that the trade belongs to. */
  readonly block_id: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Units filled. */
  readonly filled_qty: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Limit price of the order. */
  readonly limit_price: string | null;
  /** Net cash with billable charges. */
  readonly net_cash_with_billable: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Units ordered. */
  readonly order_qty: string | null;
  /** Status of the order. */
  readonly order_status: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Other tax. */
  readonly other_tax: string | null;
  /** Price. */
  readonly price: string | null;
  /** Units not filled yet. */
  readonly remaining_qty: string | null;
  /** Request for quote. */
  readonly rfq_id: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Long or short, or buy or sell. */
  readonly side: string | null;
  /** Status. */
  readonly status: string | null;
  /** Stop price of the order. */
  readonly stop_price: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Time in force. */
  readonly tif: string | null;
  /** Charge on the trade. */
  readonly trade_charge: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Sum over one symbol. */
export interface ConfirmSymbolSummariesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Block that the trade belongs to. */
  readonly block_id: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Net cash with billable charges. */
  readonly net_cash_with_billable: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Other tax. */
  readonly other_tax: string | null;
  /** Price. */
  readonly price: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Request for quote. */
  readonly rfq_id: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Units bought. */
  readonly total_buy_quantity: string | null;
  /** Value bought. */
  readonly total_buy_value: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Units sold. */
  readonly total_sell_quantity: string | null;
  /** Value sold. */
  readonly total_sell_value: string | null;
  /** Charge on the trade. */
  readonly trade_charge: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Sum over one asset class. */
export interface ConfirmAssetSummariesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Price. */
  readonly price: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Units bought. */
  readonly total_buy_quantity: string | null;
  /** Value bought. */
  readonly total_buy_value: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Units sold. */
  readonly total_sell_quantity: string | null;
  /** Value sold. */
  readonly total_sell_value: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One trade transferred in or out. */
export interface TradeTransfersRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Commission of another broker. */
  readonly away_broker_commission: string | null;
  /** Account at the other broker. */
  readonly broker_account: string | null;
  /** Name of the other broker. */
  readonly broker_name: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Delivered or Received. */
  readonly delivered_received: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** IN or OUT. */
  readonly direction: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Broker that executed. */
  readonly executing_broker: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Net amount of the trade. */
  readonly net_trade_money: string | null;
  /** Net amount of the trade in base currency. */
  readonly net_trade_money_in_base: string | null;
  /** Net price of the trade. */
  readonly net_trade_price: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Fee of the regulator. */
  readonly regulatory_fee: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Time of the trade. */
  readonly trade_time: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Price of the transfer. */
  readonly transfer_price: string | null;
  /** Kind of transfer. */
  readonly transfer_type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One execution; also exercises, assignments, expirations, cancellations and corrections. */
export interface TradesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Identifier of the execution. */
  readonly execution_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** When the order was placed. */
  readonly order_placement_time: string | null;
  /** Price. */
  readonly price: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Date of settlement. */
  readonly settlement_date: string | null;
  /** Where the tax comes from. */
  readonly source: string | null;
  /** Amount of tax. */
  readonly tax_amount: string | null;
  /** The tax, in words. */
  readonly tax_description: string | null;
  /** Time of the trade. */
  readonly trade_time: string | null;
  /** ISIN of the underlying. */
  readonly underlying_isin: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One order, its executions of a day taken together. */
export interface TradeOrdersRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Average price of the executions. */
  readonly avg_price: string | null;
  /** Block that the trade belongs to. */
  readonly block_id: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Units filled. */
  readonly filled_qty: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Limit price of the order. */
  readonly limit_price: string | null;
  /** Net cash with billable charges. */
  readonly net_cash_with_billable: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Units ordered. */
  readonly order_qty: string | null;
  /** Status of the order. */
  readonly order_status: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Other tax. */
  readonly other_tax: string | null;
  /** Price. */
  readonly price: string | null;
  /** Units not filled yet. */
  readonly remaining_qty: string | null;
  /** Request for quote. */
  readonly rfq_id: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Long or short, or buy or sell. */
  readonly side: string | null;
  /** Status. */
  readonly status: string | null;
  /** Stop price of the order. */
  readonly stop_price: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Time in force. */
  readonly tif: string | null;
  /** Charge on the trade. */
  readonly trade_charge: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One lot closed by a trade. */
export interface TradeLotsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Time of the trade. */
  readonly trade_time: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One loss disallowed as a wash sale. */
export interface WashSalesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  readonly rtn: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Sum over one symbol. */
export interface TradeSymbolSummariesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Block that the trade belongs to. */
  readonly block_id: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Net cash with billable charges. */
  readonly net_cash_with_billable: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Other tax. */
  readonly other_tax: string | null;
  /** Price. */
  readonly price: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Request for quote. */
  readonly rfq_id: string | null;
  /** Sales tax. */
  readonly sales_tax: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Units bought. */
  readonly total_buy_quantity: string | null;
  /** Value bought. */
  readonly total_buy_value: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Units sold. */
  readonly total_sell_quantity: string | null;
  /** Value sold. */
  readonly total_sell_value: string | null;
  /** Charge on the trade. */
  readonly trade_charge: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Sum over one asset class. */
export interface TradeAssetSummariesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. */
  readonly transaction_type: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Cash from the trade before costs; negative for a purchase. */
  readonly proceeds: string | null;
  /** Taxes on the trade. */
  readonly taxes: string | null;
  /** Commission; negative when paid. */
  readonly ib_commission: string | null;
  /** Currency of the commission. */
  readonly ib_commission_currency: string | null;
  /** Cash after commission and taxes. */
  readonly net_cash: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Trade that this one relates to. */
  readonly related_trade_id: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which settlement is due. */
  readonly settle_date_target: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** Quantity times price times multiplier. */
  readonly trade_money: string | null;
  /** Closing price of the day. */
  readonly close_price: string | null;
  /** O opens, C closes, C;O does both. */
  readonly open_close_indicator: string | null;
  /** Codes about the trade, joined by `;`. */
  readonly notes: string | null;
  /** Cost basis. */
  readonly cost: string | null;
  /** Realized profit, first in first out. */
  readonly fifo_pnl_realized: string | null;
  /** Mark-to-market profit of the trade. */
  readonly mtm_pnl: string | null;
  /** Price of the original trade; 0 stands for none. */
  readonly orig_trade_price: string | null;
  /** Date of the original trade. */
  readonly orig_trade_date: string | null;
  /** Original trade of a cancellation or correction. */
  readonly orig_trade_id: string | null;
  /** Original order; 0 stands for none. */
  readonly orig_order_id: string | null;
  /** Original transaction; 0 stands for none. */
  readonly orig_transaction_id: string | null;
  /** Clearing firm. */
  readonly clearing_firm_id: string | null;
  /** Identifier of the order. */
  readonly ib_order_id: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Identifier of the execution; empty on book trades, cancellations and fractional shares. */
  readonly ib_exec_id: string | null;
  /** Transaction that this one relates to. */
  readonly related_transaction_id: string | null;
  readonly rtn: string | null;
  /** Identifier of the order at the brokerage. */
  readonly brokerage_order_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Link between volatility orders. */
  readonly volatility_order_link: string | null;
  /** Identifier of the order at the exchange. */
  readonly exch_order_id: string | null;
  /** Identifier of the execution at the exchange. */
  readonly ext_exec_id: string | null;
  /** When the order was given. */
  readonly order_time: string | null;
  /** When the lot was opened. */
  readonly open_date_time: string | null;
  /** From when the holding period counts. */
  readonly holding_period_date_time: string | null;
  /** When the gain or loss was realized. */
  readonly when_realized: string | null;
  /** When the position was opened again. */
  readonly when_reopened: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Change of the price by a correction. */
  readonly change_in_price: string | null;
  /** Change of the quantity by a correction. */
  readonly change_in_quantity: string | null;
  /** Type of the order: LMT, MKT and others. */
  readonly order_type: string | null;
  /** Trader who gave the order. */
  readonly trader_id: string | null;
  /** Whether the order came through the API. */
  readonly is_api_order: boolean | null;
  /** Accrued interest of a bond. */
  readonly accrued_int: string | null;
  /** Whether the trade is an initial investment. */
  readonly initial_investment: boolean | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Account that the trade was allocated to. */
  readonly allocated_to: string | null;
  /** Amount. */
  readonly amount: string | null;
  /** Commission of the broker for clearing. */
  readonly broker_clearing_commission: string | null;
  /** Commission of the broker for execution. */
  readonly broker_execution_commission: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Commission; negative when paid. */
  readonly commission: string | null;
  /** Currency of the commission. */
  readonly commission_currency: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  /** Net cash in base currency. */
  readonly net_cash_in_base: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Other commission. */
  readonly other_commission: string | null;
  /** Identifier of the action on the position. */
  readonly position_action_id: string | null;
  /** Price. */
  readonly price: string | null;
  /** Realized profit. */
  readonly realized_pnl: string | null;
  /** Tax. */
  readonly tax: string | null;
  /** Commission of third parties for clearing. */
  readonly third_party_clearing_commission: string | null;
  /** Commission of third parties for execution. */
  readonly third_party_execution_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Units bought. */
  readonly total_buy_quantity: string | null;
  /** Value bought. */
  readonly total_buy_value: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Units sold. */
  readonly total_sell_quantity: string | null;
  /** Value sold. */
  readonly total_sell_value: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Tax on one transaction. */
export interface TransactionTaxesRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** The tax, in words. */
  readonly tax_description: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Amount of tax. */
  readonly tax_amount: string | null;
  /** Identifier of the trade. */
  readonly trade_id: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Where the tax comes from. */
  readonly source: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One component of the tax on a transaction. */
export interface TransactionTaxDetailsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Where the tax comes from. */
  readonly source: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Amount of tax. */
  readonly tax_amount: string | null;
  /** The tax, in words. */
  readonly tax_description: string | null;
  /** Identifier of the trade. */
  readonly trade_id: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One position or amount transferred. */
export interface TransfersRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Date of settlement. */
  readonly settle_date: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** IN or OUT. */
  readonly direction: string | null;
  /** The other broker. */
  readonly company: string | null;
  /** The account at the other broker. */
  readonly account: string | null;
  /** Name of the account at the other broker. */
  readonly account_name: string | null;
  /** Broker that delivers. */
  readonly delivering_broker: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price of the transfer. */
  readonly transfer_price: string | null;
  /** Value of the position transferred. */
  readonly position_amount: string | null;
  /** Value of the position transferred, in base currency. */
  readonly position_amount_in_base: string | null;
  /** Profit transferred. */
  readonly pnl_amount: string | null;
  /** Profit transferred, in base currency. */
  readonly pnl_amount_in_base: string | null;
  /** Cash transferred. */
  readonly cash_transfer: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Reference given by the client. */
  readonly client_reference: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Which cut of the data the row belongs to. */
  readonly level_of_detail: string | null;
  /** Instruction of the transfer. */
  readonly position_instruction_id: string | null;
  /** Set of instructions of the transfer. */
  readonly position_instruction_set_id: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Profit from capital gains. */
  readonly capital_gains_pnl: string | null;
  /** Cost basis. */
  readonly cost_basis: string | null;
  /** Broker that delivers or receives. */
  readonly delivering_receiving_broker: string | null;
  /** Profit from exchange rates. */
  readonly fx_pnl: string | null;
  readonly ppi_payer_payee_account: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One lot of a transfer. */
export interface TransferLotsRow {
  /** The account at the other broker. */
  readonly account: string | null;
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Name of the account at the other broker. */
  readonly account_name: string | null;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Cash transferred. */
  readonly cash_transfer: string | null;
  /** Reference given by the client. */
  readonly client_reference: string | null;
  /** Codes about the row, joined by `;`. */
  readonly code: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** The other broker. */
  readonly company: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Broker that delivers. */
  readonly delivering_broker: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** IN or OUT. */
  readonly direction: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Profit transferred. */
  readonly pnl_amount: string | null;
  /** Profit transferred, in base currency. */
  readonly pnl_amount_in_base: string | null;
  /** Value of the position transferred. */
  readonly position_amount: string | null;
  /** Value of the position transferred, in base currency. */
  readonly position_amount_in_base: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Date on which the broker reports the row; corrections arrive under a new one. */
  readonly report_date: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Price of the transfer. */
  readonly transfer_price: string | null;
  /** Kind of the row; the values differ by element. */
  readonly type: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** The commission of one trade, split into its components. */
export interface UnbundledCommissionDetailsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** Scheme of securityID: ISIN, CUSIP and others. */
  readonly security_id_type: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Symbol of the underlying. */
  readonly underlying_symbol: string | null;
  /** Issuer of the instrument. */
  readonly issuer: string | null;
  /** Units of the underlying in one contract. */
  readonly multiplier: string | null;
  /** Strike price of an option. */
  readonly strike: string | null;
  /** Expiration date of a derivative. */
  readonly expiry: string | null;
  /** P or C. */
  readonly put_call: string | null;
  /** Factor that adjusts the principal of a bond. */
  readonly principal_adjust_factor: string | null;
  /** Time of what happened; the wall clock of the exchange or of New York, or a bare date. */
  readonly date_time: string | null;
  /** Exchange of the execution. */
  readonly exchange: string | null;
  /** BUY or SELL; `(Ca.)` marks a cancellation. */
  readonly buy_sell: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Price. */
  readonly price: string | null;
  /** Identifier of the trade; repeats after a cancellation and rebooking. */
  readonly trade_id: string | null;
  /** Reference that the client gave to the order. */
  readonly order_reference: string | null;
  /** Sum of the commissions. */
  readonly total_commission: string | null;
  /** Charge of the broker for execution. */
  readonly broker_execution_charge: string | null;
  /** Charge of the broker for clearing. */
  readonly broker_clearing_charge: string | null;
  /** Charge of third parties for execution. */
  readonly third_party_execution_charge: string | null;
  /** Charge of third parties for clearing. */
  readonly third_party_clearing_charge: string | null;
  /** Charge of regulators. */
  readonly third_party_regulatory_charge: string | null;
  /** Other. */
  readonly other: string | null;
  /** Commission for clearing. */
  readonly clearing_commission: string | null;
  /** Kind of commodity. */
  readonly commodity_type: string | null;
  /** How a commodity is delivered. */
  readonly delivery_type: string | null;
  /** Identifier of the execution. */
  readonly exec_id: string | null;
  /** Commission for execution. */
  readonly execution_commission: string | null;
  /** FIGI. */
  readonly figi: string | null;
  /** Fineness of a metal. */
  readonly fineness: string | null;
  /** Country of the issuer. */
  readonly issuer_country_code: string | null;
  /** Exchange where the instrument is listed. */
  readonly listing_exchange: string | null;
  /** Identifier of the order. */
  readonly order_id: string | null;
  /** FINRA trading activity fee. */
  readonly reg_finra_trading_activity_fee: string | null;
  /** Other regulatory fees. */
  readonly reg_other: string | null;
  /** Section 31 fee. */
  readonly reg_section31_transaction_fee: string | null;
  /** Fees of regulators. */
  readonly regulatory_commission: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Serial number of physically delivered metal. */
  readonly serial_number: string | null;
  /** Kind within the asset class: COMMON, ETF, ADR and others. */
  readonly sub_category: string | null;
  /** Commission of third parties. */
  readonly third_party_commission: string | null;
  /** Fees of regulators. */
  readonly third_party_regulatory_commission: string | null;
  /** Exchange where the underlying is listed. */
  readonly underlying_listing_exchange: string | null;
  /** Identifier of the underlying. */
  readonly underlying_security_id: string | null;
  /** Weight of a metal; not a pure number: `0.0 ()` occurs. */
  readonly weight: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One transfer not settled at the end of the window. */
export interface UnsettledTransfersRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Alias given to the account. */
  readonly acct_alias: string | null;
  /** Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. */
  readonly asset_category: string | null;
  /** Contract identifier of the broker; names an instrument. */
  readonly conid: string | null;
  /** The other side. */
  readonly contra: string | null;
  /** Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. */
  readonly currency: string | null;
  /** CUSIP; text, although some look like numbers. */
  readonly cusip: string | null;
  /** Date of the row. */
  readonly date: string | null;
  /** Description in words. */
  readonly description: string | null;
  /** IN or OUT. */
  readonly direction: string | null;
  /** Date on which it is expected. */
  readonly expected_date: string | null;
  /** Rate from the currency of the row to the base currency. */
  readonly fx_rate_to_base: string | null;
  /** ISIN. */
  readonly isin: string | null;
  /** Model portfolio that the row belongs to; empty outside models. */
  readonly model: string | null;
  /** Number of units; negative when sold or short. */
  readonly quantity: string | null;
  /** Identifier of the instrument in the scheme of securityIDType. */
  readonly security_id: string | null;
  /** SEDOL. */
  readonly sedol: string | null;
  /** Stage of the transfer. */
  readonly stage: string | null;
  /** Symbol of the instrument. */
  readonly symbol: string | null;
  /** Date on which settlement is due. */
  readonly target_settlement: string | null;
  /** Amount of the trade. */
  readonly trade_amount: string | null;
  /** Amount of the trade in base currency. */
  readonly trade_amount_in_base: string | null;
  /** Trade date; for futures it can differ from the calendar day. */
  readonly trade_date: string | null;
  /** Price of the trade. */
  readonly trade_price: string | null;
  /** Identifier of the transaction; unique within an element, not across elements. */
  readonly transaction_id: string | null;
  /** Contract identifier of the underlying. */
  readonly underlying_conid: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One statement that was loaded. */
export interface FlexetlStatementsRow {
  /** Account; `-` on rows that consolidate several. */
  readonly account_id: string;
  /** Name of the Flex query. */
  readonly query_name: string | null;
  /** AF for an Activity query, TCF for Trade Confirmations. */
  readonly type: string | null;
  /** First day of the window. */
  readonly from_date: string | null;
  /** Last day of the window. */
  readonly to_date: string | null;
  /** Name of the window: LastBusinessDay, MonthToDate and others; empty when overridden. */
  readonly period: string | null;
  /** When the broker generated the statement. */
  readonly when_generated: string | null;
  /** Base currency of the account. */
  readonly base_currency: string | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** One row of a section or element that has no schema. */
export interface UnmappedRowsRow {
  /** The section that held the row. */
  readonly section: string | null;
  /** Name of the row on the wire. */
  readonly element: string | null;
  /** Account. */
  readonly account_id: string;
  /** All attributes, verbatim. */
  readonly attributes: Readonly<Record<string, string>> | null;
  /** Identity of the row within account and query. */
  readonly _row_key: string;
  /** Name of the Flex query that delivered the row. */
  readonly _query: string;
  /** The statement that the row was taken from. */
  readonly _statement_id: string;
  /** Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0. */
  readonly _row_number: number | null;
  /** The load that wrote the row. */
  readonly _load_id: string;
  /** When the broker generated the statement. */
  readonly _generated_at: string | null;
  /** Attributes without a column, and literals that their column cannot hold, verbatim. */
  readonly _extra: Readonly<Record<string, string>> | null;
}

/** Rows by table. */
export interface TableRows {
  account_information: AccountInformationRow;
  cfd_charges: CfdChargesRow;
  cash_report_currencies: CashReportCurrenciesRow;
  cash_transactions: CashTransactionsRow;
  change_in_dividend_accruals: ChangeInDividendAccrualsRow;
  change_in_nav: ChangeInNavRow;
  change_in_position_values: ChangeInPositionValuesRow;
  client_fees: ClientFeesRow;
  client_fees_details: ClientFeesDetailsRow;
  complex_positions: ComplexPositionsRow;
  conversion_rates: ConversionRatesRow;
  corporate_actions: CorporateActionsRow;
  debit_card_activities: DebitCardActivitiesRow;
  equity_summary_by_report_date_in_base: EquitySummaryByReportDateInBaseRow;
  fifo_performance_summary_underlyings: FifoPerformanceSummaryUnderlyingsRow;
  fx_positions: FxPositionsRow;
  fx_lots: FxLotsRow;
  fx_transactions: FxTransactionsRow;
  fx_closed_lots: FxClosedLotsRow;
  hard_to_borrow_details: HardToBorrowDetailsRow;
  interest_accruals_currencies: InterestAccrualsCurrenciesRow;
  mtdytd_performance_summary_underlyings: MtdytdPerformanceSummaryUnderlyingsRow;
  mtm_performance_summary_underlyings: MtmPerformanceSummaryUnderlyingsRow;
  net_stock_positions: NetStockPositionsRow;
  open_dividend_accruals: OpenDividendAccrualsRow;
  open_positions: OpenPositionsRow;
  option_eae: OptionEaeRow;
  prior_period_positions: PriorPeriodPositionsRow;
  res_trades: ResTradesRow;
  slb_activities: SlbActivitiesRow;
  slb_fees: SlbFeesRow;
  slb_open_contracts: SlbOpenContractsRow;
  sales_taxes: SalesTaxesRow;
  security_info: SecurityInfoRow;
  statement_of_funds_lines: StatementOfFundsLinesRow;
  stock_grant_activities: StockGrantActivitiesRow;
  tier_interest_details: TierInterestDetailsRow;
  trade_confirms: TradeConfirmsRow;
  confirm_orders: ConfirmOrdersRow;
  confirm_symbol_summaries: ConfirmSymbolSummariesRow;
  confirm_asset_summaries: ConfirmAssetSummariesRow;
  trade_transfers: TradeTransfersRow;
  trades: TradesRow;
  trade_orders: TradeOrdersRow;
  trade_lots: TradeLotsRow;
  wash_sales: WashSalesRow;
  trade_symbol_summaries: TradeSymbolSummariesRow;
  trade_asset_summaries: TradeAssetSummariesRow;
  transaction_taxes: TransactionTaxesRow;
  transaction_tax_details: TransactionTaxDetailsRow;
  transfers: TransfersRow;
  transfer_lots: TransferLotsRow;
  unbundled_commission_details: UnbundledCommissionDetailsRow;
  unsettled_transfers: UnsettledTransfersRow;
  flexetl_statements: FlexetlStatementsRow;
  unmapped_rows: UnmappedRowsRow;
}

/** Rows by section; sections whose rows are not documented have unmapped rows. */
export interface SectionRows {
  AccountInformation: AccountInformationRow;
  Adjustments: UnmappedRowsRow;
  CFDCharges: CfdChargesRow;
  CashReport: CashReportCurrenciesRow;
  CashTransactions: CashTransactionsRow;
  ChangeInDividendAccruals: ChangeInDividendAccrualsRow;
  ChangeInNAV: ChangeInNavRow;
  ChangeInPositionValues: ChangeInPositionValuesRow;
  ClientFees: ClientFeesRow;
  ClientFeesDetail: ClientFeesDetailsRow;
  CommissionCredits: UnmappedRowsRow;
  ComplexPositions: ComplexPositionsRow;
  ConversionRates: ConversionRatesRow;
  CorporateActions: CorporateActionsRow;
  DebitCardActivities: DebitCardActivitiesRow;
  DepositsOnHold: UnmappedRowsRow;
  EquitySummaryInBase: EquitySummaryByReportDateInBaseRow;
  FIFOPerformanceSummaryInBase: FifoPerformanceSummaryUnderlyingsRow;
  FdicInsuredDepositsByBank: UnmappedRowsRow;
  FxPositions: FxPositionsRow | FxLotsRow;
  FxTransactions: FxTransactionsRow | FxClosedLotsRow;
  HKIPOOpenSubscriptions: UnmappedRowsRow;
  HKIPOSubscriptionActivity: UnmappedRowsRow;
  HardToBorrowDetails: HardToBorrowDetailsRow;
  HardToBorrowMarkupDetails: UnmappedRowsRow;
  IBGNoteTransactions: UnmappedRowsRow;
  IncentiveCouponAccrualDetails: UnmappedRowsRow;
  InterestAccruals: InterestAccrualsCurrenciesRow;
  MTDYTDPerformanceSummary: MtdytdPerformanceSummaryUnderlyingsRow;
  MTMPerformanceSummaryInBase: MtmPerformanceSummaryUnderlyingsRow;
  MutualFundDividendDetails: UnmappedRowsRow;
  NetStockPositionSummary: NetStockPositionsRow;
  OpenDividendAccruals: OpenDividendAccrualsRow;
  OpenPositions: OpenPositionsRow;
  OptionEAE: OptionEaeRow;
  PendingExcercises: UnmappedRowsRow;
  PriorPeriodPositions: PriorPeriodPositionsRow;
  RES: ResTradesRow;
  RoutingCommissions: UnmappedRowsRow;
  SLBActivities: SlbActivitiesRow;
  SLBCollaterals: UnmappedRowsRow;
  SLBFees: SlbFeesRow;
  SLBOpenContracts: SlbOpenContractsRow;
  SalesTaxes: SalesTaxesRow;
  SecuritiesInfo: SecurityInfoRow;
  SoftDollars: UnmappedRowsRow;
  StmtFunds: StatementOfFundsLinesRow;
  StockGrantActivities: StockGrantActivitiesRow;
  TierInterestDetails: TierInterestDetailsRow;
  TradeConfirms:
    TradeConfirmsRow | ConfirmOrdersRow | ConfirmSymbolSummariesRow | ConfirmAssetSummariesRow;
  TradeTransfers: TradeTransfersRow;
  Trades:
    | TradesRow
    | TradeOrdersRow
    | TradeLotsRow
    | WashSalesRow
    | TradeSymbolSummariesRow
    | TradeAssetSummariesRow;
  TransactionTaxes: TransactionTaxesRow | TransactionTaxDetailsRow;
  Transfers: TransfersRow | TransferLotsRow;
  UnbookedTrades: UnmappedRowsRow;
  UnbundledCommissionDetails: UnbundledCommissionDetailsRow;
  UnsettledTransfers: UnsettledTransfersRow;
}
