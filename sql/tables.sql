-- Generated from schemas/ by `npm run generate`; do not edit.
-- The tables of a Postgres destination. flexetl makes what it needs by itself.

CREATE SCHEMA IF NOT EXISTS "flex";
CREATE TABLE IF NOT EXISTS "flex"."account_information" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "name" text,
  "account_type" text,
  "customer_type" text,
  "account_capabilities" text,
  "trading_permissions" text,
  "account_rep_name" text,
  "account_rep_phone" text,
  "date_opened" date,
  "date_funded" date,
  "date_closed" date,
  "last_traded_date" date,
  "street" text,
  "street2" text,
  "city" text,
  "state" text,
  "country" text,
  "postal_code" text,
  "street_residential_address" text,
  "street2_residential_address" text,
  "city_residential_address" text,
  "state_residential_address" text,
  "country_residential_address" text,
  "postal_code_residential_address" text,
  "master_name" text,
  "ib_entity" text,
  "primary_email" text,
  "first_name" text,
  "last_name" text,
  "beneficiary_designations" text,
  "date_of_birth" date,
  "dividend_reinvestment_enabled" text,
  "has_pending_tasks" text,
  "recurring_transactions" text,
  "registered_rep_name" text,
  "registered_rep_phone" text,
  "street_address" text,
  "street_address2" text,
  "street_residential_address2" text,
  "syep_enrollment_status" text,
  "tax_lot_matching_method" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "account_information_key" UNIQUE ("account_id", "_row_key")
);
CREATE INDEX IF NOT EXISTS "account_information_statement" ON "flex"."account_information" (_statement_id);
COMMENT ON TABLE "flex"."account_information" IS 'The account as it stood at the end of the window. AccountInformation of AccountInformation; reference.';
COMMENT ON COLUMN "flex"."account_information"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."account_information"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."account_information"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."account_information"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."account_information"."name" IS 'Name of the account. Attribute name.';
COMMENT ON COLUMN "flex"."account_information"."account_type" IS 'Kind of account. Attribute accountType.';
COMMENT ON COLUMN "flex"."account_information"."customer_type" IS 'Kind of customer. Attribute customerType.';
COMMENT ON COLUMN "flex"."account_information"."account_capabilities" IS 'What the account can do: cash, margin and others, joined by commas. Attribute accountCapabilities.';
COMMENT ON COLUMN "flex"."account_information"."trading_permissions" IS 'What the account may trade, joined by commas. Attribute tradingPermissions.';
COMMENT ON COLUMN "flex"."account_information"."account_rep_name" IS 'Name of the representative. Attribute accountRepName.';
COMMENT ON COLUMN "flex"."account_information"."account_rep_phone" IS 'Telephone of the representative. Attribute accountRepPhone.';
COMMENT ON COLUMN "flex"."account_information"."date_opened" IS 'When the account was opened. Attribute dateOpened.';
COMMENT ON COLUMN "flex"."account_information"."date_funded" IS 'When the account was funded. Attribute dateFunded.';
COMMENT ON COLUMN "flex"."account_information"."date_closed" IS 'When the account was closed. Attribute dateClosed.';
COMMENT ON COLUMN "flex"."account_information"."last_traded_date" IS 'Day of the last trade. Attribute lastTradedDate.';
COMMENT ON COLUMN "flex"."account_information"."street" IS 'Street of the postal address. Attribute street.';
COMMENT ON COLUMN "flex"."account_information"."street2" IS 'Second line of the street. Attribute street2.';
COMMENT ON COLUMN "flex"."account_information"."city" IS 'City of the postal address. Attribute city.';
COMMENT ON COLUMN "flex"."account_information"."state" IS 'State of the postal address. Attribute state.';
COMMENT ON COLUMN "flex"."account_information"."country" IS 'Country. Attribute country.';
COMMENT ON COLUMN "flex"."account_information"."postal_code" IS 'Postal code of the postal address. Attribute postalCode.';
COMMENT ON COLUMN "flex"."account_information"."street_residential_address" IS 'Street of the residence. Attribute streetResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."street2_residential_address" IS 'Second line of the street of the residence. Attribute street2ResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."city_residential_address" IS 'City of the residence. Attribute cityResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."state_residential_address" IS 'State of the residence. Attribute stateResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."country_residential_address" IS 'Country of the residence. Attribute countryResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."postal_code_residential_address" IS 'Postal code of the residence. Attribute postalCodeResidentialAddress.';
COMMENT ON COLUMN "flex"."account_information"."master_name" IS 'Name of the master account. Attribute masterName.';
COMMENT ON COLUMN "flex"."account_information"."ib_entity" IS 'Legal entity of the broker. Attribute ibEntity.';
COMMENT ON COLUMN "flex"."account_information"."primary_email" IS 'E-mail address. Attribute primaryEmail.';
COMMENT ON COLUMN "flex"."account_information"."first_name" IS 'First name. Attribute firstName.';
COMMENT ON COLUMN "flex"."account_information"."last_name" IS 'Last name. Attribute lastName.';
COMMENT ON COLUMN "flex"."account_information"."beneficiary_designations" IS 'Beneficiaries. Attribute beneficiaryDesignations.';
COMMENT ON COLUMN "flex"."account_information"."date_of_birth" IS 'Date of birth. Attribute dateOfBirth.';
COMMENT ON COLUMN "flex"."account_information"."dividend_reinvestment_enabled" IS 'Whether dividends are reinvested. Attribute dividendReinvestmentEnabled.';
COMMENT ON COLUMN "flex"."account_information"."has_pending_tasks" IS 'Whether tasks are pending. Attribute hasPendingTasks.';
COMMENT ON COLUMN "flex"."account_information"."recurring_transactions" IS 'Recurring transactions. Attribute recurringTransactions.';
COMMENT ON COLUMN "flex"."account_information"."registered_rep_name" IS 'Name of the registered representative. Attribute registeredRepName.';
COMMENT ON COLUMN "flex"."account_information"."registered_rep_phone" IS 'Telephone of the registered representative. Attribute registeredRepPhone.';
COMMENT ON COLUMN "flex"."account_information"."street_address" IS 'Street of the postal address. Attribute streetAddress.';
COMMENT ON COLUMN "flex"."account_information"."street_address2" IS 'Second line of the street. Attribute streetAddress2.';
COMMENT ON COLUMN "flex"."account_information"."street_residential_address2" IS 'Second line of the street of the residence. Attribute streetResidentialAddress2.';
COMMENT ON COLUMN "flex"."account_information"."syep_enrollment_status" IS 'Enrolment in the stock yield enhancement program. Attribute syepEnrollmentStatus.';
COMMENT ON COLUMN "flex"."account_information"."tax_lot_matching_method" IS 'How lots are matched for tax. Attribute taxLotMatchingMethod.';
COMMENT ON COLUMN "flex"."account_information"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."account_information"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."account_information"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."account_information"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."account_information"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."account_information"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."account_information"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."cfd_charges" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "date" date,
  "received" numeric,
  "paid" numeric,
  "total" numeric,
  "transaction_id" text,
  "activity_description" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "amount" numeric,
  "client_reference" text,
  "code" text,
  "date_time" timestamptz,
  "level_of_detail" text,
  "sedol" text,
  "trade_id" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "cfd_charges_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "cfd_charges_statement" ON "flex"."cfd_charges" (_statement_id);
COMMENT ON TABLE "flex"."cfd_charges" IS 'One charge or interest payment on a contract for difference. CFDCharge of CFDCharges; event, by reportDate.';
COMMENT ON COLUMN "flex"."cfd_charges"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."cfd_charges"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."cfd_charges"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."cfd_charges"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."cfd_charges"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."cfd_charges"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."cfd_charges"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."cfd_charges"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."cfd_charges"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."cfd_charges"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."cfd_charges"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."cfd_charges"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."cfd_charges"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."cfd_charges"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."cfd_charges"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."cfd_charges"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."cfd_charges"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."cfd_charges"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."cfd_charges"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."cfd_charges"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."cfd_charges"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."cfd_charges"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."cfd_charges"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."cfd_charges"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."cfd_charges"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."cfd_charges"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."cfd_charges"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."cfd_charges"."received" IS 'Amount received. Attribute received.';
COMMENT ON COLUMN "flex"."cfd_charges"."paid" IS 'Amount paid. Attribute paid.';
COMMENT ON COLUMN "flex"."cfd_charges"."total" IS 'Total. Attribute total.';
COMMENT ON COLUMN "flex"."cfd_charges"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."cfd_charges"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."cfd_charges"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."cfd_charges"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."cfd_charges"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."cfd_charges"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."cfd_charges"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."cfd_charges"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."cfd_charges"."client_reference" IS 'Reference given by the client. Attribute clientReference.';
COMMENT ON COLUMN "flex"."cfd_charges"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."cfd_charges"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."cfd_charges"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."cfd_charges"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."cfd_charges"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."cfd_charges"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."cfd_charges"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."cfd_charges"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."cfd_charges"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."cfd_charges"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."cfd_charges"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."cfd_charges"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."cash_report_currencies" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "level_of_detail" text,
  "from_date" date,
  "to_date" date,
  "starting_cash" numeric,
  "starting_cash_sec" numeric,
  "starting_cash_com" numeric,
  "client_fees" numeric,
  "client_fees_sec" numeric,
  "client_fees_com" numeric,
  "client_fees_mtd" numeric,
  "client_fees_ytd" numeric,
  "commissions" numeric,
  "commissions_sec" numeric,
  "commissions_com" numeric,
  "commissions_mtd" numeric,
  "commissions_ytd" numeric,
  "referral_fee" numeric,
  "referral_fee_sec" numeric,
  "referral_fee_com" numeric,
  "referral_fee_mtd" numeric,
  "referral_fee_ytd" numeric,
  "commission_credits_redemption" numeric,
  "commission_credits_redemption_sec" numeric,
  "commission_credits_redemption_com" numeric,
  "commission_credits_redemption_mtd" numeric,
  "commission_credits_redemption_ytd" numeric,
  "billable_commissions" numeric,
  "billable_commissions_sec" numeric,
  "billable_commissions_com" numeric,
  "billable_commissions_mtd" numeric,
  "billable_commissions_ytd" numeric,
  "deposit_withdrawals" numeric,
  "deposit_withdrawals_sec" numeric,
  "deposit_withdrawals_com" numeric,
  "deposit_withdrawals_mtd" numeric,
  "deposit_withdrawals_ytd" numeric,
  "deposits" numeric,
  "deposits_sec" numeric,
  "deposits_com" numeric,
  "deposits_mtd" numeric,
  "deposits_ytd" numeric,
  "withdrawals" numeric,
  "withdrawals_sec" numeric,
  "withdrawals_com" numeric,
  "withdrawals_mtd" numeric,
  "withdrawals_ytd" numeric,
  "carbon_credits" numeric,
  "carbon_credits_sec" numeric,
  "carbon_credits_com" numeric,
  "carbon_credits_mtd" numeric,
  "carbon_credits_ytd" numeric,
  "donations" numeric,
  "donations_sec" numeric,
  "donations_com" numeric,
  "donations_mtd" numeric,
  "donations_ytd" numeric,
  "account_transfers" numeric,
  "account_transfers_sec" numeric,
  "account_transfers_com" numeric,
  "account_transfers_mtd" numeric,
  "account_transfers_ytd" numeric,
  "linking_adjustments" numeric,
  "linking_adjustments_sec" numeric,
  "linking_adjustments_com" numeric,
  "internal_transfers" numeric,
  "internal_transfers_sec" numeric,
  "internal_transfers_com" numeric,
  "internal_transfers_mtd" numeric,
  "internal_transfers_ytd" numeric,
  "paxos_transfers" numeric,
  "paxos_transfers_sec" numeric,
  "paxos_transfers_com" numeric,
  "paxos_transfers_mtd" numeric,
  "paxos_transfers_ytd" numeric,
  "excess_fund_sweep" numeric,
  "excess_fund_sweep_sec" numeric,
  "excess_fund_sweep_com" numeric,
  "excess_fund_sweep_mtd" numeric,
  "excess_fund_sweep_ytd" numeric,
  "debit_card_activity" numeric,
  "debit_card_activity_sec" numeric,
  "debit_card_activity_com" numeric,
  "debit_card_activity_mtd" numeric,
  "debit_card_activity_ytd" numeric,
  "bill_pay" numeric,
  "bill_pay_sec" numeric,
  "bill_pay_com" numeric,
  "bill_pay_mtd" numeric,
  "bill_pay_ytd" numeric,
  "dividends" numeric,
  "dividends_sec" numeric,
  "dividends_com" numeric,
  "dividends_mtd" numeric,
  "dividends_ytd" numeric,
  "insured_deposit_interest" numeric,
  "insured_deposit_interest_sec" numeric,
  "insured_deposit_interest_com" numeric,
  "insured_deposit_interest_mtd" numeric,
  "insured_deposit_interest_ytd" numeric,
  "broker_interest" numeric,
  "broker_interest_sec" numeric,
  "broker_interest_com" numeric,
  "broker_interest_mtd" numeric,
  "broker_interest_ytd" numeric,
  "broker_fees" numeric,
  "broker_fees_sec" numeric,
  "broker_fees_com" numeric,
  "broker_fees_mtd" numeric,
  "broker_fees_ytd" numeric,
  "bond_interest" numeric,
  "bond_interest_sec" numeric,
  "bond_interest_com" numeric,
  "bond_interest_mtd" numeric,
  "bond_interest_ytd" numeric,
  "cash_settling_mtm" numeric,
  "cash_settling_mtm_sec" numeric,
  "cash_settling_mtm_com" numeric,
  "cash_settling_mtm_mtd" numeric,
  "cash_settling_mtm_ytd" numeric,
  "realized_vm" numeric,
  "realized_vm_sec" numeric,
  "realized_vm_com" numeric,
  "realized_vm_mtd" numeric,
  "realized_vm_ytd" numeric,
  "realized_forex_vm" numeric,
  "realized_forex_vm_sec" numeric,
  "realized_forex_vm_com" numeric,
  "realized_forex_vm_mtd" numeric,
  "realized_forex_vm_ytd" numeric,
  "cfd_charges" numeric,
  "cfd_charges_sec" numeric,
  "cfd_charges_com" numeric,
  "cfd_charges_mtd" numeric,
  "cfd_charges_ytd" numeric,
  "net_trades_sales" numeric,
  "net_trades_sales_sec" numeric,
  "net_trades_sales_com" numeric,
  "net_trades_sales_mtd" numeric,
  "net_trades_sales_ytd" numeric,
  "net_trades_purchases" numeric,
  "net_trades_purchases_sec" numeric,
  "net_trades_purchases_com" numeric,
  "net_trades_purchases_mtd" numeric,
  "net_trades_purchases_ytd" numeric,
  "advisor_fees" numeric,
  "advisor_fees_sec" numeric,
  "advisor_fees_com" numeric,
  "advisor_fees_mtd" numeric,
  "advisor_fees_ytd" numeric,
  "fees_receivables" numeric,
  "fees_receivables_sec" numeric,
  "fees_receivables_com" numeric,
  "fees_receivables_mtd" numeric,
  "fees_receivables_ytd" numeric,
  "payment_in_lieu" numeric,
  "payment_in_lieu_sec" numeric,
  "payment_in_lieu_com" numeric,
  "payment_in_lieu_mtd" numeric,
  "payment_in_lieu_ytd" numeric,
  "transaction_tax" numeric,
  "transaction_tax_sec" numeric,
  "transaction_tax_com" numeric,
  "transaction_tax_mtd" numeric,
  "transaction_tax_ytd" numeric,
  "tax_receivables" numeric,
  "tax_receivables_sec" numeric,
  "tax_receivables_com" numeric,
  "tax_receivables_mtd" numeric,
  "tax_receivables_ytd" numeric,
  "withholding_tax" numeric,
  "withholding_tax_sec" numeric,
  "withholding_tax_com" numeric,
  "withholding_tax_mtd" numeric,
  "withholding_tax_ytd" numeric,
  "withholding871m" numeric,
  "withholding871m_sec" numeric,
  "withholding871m_com" numeric,
  "withholding871m_mtd" numeric,
  "withholding871m_ytd" numeric,
  "withholding_collected_tax" numeric,
  "withholding_collected_tax_sec" numeric,
  "withholding_collected_tax_com" numeric,
  "withholding_collected_tax_mtd" numeric,
  "withholding_collected_tax_ytd" numeric,
  "sales_tax" numeric,
  "sales_tax_sec" numeric,
  "sales_tax_com" numeric,
  "sales_tax_mtd" numeric,
  "sales_tax_ytd" numeric,
  "billable_sales_tax" numeric,
  "billable_sales_tax_sec" numeric,
  "billable_sales_tax_com" numeric,
  "billable_sales_tax_mtd" numeric,
  "billable_sales_tax_ytd" numeric,
  "ipo_subscription" numeric,
  "ipo_subscription_sec" numeric,
  "ipo_subscription_com" numeric,
  "ipo_subscription_mtd" numeric,
  "ipo_subscription_ytd" numeric,
  "fx_translation_gain_loss" numeric,
  "fx_translation_gain_loss_sec" numeric,
  "fx_translation_gain_loss_com" numeric,
  "other_fees" numeric,
  "other_fees_sec" numeric,
  "other_fees_com" numeric,
  "other_fees_mtd" numeric,
  "other_fees_ytd" numeric,
  "other" numeric,
  "other_sec" numeric,
  "other_com" numeric,
  "ending_cash" numeric,
  "ending_cash_sec" numeric,
  "ending_cash_com" numeric,
  "ending_settled_cash" numeric,
  "ending_settled_cash_sec" numeric,
  "ending_settled_cash_com" numeric,
  "slb_starting_cash_collateral" numeric,
  "slb_starting_cash_collateral_sec" numeric,
  "slb_starting_cash_collateral_com" numeric,
  "slb_net_securities_lent_activity" numeric,
  "slb_net_securities_lent_activity_sec" numeric,
  "slb_net_securities_lent_activity_com" numeric,
  "slb_ending_cash_collateral" numeric,
  "slb_ending_cash_collateral_sec" numeric,
  "slb_ending_cash_collateral_com" numeric,
  "slb_net_cash" numeric,
  "slb_net_cash_sec" numeric,
  "slb_net_cash_com" numeric,
  "slb_net_settled_cash" numeric,
  "slb_net_settled_cash_sec" numeric,
  "slb_net_settled_cash_com" numeric,
  "account_transfers_ibukl" numeric,
  "account_transfers_paxos" numeric,
  "advisor_fee_paxos" numeric,
  "advisor_fees_ibukl" numeric,
  "advisor_fees_paxos" numeric,
  "avg_credit_balance" numeric,
  "avg_credit_balance_com" numeric,
  "avg_credit_balance_sec" numeric,
  "avg_debit_balance" numeric,
  "avg_debit_balance_com" numeric,
  "avg_debit_balance_sec" numeric,
  "bill_pay_ibukl" numeric,
  "bill_pay_paxos" numeric,
  "billable_commissions_ibukl" numeric,
  "billable_commissions_paxos" numeric,
  "billable_sales_tax_ibukl" numeric,
  "billable_sales_tax_paxos" numeric,
  "bond_interest_ibukl" numeric,
  "bond_interest_paxos" numeric,
  "broker_fees_paxos" numeric,
  "broker_interest_ibukl" numeric,
  "broker_interest_paxos" numeric,
  "carbon_credits_paxos" numeric,
  "cash_settling_mtm_ibukl" numeric,
  "cash_settling_mtm_paxos" numeric,
  "cfd_charges_ibukl" numeric,
  "cfd_charges_paxos" numeric,
  "client_fees_ibukl" numeric,
  "client_fees_paxos" numeric,
  "commission_credits_redemption_paxos" numeric,
  "commissions_ibukl" numeric,
  "commissions_paxos" numeric,
  "debit_card_activity_ibukl" numeric,
  "debit_card_activity_paxos" numeric,
  "deposit_withdrawals_ibukl" numeric,
  "deposit_withdrawals_paxos" numeric,
  "deposits_ibukl" numeric,
  "deposits_paxos" numeric,
  "dividends_ibukl" numeric,
  "dividends_paxos" numeric,
  "donations_paxos" numeric,
  "ending_cash_ibukl" numeric,
  "ending_cash_paxos" numeric,
  "ending_settled_cash_ibukl" numeric,
  "ending_settled_cash_paxos" numeric,
  "excess_fund_sweep_paxos" numeric,
  "external_transfers" numeric,
  "fees_receivables_ibukl" numeric,
  "fees_receivables_paxos" numeric,
  "fx_rate_to_base" numeric,
  "fx_translation_gain_loss_ibukl" numeric,
  "fx_translation_gain_loss_paxos" numeric,
  "fx_translation_pnl" numeric,
  "insured_deposit_interes_paxos" numeric,
  "insured_deposit_interest_ibukl" numeric,
  "insured_deposit_interest_paxos" numeric,
  "internal_transfers_ibukl" numeric,
  "internal_transfers_paxos" numeric,
  "ipo_subscription_ibukl" numeric,
  "ipo_subscription_paxos" numeric,
  "linking_adjustments_ibukl" numeric,
  "linking_adjustments_paxos" numeric,
  "net_trades_purchases_ibukl" numeric,
  "net_trades_purchases_paxos" numeric,
  "net_trades_sales_ibukl" numeric,
  "net_trades_sales_paxos" numeric,
  "other_fees_ibukl" numeric,
  "other_fees_paxos" numeric,
  "other_ibukl" numeric,
  "other_income" numeric,
  "other_income_com" numeric,
  "other_income_mtd" numeric,
  "other_income_sec" numeric,
  "other_income_ytd" numeric,
  "other_paxos" numeric,
  "paxos_transfers_paxos" numeric,
  "payment_in_lieu_ibukl" numeric,
  "payment_in_lieu_paxos" numeric,
  "realized_forex_pnl" numeric,
  "realized_forex_vm_ibukl" numeric,
  "realized_forex_vm_paxos" numeric,
  "realized_vm_ibukl" numeric,
  "realized_vm_paxos" numeric,
  "referral_fee_paxos" numeric,
  "report_date" date,
  "sales_tax_ibukl" numeric,
  "sales_tax_paxos" numeric,
  "slb_ending_cash_collateral_paxos" numeric,
  "slb_net_cash_paxos" numeric,
  "slb_net_securities_lent_activity_paxos" numeric,
  "slb_net_settled_cash_paxos" numeric,
  "slb_starting_cash_collateral_paxos" numeric,
  "soft_dollars" numeric,
  "starting_cash_ibukl" numeric,
  "starting_cash_paxos" numeric,
  "tax_receivables_ibukl" numeric,
  "tax_receivables_paxos" numeric,
  "transaction_tax_ibukl" numeric,
  "transaction_tax_paxos" numeric,
  "withdrawals_ibukl" numeric,
  "withdrawals_paxos" numeric,
  "withholding871m_ibukl" numeric,
  "withholding871m_paxos" numeric,
  "withholding_collected_tax_ibukl" numeric,
  "withholding_collected_tax_paxos" numeric,
  "withholding_tax_ibukl" numeric,
  "withholding_tax_paxos" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "cash_report_currencies_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "cash_report_currencies_statement" ON "flex"."cash_report_currencies" (_statement_id);
COMMENT ON TABLE "flex"."cash_report_currencies" IS 'The cash movements of one currency over the window; currency BASE_SUMMARY is the sum in base currency. CashReportCurrency of CashReport; window.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."from_date" IS 'First day of the window. Attribute fromDate.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."to_date" IS 'Last day of the window. Attribute toDate.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."starting_cash" IS 'Cash at the start of the window. Attribute startingCash.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."starting_cash_sec" IS 'Cash at the start of the window, securities segment. Attribute startingCashSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."starting_cash_com" IS 'Cash at the start of the window, commodities segment. Attribute startingCashCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees" IS 'Fees charged to the client. Attribute clientFees.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_sec" IS 'Fees charged to the client, securities segment. Attribute clientFeesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_com" IS 'Fees charged to the client, commodities segment. Attribute clientFeesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_mtd" IS 'Fees charged to the client, month to date. Attribute clientFeesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_ytd" IS 'Fees charged to the client, year to date. Attribute clientFeesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions" IS 'Commissions. Attribute commissions.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_sec" IS 'Commissions, securities segment. Attribute commissionsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_com" IS 'Commissions, commodities segment. Attribute commissionsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_mtd" IS 'Commissions, month to date. Attribute commissionsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_ytd" IS 'Commissions, year to date. Attribute commissionsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee" IS 'Referral fees. Attribute referralFee.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee_sec" IS 'Referral fees, securities segment. Attribute referralFeeSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee_com" IS 'Referral fees, commodities segment. Attribute referralFeeCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee_mtd" IS 'Referral fees, month to date. Attribute referralFeeMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee_ytd" IS 'Referral fees, year to date. Attribute referralFeeYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption" IS 'Commission credits redeemed. Attribute commissionCreditsRedemption.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption_sec" IS 'Commission credits redeemed, securities segment. Attribute commissionCreditsRedemptionSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption_com" IS 'Commission credits redeemed, commodities segment. Attribute commissionCreditsRedemptionCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption_mtd" IS 'Commission credits redeemed, month to date. Attribute commissionCreditsRedemptionMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption_ytd" IS 'Commission credits redeemed, year to date. Attribute commissionCreditsRedemptionYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions" IS 'Billable commissions. Attribute billableCommissions.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_sec" IS 'Billable commissions, securities segment. Attribute billableCommissionsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_com" IS 'Billable commissions, commodities segment. Attribute billableCommissionsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_mtd" IS 'Billable commissions, month to date. Attribute billableCommissionsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_ytd" IS 'Billable commissions, year to date. Attribute billableCommissionsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals" IS 'Deposits less withdrawals. Attribute depositWithdrawals.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_sec" IS 'Deposits less withdrawals, securities segment. Attribute depositWithdrawalsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_com" IS 'Deposits less withdrawals, commodities segment. Attribute depositWithdrawalsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_mtd" IS 'Deposits less withdrawals, month to date. Attribute depositWithdrawalsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_ytd" IS 'Deposits less withdrawals, year to date. Attribute depositWithdrawalsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits" IS 'Deposits. Attribute deposits.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_sec" IS 'Deposits, securities segment. Attribute depositsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_com" IS 'Deposits, commodities segment. Attribute depositsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_mtd" IS 'Deposits, month to date. Attribute depositsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_ytd" IS 'Deposits, year to date. Attribute depositsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals" IS 'Withdrawals. Attribute withdrawals.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_sec" IS 'Withdrawals, securities segment. Attribute withdrawalsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_com" IS 'Withdrawals, commodities segment. Attribute withdrawalsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_mtd" IS 'Withdrawals, month to date. Attribute withdrawalsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_ytd" IS 'Withdrawals, year to date. Attribute withdrawalsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits" IS 'Carbon credits. Attribute carbonCredits.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits_sec" IS 'Carbon credits, securities segment. Attribute carbonCreditsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits_com" IS 'Carbon credits, commodities segment. Attribute carbonCreditsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits_mtd" IS 'Carbon credits, month to date. Attribute carbonCreditsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits_ytd" IS 'Carbon credits, year to date. Attribute carbonCreditsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations" IS 'Donations. Attribute donations.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations_sec" IS 'Donations, securities segment. Attribute donationsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations_com" IS 'Donations, commodities segment. Attribute donationsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations_mtd" IS 'Donations, month to date. Attribute donationsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations_ytd" IS 'Donations, year to date. Attribute donationsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers" IS 'Transfers between accounts. Attribute accountTransfers.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_sec" IS 'Transfers between accounts, securities segment. Attribute accountTransfersSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_com" IS 'Transfers between accounts, commodities segment. Attribute accountTransfersCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_mtd" IS 'Transfers between accounts, month to date. Attribute accountTransfersMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_ytd" IS 'Transfers between accounts, year to date. Attribute accountTransfersYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."linking_adjustments" IS 'Adjustments from linking accounts. Attribute linkingAdjustments.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."linking_adjustments_sec" IS 'Adjustments from linking accounts, securities segment. Attribute linkingAdjustmentsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."linking_adjustments_com" IS 'Adjustments from linking accounts, commodities segment. Attribute linkingAdjustmentsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers" IS 'Transfers between own accounts. Attribute internalTransfers.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_sec" IS 'Transfers between own accounts, securities segment. Attribute internalTransfersSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_com" IS 'Transfers between own accounts, commodities segment. Attribute internalTransfersCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_mtd" IS 'Transfers between own accounts, month to date. Attribute internalTransfersMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_ytd" IS 'Transfers between own accounts, year to date. Attribute internalTransfersYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers" IS 'Transfers to and from Paxos. Attribute paxosTransfers.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers_sec" IS 'Transfers to and from Paxos, securities segment. Attribute paxosTransfersSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers_com" IS 'Transfers to and from Paxos, commodities segment. Attribute paxosTransfersCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers_mtd" IS 'Transfers to and from Paxos, month to date. Attribute paxosTransfersMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers_ytd" IS 'Transfers to and from Paxos, year to date. Attribute paxosTransfersYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep" IS 'Sweeps of excess funds. Attribute excessFundSweep.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep_sec" IS 'Sweeps of excess funds, securities segment. Attribute excessFundSweepSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep_com" IS 'Sweeps of excess funds, commodities segment. Attribute excessFundSweepCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep_mtd" IS 'Sweeps of excess funds, month to date. Attribute excessFundSweepMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep_ytd" IS 'Sweeps of excess funds, year to date. Attribute excessFundSweepYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity" IS 'Use of the debit card. Attribute debitCardActivity.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_sec" IS 'Use of the debit card, securities segment. Attribute debitCardActivitySec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_com" IS 'Use of the debit card, commodities segment. Attribute debitCardActivityCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_mtd" IS 'Use of the debit card, month to date. Attribute debitCardActivityMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_ytd" IS 'Use of the debit card, year to date. Attribute debitCardActivityYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay" IS 'Bills paid. Attribute billPay.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_sec" IS 'Bills paid, securities segment. Attribute billPaySec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_com" IS 'Bills paid, commodities segment. Attribute billPayCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_mtd" IS 'Bills paid, month to date. Attribute billPayMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_ytd" IS 'Bills paid, year to date. Attribute billPayYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends" IS 'Dividends. Attribute dividends.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_sec" IS 'Dividends, securities segment. Attribute dividendsSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_com" IS 'Dividends, commodities segment. Attribute dividendsCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_mtd" IS 'Dividends, month to date. Attribute dividendsMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_ytd" IS 'Dividends, year to date. Attribute dividendsYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest" IS 'Interest on insured deposits. Attribute insuredDepositInterest.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_sec" IS 'Interest on insured deposits, securities segment. Attribute insuredDepositInterestSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_com" IS 'Interest on insured deposits, commodities segment. Attribute insuredDepositInterestCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_mtd" IS 'Interest on insured deposits, month to date. Attribute insuredDepositInterestMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_ytd" IS 'Interest on insured deposits, year to date. Attribute insuredDepositInterestYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest" IS 'Interest paid or received by the broker. Attribute brokerInterest.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_sec" IS 'Interest paid or received by the broker, securities segment. Attribute brokerInterestSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_com" IS 'Interest paid or received by the broker, commodities segment. Attribute brokerInterestCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_mtd" IS 'Interest paid or received by the broker, month to date. Attribute brokerInterestMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_ytd" IS 'Interest paid or received by the broker, year to date. Attribute brokerInterestYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees" IS 'Fees of the broker. Attribute brokerFees.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees_sec" IS 'Fees of the broker, securities segment. Attribute brokerFeesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees_com" IS 'Fees of the broker, commodities segment. Attribute brokerFeesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees_mtd" IS 'Fees of the broker, month to date. Attribute brokerFeesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees_ytd" IS 'Fees of the broker, year to date. Attribute brokerFeesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest" IS 'Interest on bonds. Attribute bondInterest.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_sec" IS 'Interest on bonds, securities segment. Attribute bondInterestSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_com" IS 'Interest on bonds, commodities segment. Attribute bondInterestCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_mtd" IS 'Interest on bonds, month to date. Attribute bondInterestMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_ytd" IS 'Interest on bonds, year to date. Attribute bondInterestYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm" IS 'Mark-to-market settled in cash. Attribute cashSettlingMtm.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_sec" IS 'Mark-to-market settled in cash, securities segment. Attribute cashSettlingMtmSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_com" IS 'Mark-to-market settled in cash, commodities segment. Attribute cashSettlingMtmCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_mtd" IS 'Mark-to-market settled in cash, month to date. Attribute cashSettlingMtmMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_ytd" IS 'Mark-to-market settled in cash, year to date. Attribute cashSettlingMtmYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm" IS 'Realized variation margin. Attribute realizedVm.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_sec" IS 'Realized variation margin, securities segment. Attribute realizedVmSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_com" IS 'Realized variation margin, commodities segment. Attribute realizedVmCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_mtd" IS 'Realized variation margin, month to date. Attribute realizedVmMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_ytd" IS 'Realized variation margin, year to date. Attribute realizedVmYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm" IS 'Realized variation margin of currencies. Attribute realizedForexVm.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_sec" IS 'Realized variation margin of currencies, securities segment. Attribute realizedForexVmSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_com" IS 'Realized variation margin of currencies, commodities segment. Attribute realizedForexVmCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_mtd" IS 'Realized variation margin of currencies, month to date. Attribute realizedForexVmMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_ytd" IS 'Realized variation margin of currencies, year to date. Attribute realizedForexVmYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges" IS 'Charges on contracts for difference. Attribute cfdCharges.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_sec" IS 'Charges on contracts for difference, securities segment. Attribute cfdChargesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_com" IS 'Charges on contracts for difference, commodities segment. Attribute cfdChargesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_mtd" IS 'Charges on contracts for difference, month to date. Attribute cfdChargesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_ytd" IS 'Charges on contracts for difference, year to date. Attribute cfdChargesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales" IS 'Proceeds of sales. Attribute netTradesSales.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_sec" IS 'Proceeds of sales, securities segment. Attribute netTradesSalesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_com" IS 'Proceeds of sales, commodities segment. Attribute netTradesSalesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_mtd" IS 'Proceeds of sales, month to date. Attribute netTradesSalesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_ytd" IS 'Proceeds of sales, year to date. Attribute netTradesSalesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases" IS 'Cost of purchases. Attribute netTradesPurchases.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_sec" IS 'Cost of purchases, securities segment. Attribute netTradesPurchasesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_com" IS 'Cost of purchases, commodities segment. Attribute netTradesPurchasesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_mtd" IS 'Cost of purchases, month to date. Attribute netTradesPurchasesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_ytd" IS 'Cost of purchases, year to date. Attribute netTradesPurchasesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees" IS 'Fees of the advisor. Attribute advisorFees.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_sec" IS 'Fees of the advisor, securities segment. Attribute advisorFeesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_com" IS 'Fees of the advisor, commodities segment. Attribute advisorFeesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_mtd" IS 'Fees of the advisor, month to date. Attribute advisorFeesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_ytd" IS 'Fees of the advisor, year to date. Attribute advisorFeesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables" IS 'Fees receivable. Attribute feesReceivables.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_sec" IS 'Fees receivable, securities segment. Attribute feesReceivablesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_com" IS 'Fees receivable, commodities segment. Attribute feesReceivablesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_mtd" IS 'Fees receivable, month to date. Attribute feesReceivablesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_ytd" IS 'Fees receivable, year to date. Attribute feesReceivablesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu" IS 'Payments in lieu of dividends. Attribute paymentInLieu.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_sec" IS 'Payments in lieu of dividends, securities segment. Attribute paymentInLieuSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_com" IS 'Payments in lieu of dividends, commodities segment. Attribute paymentInLieuCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_mtd" IS 'Payments in lieu of dividends, month to date. Attribute paymentInLieuMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_ytd" IS 'Payments in lieu of dividends, year to date. Attribute paymentInLieuYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax" IS 'Taxes on transactions. Attribute transactionTax.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_sec" IS 'Taxes on transactions, securities segment. Attribute transactionTaxSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_com" IS 'Taxes on transactions, commodities segment. Attribute transactionTaxCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_mtd" IS 'Taxes on transactions, month to date. Attribute transactionTaxMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_ytd" IS 'Taxes on transactions, year to date. Attribute transactionTaxYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables" IS 'Taxes receivable. Attribute taxReceivables.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_sec" IS 'Taxes receivable, securities segment. Attribute taxReceivablesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_com" IS 'Taxes receivable, commodities segment. Attribute taxReceivablesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_mtd" IS 'Taxes receivable, month to date. Attribute taxReceivablesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_ytd" IS 'Taxes receivable, year to date. Attribute taxReceivablesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax" IS 'Withholding tax. Attribute withholdingTax.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_sec" IS 'Withholding tax, securities segment. Attribute withholdingTaxSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_com" IS 'Withholding tax, commodities segment. Attribute withholdingTaxCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_mtd" IS 'Withholding tax, month to date. Attribute withholdingTaxMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_ytd" IS 'Withholding tax, year to date. Attribute withholdingTaxYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m" IS 'Withholding under section 871(m). Attribute withholding871m.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_sec" IS 'Withholding under section 871(m), securities segment. Attribute withholding871mSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_com" IS 'Withholding under section 871(m), commodities segment. Attribute withholding871mCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_mtd" IS 'Withholding under section 871(m), month to date. Attribute withholding871mMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_ytd" IS 'Withholding under section 871(m), year to date. Attribute withholding871mYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax" IS 'Withholding tax collected. Attribute withholdingCollectedTax.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_sec" IS 'Withholding tax collected, securities segment. Attribute withholdingCollectedTaxSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_com" IS 'Withholding tax collected, commodities segment. Attribute withholdingCollectedTaxCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_mtd" IS 'Withholding tax collected, month to date. Attribute withholdingCollectedTaxMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_ytd" IS 'Withholding tax collected, year to date. Attribute withholdingCollectedTaxYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_sec" IS 'Sales tax, securities segment. Attribute salesTaxSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_com" IS 'Sales tax, commodities segment. Attribute salesTaxCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_mtd" IS 'Sales tax, month to date. Attribute salesTaxMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_ytd" IS 'Sales tax, year to date. Attribute salesTaxYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax" IS 'Billable sales tax. Attribute billableSalesTax.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_sec" IS 'Billable sales tax, securities segment. Attribute billableSalesTaxSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_com" IS 'Billable sales tax, commodities segment. Attribute billableSalesTaxCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_mtd" IS 'Billable sales tax, month to date. Attribute billableSalesTaxMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_ytd" IS 'Billable sales tax, year to date. Attribute billableSalesTaxYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription" IS 'Subscriptions to initial public offerings. Attribute ipoSubscription.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_sec" IS 'Subscriptions to initial public offerings, securities segment. Attribute ipoSubscriptionSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_com" IS 'Subscriptions to initial public offerings, commodities segment. Attribute ipoSubscriptionCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_mtd" IS 'Subscriptions to initial public offerings, month to date. Attribute ipoSubscriptionMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_ytd" IS 'Subscriptions to initial public offerings, year to date. Attribute ipoSubscriptionYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_gain_loss" IS 'Gain or loss from translating currencies. Attribute fxTranslationGainLoss.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_gain_loss_sec" IS 'Gain or loss from translating currencies, securities segment. Attribute fxTranslationGainLossSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_gain_loss_com" IS 'Gain or loss from translating currencies, commodities segment. Attribute fxTranslationGainLossCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees" IS 'Other fees. Attribute otherFees.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_sec" IS 'Other fees, securities segment. Attribute otherFeesSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_com" IS 'Other fees, commodities segment. Attribute otherFeesCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_mtd" IS 'Other fees, month to date. Attribute otherFeesMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_ytd" IS 'Other fees, year to date. Attribute otherFeesYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_sec" IS 'Other, securities segment. Attribute otherSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_com" IS 'Other, commodities segment. Attribute otherCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_cash" IS 'Cash at the end of the window. Attribute endingCash.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_cash_sec" IS 'Cash at the end of the window, securities segment. Attribute endingCashSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_cash_com" IS 'Cash at the end of the window, commodities segment. Attribute endingCashCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_settled_cash" IS 'Settled cash at the end of the window. Attribute endingSettledCash.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_settled_cash_sec" IS 'Settled cash at the end of the window, securities segment. Attribute endingSettledCashSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_settled_cash_com" IS 'Settled cash at the end of the window, commodities segment. Attribute endingSettledCashCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_starting_cash_collateral" IS 'Collateral of stock lending at the start of the window. Attribute slbStartingCashCollateral.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_starting_cash_collateral_sec" IS 'Collateral of stock lending at the start of the window, securities segment. Attribute slbStartingCashCollateralSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_starting_cash_collateral_com" IS 'Collateral of stock lending at the start of the window, commodities segment. Attribute slbStartingCashCollateralCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_securities_lent_activity" IS 'Net activity in securities lent. Attribute slbNetSecuritiesLentActivity.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_securities_lent_activity_sec" IS 'Net activity in securities lent, securities segment. Attribute slbNetSecuritiesLentActivitySec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_securities_lent_activity_com" IS 'Net activity in securities lent, commodities segment. Attribute slbNetSecuritiesLentActivityCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_ending_cash_collateral" IS 'Collateral of stock lending at the end of the window. Attribute slbEndingCashCollateral.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_ending_cash_collateral_sec" IS 'Collateral of stock lending at the end of the window, securities segment. Attribute slbEndingCashCollateralSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_ending_cash_collateral_com" IS 'Collateral of stock lending at the end of the window, commodities segment. Attribute slbEndingCashCollateralCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_cash" IS 'Cash net of the collateral of stock lending. Attribute slbNetCash.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_cash_sec" IS 'Cash net of the collateral of stock lending, securities segment. Attribute slbNetCashSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_cash_com" IS 'Cash net of the collateral of stock lending, commodities segment. Attribute slbNetCashCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_settled_cash" IS 'Settled cash net of the collateral of stock lending. Attribute slbNetSettledCash.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_settled_cash_sec" IS 'Settled cash net of the collateral of stock lending, securities segment. Attribute slbNetSettledCashSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_settled_cash_com" IS 'Settled cash net of the collateral of stock lending, commodities segment. Attribute slbNetSettledCashCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_ibukl" IS 'Transfers between accounts, IBUKL segment. Attribute accountTransfersIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."account_transfers_paxos" IS 'Transfers between accounts, at Paxos. Attribute accountTransfersPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fee_paxos" IS 'Attribute advisorFeePaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_ibukl" IS 'Fees of the advisor, IBUKL segment. Attribute advisorFeesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."advisor_fees_paxos" IS 'Fees of the advisor, at Paxos. Attribute advisorFeesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_credit_balance" IS 'Average credit balance. Attribute avgCreditBalance.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_credit_balance_com" IS 'Average credit balance, commodities segment. Attribute avgCreditBalanceCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_credit_balance_sec" IS 'Average credit balance, securities segment. Attribute avgCreditBalanceSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_debit_balance" IS 'Average debit balance. Attribute avgDebitBalance.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_debit_balance_com" IS 'Average debit balance, commodities segment. Attribute avgDebitBalanceCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."avg_debit_balance_sec" IS 'Average debit balance, securities segment. Attribute avgDebitBalanceSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_ibukl" IS 'Bills paid, IBUKL segment. Attribute billPayIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bill_pay_paxos" IS 'Bills paid, at Paxos. Attribute billPayPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_ibukl" IS 'Billable commissions, IBUKL segment. Attribute billableCommissionsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_commissions_paxos" IS 'Billable commissions, at Paxos. Attribute billableCommissionsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_ibukl" IS 'Billable sales tax, IBUKL segment. Attribute billableSalesTaxIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."billable_sales_tax_paxos" IS 'Billable sales tax, at Paxos. Attribute billableSalesTaxPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_ibukl" IS 'Interest on bonds, IBUKL segment. Attribute bondInterestIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."bond_interest_paxos" IS 'Interest on bonds, at Paxos. Attribute bondInterestPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_fees_paxos" IS 'Fees of the broker, at Paxos. Attribute brokerFeesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_ibukl" IS 'Interest paid or received by the broker, IBUKL segment. Attribute brokerInterestIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."broker_interest_paxos" IS 'Interest paid or received by the broker, at Paxos. Attribute brokerInterestPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."carbon_credits_paxos" IS 'Carbon credits, at Paxos. Attribute carbonCreditsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_ibukl" IS 'Mark-to-market settled in cash, IBUKL segment. Attribute cashSettlingMtmIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cash_settling_mtm_paxos" IS 'Mark-to-market settled in cash, at Paxos. Attribute cashSettlingMtmPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_ibukl" IS 'Charges on contracts for difference, IBUKL segment. Attribute cfdChargesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."cfd_charges_paxos" IS 'Charges on contracts for difference, at Paxos. Attribute cfdChargesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_ibukl" IS 'Fees charged to the client, IBUKL segment. Attribute clientFeesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."client_fees_paxos" IS 'Fees charged to the client, at Paxos. Attribute clientFeesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commission_credits_redemption_paxos" IS 'Commission credits redeemed, at Paxos. Attribute commissionCreditsRedemptionPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_ibukl" IS 'Commissions, IBUKL segment. Attribute commissionsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."commissions_paxos" IS 'Commissions, at Paxos. Attribute commissionsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_ibukl" IS 'Use of the debit card, IBUKL segment. Attribute debitCardActivityIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."debit_card_activity_paxos" IS 'Use of the debit card, at Paxos. Attribute debitCardActivityPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_ibukl" IS 'Deposits less withdrawals, IBUKL segment. Attribute depositWithdrawalsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposit_withdrawals_paxos" IS 'Deposits less withdrawals, at Paxos. Attribute depositWithdrawalsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_ibukl" IS 'Deposits, IBUKL segment. Attribute depositsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."deposits_paxos" IS 'Deposits, at Paxos. Attribute depositsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_ibukl" IS 'Dividends, IBUKL segment. Attribute dividendsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."dividends_paxos" IS 'Dividends, at Paxos. Attribute dividendsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."donations_paxos" IS 'Donations, at Paxos. Attribute donationsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_cash_ibukl" IS 'Cash at the end of the window, IBUKL segment. Attribute endingCashIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_cash_paxos" IS 'Cash at the end of the window, at Paxos. Attribute endingCashPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_settled_cash_ibukl" IS 'Settled cash at the end of the window, IBUKL segment. Attribute endingSettledCashIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ending_settled_cash_paxos" IS 'Settled cash at the end of the window, at Paxos. Attribute endingSettledCashPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."excess_fund_sweep_paxos" IS 'Sweeps of excess funds, at Paxos. Attribute excessFundSweepPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."external_transfers" IS 'Transfers from and to other institutions. Attribute externalTransfers.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_ibukl" IS 'Fees receivable, IBUKL segment. Attribute feesReceivablesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fees_receivables_paxos" IS 'Fees receivable, at Paxos. Attribute feesReceivablesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_gain_loss_ibukl" IS 'Gain or loss from translating currencies, IBUKL segment. Attribute fxTranslationGainLossIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_gain_loss_paxos" IS 'Gain or loss from translating currencies, at Paxos. Attribute fxTranslationGainLossPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."fx_translation_pnl" IS 'Profit from translating currencies. Attribute fxTranslationPnl.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interes_paxos" IS 'Attribute insuredDepositInteresPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_ibukl" IS 'Interest on insured deposits, IBUKL segment. Attribute insuredDepositInterestIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."insured_deposit_interest_paxos" IS 'Interest on insured deposits, at Paxos. Attribute insuredDepositInterestPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_ibukl" IS 'Transfers between own accounts, IBUKL segment. Attribute internalTransfersIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."internal_transfers_paxos" IS 'Transfers between own accounts, at Paxos. Attribute internalTransfersPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_ibukl" IS 'Subscriptions to initial public offerings, IBUKL segment. Attribute ipoSubscriptionIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."ipo_subscription_paxos" IS 'Subscriptions to initial public offerings, at Paxos. Attribute ipoSubscriptionPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."linking_adjustments_ibukl" IS 'Adjustments from linking accounts, IBUKL segment. Attribute linkingAdjustmentsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."linking_adjustments_paxos" IS 'Adjustments from linking accounts, at Paxos. Attribute linkingAdjustmentsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_ibukl" IS 'Cost of purchases, IBUKL segment. Attribute netTradesPurchasesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_purchases_paxos" IS 'Cost of purchases, at Paxos. Attribute netTradesPurchasesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_ibukl" IS 'Proceeds of sales, IBUKL segment. Attribute netTradesSalesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."net_trades_sales_paxos" IS 'Proceeds of sales, at Paxos. Attribute netTradesSalesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_ibukl" IS 'Other fees, IBUKL segment. Attribute otherFeesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_fees_paxos" IS 'Other fees, at Paxos. Attribute otherFeesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_ibukl" IS 'Other, IBUKL segment. Attribute otherIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_income" IS 'Other income. Attribute otherIncome.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_income_com" IS 'Other income, commodities segment. Attribute otherIncomeCom.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_income_mtd" IS 'Other income, month to date. Attribute otherIncomeMTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_income_sec" IS 'Other income, securities segment. Attribute otherIncomeSec.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_income_ytd" IS 'Other income, year to date. Attribute otherIncomeYTD.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."other_paxos" IS 'Other, at Paxos. Attribute otherPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."paxos_transfers_paxos" IS 'Transfers to and from Paxos, at Paxos. Attribute paxosTransfersPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_ibukl" IS 'Payments in lieu of dividends, IBUKL segment. Attribute paymentInLieuIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."payment_in_lieu_paxos" IS 'Payments in lieu of dividends, at Paxos. Attribute paymentInLieuPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_pnl" IS 'Realized profit of currencies. Attribute realizedForexPnl.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_ibukl" IS 'Realized variation margin of currencies, IBUKL segment. Attribute realizedForexVmIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_forex_vm_paxos" IS 'Realized variation margin of currencies, at Paxos. Attribute realizedForexVmPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_ibukl" IS 'Realized variation margin, IBUKL segment. Attribute realizedVmIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."realized_vm_paxos" IS 'Realized variation margin, at Paxos. Attribute realizedVmPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."referral_fee_paxos" IS 'Referral fees, at Paxos. Attribute referralFeePaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_ibukl" IS 'Sales tax, IBUKL segment. Attribute salesTaxIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."sales_tax_paxos" IS 'Sales tax, at Paxos. Attribute salesTaxPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_ending_cash_collateral_paxos" IS 'Collateral of stock lending at the end of the window, at Paxos. Attribute slbEndingCashCollateralPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_cash_paxos" IS 'Cash net of the collateral of stock lending, at Paxos. Attribute slbNetCashPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_securities_lent_activity_paxos" IS 'Net activity in securities lent, at Paxos. Attribute slbNetSecuritiesLentActivityPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_net_settled_cash_paxos" IS 'Settled cash net of the collateral of stock lending, at Paxos. Attribute slbNetSettledCashPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."slb_starting_cash_collateral_paxos" IS 'Collateral of stock lending at the start of the window, at Paxos. Attribute slbStartingCashCollateralPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."soft_dollars" IS 'Soft dollars. Attribute softDollars.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."starting_cash_ibukl" IS 'Cash at the start of the window, IBUKL segment. Attribute startingCashIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."starting_cash_paxos" IS 'Cash at the start of the window, at Paxos. Attribute startingCashPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_ibukl" IS 'Taxes receivable, IBUKL segment. Attribute taxReceivablesIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."tax_receivables_paxos" IS 'Taxes receivable, at Paxos. Attribute taxReceivablesPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_ibukl" IS 'Taxes on transactions, IBUKL segment. Attribute transactionTaxIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."transaction_tax_paxos" IS 'Taxes on transactions, at Paxos. Attribute transactionTaxPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_ibukl" IS 'Withdrawals, IBUKL segment. Attribute withdrawalsIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withdrawals_paxos" IS 'Withdrawals, at Paxos. Attribute withdrawalsPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_ibukl" IS 'Withholding under section 871(m), IBUKL segment. Attribute withholding871mIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding871m_paxos" IS 'Withholding under section 871(m), at Paxos. Attribute withholding871mPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_ibukl" IS 'Withholding tax collected, IBUKL segment. Attribute withholdingCollectedTaxIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_collected_tax_paxos" IS 'Withholding tax collected, at Paxos. Attribute withholdingCollectedTaxPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_ibukl" IS 'Withholding tax, IBUKL segment. Attribute withholdingTaxIBUKL.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."withholding_tax_paxos" IS 'Withholding tax, at Paxos. Attribute withholdingTaxPaxos.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."cash_report_currencies"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."cash_transactions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date_time" timestamptz,
  "settle_date" date,
  "available_for_trading_date" timestamptz,
  "amount" numeric,
  "type" text,
  "dividend_type" text,
  "trade_id" text,
  "code" text,
  "transaction_id" text,
  "report_date" date,
  "ex_date" date,
  "client_reference" text,
  "action_id" text,
  "level_of_detail" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "date" date,
  "exchange" text,
  "sedol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "cash_transactions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "cash_transactions_statement" ON "flex"."cash_transactions" (_statement_id);
COMMENT ON TABLE "flex"."cash_transactions" IS 'One cash movement (levelOfDetail DETAIL), or their sum (SUMMARY): filter on level_of_detail before summing. CashTransaction of CashTransactions; event, by reportDate.';
COMMENT ON COLUMN "flex"."cash_transactions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."cash_transactions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."cash_transactions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."cash_transactions"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."cash_transactions"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."cash_transactions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."cash_transactions"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."cash_transactions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."cash_transactions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."cash_transactions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."cash_transactions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."cash_transactions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."cash_transactions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."cash_transactions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."cash_transactions"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."cash_transactions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."cash_transactions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."cash_transactions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."cash_transactions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."cash_transactions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."cash_transactions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."cash_transactions"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."cash_transactions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."cash_transactions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."cash_transactions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."cash_transactions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."cash_transactions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."cash_transactions"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."cash_transactions"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."cash_transactions"."available_for_trading_date" IS 'When the cash can be traded with. Attribute availableForTradingDate.';
COMMENT ON COLUMN "flex"."cash_transactions"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."cash_transactions"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."cash_transactions"."dividend_type" IS 'Kind of dividend. Attribute dividendType.';
COMMENT ON COLUMN "flex"."cash_transactions"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."cash_transactions"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."cash_transactions"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."cash_transactions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."cash_transactions"."ex_date" IS 'Ex-dividend date. Attribute exDate.';
COMMENT ON COLUMN "flex"."cash_transactions"."client_reference" IS 'Reference given by the client. Attribute clientReference.';
COMMENT ON COLUMN "flex"."cash_transactions"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."cash_transactions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."cash_transactions"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."cash_transactions"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."cash_transactions"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."cash_transactions"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."cash_transactions"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."cash_transactions"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."cash_transactions"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."cash_transactions"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."cash_transactions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."cash_transactions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."cash_transactions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."cash_transactions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."cash_transactions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."cash_transactions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."cash_transactions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."change_in_dividend_accruals" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "date" date,
  "ex_date" date,
  "pay_date" date,
  "quantity" numeric,
  "tax" numeric,
  "fee" numeric,
  "gross_rate" numeric,
  "gross_amount" numeric,
  "net_amount" numeric,
  "code" text,
  "from_acct" text,
  "to_acct" text,
  "action_id" text,
  "level_of_detail" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "figi" text,
  "from_accrual" numeric,
  "issuer_country_code" text,
  "sedol" text,
  "sub_category" text,
  "to_accrual" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "change_in_dividend_accruals_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "change_in_dividend_accruals_statement" ON "flex"."change_in_dividend_accruals" (_statement_id);
COMMENT ON TABLE "flex"."change_in_dividend_accruals" IS 'One posting (code Po) or reversal (code Re) of an accrued dividend. ChangeInDividendAccrual of ChangeInDividendAccruals; event, by reportDate.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."ex_date" IS 'Ex-dividend date. Attribute exDate.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."pay_date" IS 'Date of payment. Attribute payDate.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."fee" IS 'Fee. Attribute fee.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."gross_rate" IS 'Dividend for one unit. Attribute grossRate.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."gross_amount" IS 'Amount before tax and fees. Attribute grossAmount.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."net_amount" IS 'Amount after tax and fees. Attribute netAmount.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."from_acct" IS 'Account it comes from. Attribute fromAcct.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."to_acct" IS 'Account it goes to. Attribute toAcct.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."from_accrual" IS 'Accrual it comes from. Attribute fromAccrual.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."to_accrual" IS 'Accrual it goes to. Attribute toAccrual.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."change_in_dividend_accruals"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."change_in_nav" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "from_date" date,
  "to_date" date,
  "starting_value" numeric,
  "mtm" numeric,
  "realized" numeric,
  "change_in_unrealized" numeric,
  "cost_adjustments" numeric,
  "transferred_pnl_adjustments" numeric,
  "deposits_withdrawals" numeric,
  "internal_cash_transfers" numeric,
  "excess_fund_sweep" numeric,
  "asset_transfers" numeric,
  "debit_card_activity" numeric,
  "bill_pay" numeric,
  "grant_activity" numeric,
  "dividends" numeric,
  "withholding_tax" numeric,
  "withholding871m" numeric,
  "withholding_tax_collected" numeric,
  "change_in_dividend_accruals" numeric,
  "interest" numeric,
  "change_in_interest_accruals" numeric,
  "advisor_fees" numeric,
  "client_fees" numeric,
  "other_fees" numeric,
  "fees_receivables" numeric,
  "commissions" numeric,
  "commission_credits_redemption" numeric,
  "commission_receivables" numeric,
  "forex_commissions" numeric,
  "transaction_tax" numeric,
  "tax_receivables" numeric,
  "sales_tax" numeric,
  "billable_sales_tax" numeric,
  "soft_dollars" numeric,
  "net_fx_trading" numeric,
  "fx_translation" numeric,
  "linking_adjustments" numeric,
  "other" numeric,
  "ending_value" numeric,
  "twr" numeric,
  "corporate_action_proceeds" numeric,
  "broker_fees" numeric,
  "carbon_credits" numeric,
  "change_in_broker_fee_accruals" numeric,
  "change_in_cgt_withholding_accruals" numeric,
  "change_in_incentive_coupon_accruals" numeric,
  "change_in_lite_surcharge_accruals" numeric,
  "commissions_at_paxos" numeric,
  "currency" text,
  "donations" numeric,
  "mtm_at_paxos" numeric,
  "mtm_plus_realized_pnl" numeric,
  "other_income" numeric,
  "paxos_transfers" numeric,
  "realized_pnl" numeric,
  "referral_fee" numeric,
  "transfers" numeric,
  "unrealized_pnl" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "change_in_nav_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "change_in_nav_statement" ON "flex"."change_in_nav" (_statement_id);
COMMENT ON TABLE "flex"."change_in_nav" IS 'What changed the net asset value over the window, in base currency. ChangeInNAV of ChangeInNAV; window.';
COMMENT ON COLUMN "flex"."change_in_nav"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."change_in_nav"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."change_in_nav"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."change_in_nav"."from_date" IS 'First day of the window. Attribute fromDate.';
COMMENT ON COLUMN "flex"."change_in_nav"."to_date" IS 'Last day of the window. Attribute toDate.';
COMMENT ON COLUMN "flex"."change_in_nav"."starting_value" IS 'Value at the start of the window. Attribute startingValue.';
COMMENT ON COLUMN "flex"."change_in_nav"."mtm" IS 'Mark-to-market profit. Attribute mtm.';
COMMENT ON COLUMN "flex"."change_in_nav"."realized" IS 'Realized profit. Attribute realized.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_unrealized" IS 'Change of the unrealized profit. Attribute changeInUnrealized.';
COMMENT ON COLUMN "flex"."change_in_nav"."cost_adjustments" IS 'Adjustments of cost. Attribute costAdjustments.';
COMMENT ON COLUMN "flex"."change_in_nav"."transferred_pnl_adjustments" IS 'Adjustments of transferred profit. Attribute transferredPnlAdjustments.';
COMMENT ON COLUMN "flex"."change_in_nav"."deposits_withdrawals" IS 'Deposits less withdrawals. Attribute depositsWithdrawals.';
COMMENT ON COLUMN "flex"."change_in_nav"."internal_cash_transfers" IS 'Cash transferred between own accounts. Attribute internalCashTransfers.';
COMMENT ON COLUMN "flex"."change_in_nav"."excess_fund_sweep" IS 'Sweeps of excess funds. Attribute excessFundSweep.';
COMMENT ON COLUMN "flex"."change_in_nav"."asset_transfers" IS 'Assets transferred. Attribute assetTransfers.';
COMMENT ON COLUMN "flex"."change_in_nav"."debit_card_activity" IS 'Use of the debit card. Attribute debitCardActivity.';
COMMENT ON COLUMN "flex"."change_in_nav"."bill_pay" IS 'Bills paid. Attribute billPay.';
COMMENT ON COLUMN "flex"."change_in_nav"."grant_activity" IS 'Stock granted. Attribute grantActivity.';
COMMENT ON COLUMN "flex"."change_in_nav"."dividends" IS 'Dividends. Attribute dividends.';
COMMENT ON COLUMN "flex"."change_in_nav"."withholding_tax" IS 'Withholding tax. Attribute withholdingTax.';
COMMENT ON COLUMN "flex"."change_in_nav"."withholding871m" IS 'Withholding under section 871(m). Attribute withholding871m.';
COMMENT ON COLUMN "flex"."change_in_nav"."withholding_tax_collected" IS 'Withholding tax collected. Attribute withholdingTaxCollected.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_dividend_accruals" IS 'Change of dividends accrued. Attribute changeInDividendAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."interest" IS 'Interest. Attribute interest.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_interest_accruals" IS 'Change of interest accrued. Attribute changeInInterestAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."advisor_fees" IS 'Fees of the advisor. Attribute advisorFees.';
COMMENT ON COLUMN "flex"."change_in_nav"."client_fees" IS 'Fees charged to the client. Attribute clientFees.';
COMMENT ON COLUMN "flex"."change_in_nav"."other_fees" IS 'Other fees. Attribute otherFees.';
COMMENT ON COLUMN "flex"."change_in_nav"."fees_receivables" IS 'Fees receivable. Attribute feesReceivables.';
COMMENT ON COLUMN "flex"."change_in_nav"."commissions" IS 'Commissions. Attribute commissions.';
COMMENT ON COLUMN "flex"."change_in_nav"."commission_credits_redemption" IS 'Commission credits redeemed. Attribute commissionCreditsRedemption.';
COMMENT ON COLUMN "flex"."change_in_nav"."commission_receivables" IS 'Commissions receivable. Attribute commissionReceivables.';
COMMENT ON COLUMN "flex"."change_in_nav"."forex_commissions" IS 'Commissions on currency trades. Attribute forexCommissions.';
COMMENT ON COLUMN "flex"."change_in_nav"."transaction_tax" IS 'Taxes on transactions. Attribute transactionTax.';
COMMENT ON COLUMN "flex"."change_in_nav"."tax_receivables" IS 'Taxes receivable. Attribute taxReceivables.';
COMMENT ON COLUMN "flex"."change_in_nav"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."change_in_nav"."billable_sales_tax" IS 'Billable sales tax. Attribute billableSalesTax.';
COMMENT ON COLUMN "flex"."change_in_nav"."soft_dollars" IS 'Soft dollars. Attribute softDollars.';
COMMENT ON COLUMN "flex"."change_in_nav"."net_fx_trading" IS 'Net of currency trades. Attribute netFxTrading.';
COMMENT ON COLUMN "flex"."change_in_nav"."fx_translation" IS 'Effect of translating currencies. Attribute fxTranslation.';
COMMENT ON COLUMN "flex"."change_in_nav"."linking_adjustments" IS 'Adjustments from linking accounts. Attribute linkingAdjustments.';
COMMENT ON COLUMN "flex"."change_in_nav"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."change_in_nav"."ending_value" IS 'Value at the end of the window. Attribute endingValue.';
COMMENT ON COLUMN "flex"."change_in_nav"."twr" IS 'Time-weighted return, in percent. Attribute twr.';
COMMENT ON COLUMN "flex"."change_in_nav"."corporate_action_proceeds" IS 'Proceeds of corporate actions. Attribute corporateActionProceeds.';
COMMENT ON COLUMN "flex"."change_in_nav"."broker_fees" IS 'Fees of the broker. Attribute brokerFees.';
COMMENT ON COLUMN "flex"."change_in_nav"."carbon_credits" IS 'Carbon credits. Attribute carbonCredits.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_broker_fee_accruals" IS 'Change of broker fees accrued. Attribute changeInBrokerFeeAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_cgt_withholding_accruals" IS 'Change of capital gains tax accrued. Attribute changeInCGTWithholdingAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_incentive_coupon_accruals" IS 'Change of incentive coupons accrued. Attribute changeInIncentiveCouponAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."change_in_lite_surcharge_accruals" IS 'Change of lite surcharges accrued. Attribute changeInLiteSurchargeAccruals.';
COMMENT ON COLUMN "flex"."change_in_nav"."commissions_at_paxos" IS 'Commissions at Paxos. Attribute commissionsAtPaxos.';
COMMENT ON COLUMN "flex"."change_in_nav"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."change_in_nav"."donations" IS 'Donations. Attribute donations.';
COMMENT ON COLUMN "flex"."change_in_nav"."mtm_at_paxos" IS 'Mark-to-market profit at Paxos. Attribute mtmAtPaxos.';
COMMENT ON COLUMN "flex"."change_in_nav"."mtm_plus_realized_pnl" IS 'Attribute mtmPlusRealizedPnl.';
COMMENT ON COLUMN "flex"."change_in_nav"."other_income" IS 'Other income. Attribute otherIncome.';
COMMENT ON COLUMN "flex"."change_in_nav"."paxos_transfers" IS 'Transfers to and from Paxos. Attribute paxosTransfers.';
COMMENT ON COLUMN "flex"."change_in_nav"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."change_in_nav"."referral_fee" IS 'Referral fees. Attribute referralFee.';
COMMENT ON COLUMN "flex"."change_in_nav"."transfers" IS 'Transfers. Attribute transfers.';
COMMENT ON COLUMN "flex"."change_in_nav"."unrealized_pnl" IS 'Unrealized profit. Attribute unrealizedPnl.';
COMMENT ON COLUMN "flex"."change_in_nav"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."change_in_nav"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."change_in_nav"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."change_in_nav"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."change_in_nav"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."change_in_nav"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."change_in_nav"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."change_in_position_values" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "asset_category" text,
  "prior_period_value" numeric,
  "transactions" numeric,
  "mtm_prior_period_positions" numeric,
  "mtm_transactions" numeric,
  "corporate_actions" numeric,
  "other" numeric,
  "account_transfers" numeric,
  "linking_adjustments" numeric,
  "fx_translation_pnl" numeric,
  "future_price_adjustments" numeric,
  "settled_cash" numeric,
  "end_of_period_value" numeric,
  "conid" text,
  "ending_value" numeric,
  "fx_translation" numeric,
  "level_of_detail" text,
  "report_date" date,
  "symbol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "change_in_position_values_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "change_in_position_values_statement" ON "flex"."change_in_position_values" (_statement_id);
COMMENT ON TABLE "flex"."change_in_position_values" IS 'What changed the value of the positions of one currency and asset class over the window. ChangeInPositionValue of ChangeInPositionValues; window.';
COMMENT ON COLUMN "flex"."change_in_position_values"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."change_in_position_values"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."change_in_position_values"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."change_in_position_values"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."change_in_position_values"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."change_in_position_values"."prior_period_value" IS 'Value at the end of the period before. Attribute priorPeriodValue.';
COMMENT ON COLUMN "flex"."change_in_position_values"."transactions" IS 'Change by trades. Attribute transactions.';
COMMENT ON COLUMN "flex"."change_in_position_values"."mtm_prior_period_positions" IS 'Mark-to-market profit of positions held before. Attribute mtmPriorPeriodPositions.';
COMMENT ON COLUMN "flex"."change_in_position_values"."mtm_transactions" IS 'Mark-to-market profit of trades. Attribute mtmTransactions.';
COMMENT ON COLUMN "flex"."change_in_position_values"."corporate_actions" IS 'Change by corporate actions. Attribute corporateActions.';
COMMENT ON COLUMN "flex"."change_in_position_values"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."change_in_position_values"."account_transfers" IS 'Transfers between accounts. Attribute accountTransfers.';
COMMENT ON COLUMN "flex"."change_in_position_values"."linking_adjustments" IS 'Adjustments from linking accounts. Attribute linkingAdjustments.';
COMMENT ON COLUMN "flex"."change_in_position_values"."fx_translation_pnl" IS 'Profit from translating currencies. Attribute fxTranslationPnl.';
COMMENT ON COLUMN "flex"."change_in_position_values"."future_price_adjustments" IS 'Adjustments of the prices of futures. Attribute futurePriceAdjustments.';
COMMENT ON COLUMN "flex"."change_in_position_values"."settled_cash" IS 'Settled cash. Attribute settledCash.';
COMMENT ON COLUMN "flex"."change_in_position_values"."end_of_period_value" IS 'Value at the end of the window. Attribute endOfPeriodValue.';
COMMENT ON COLUMN "flex"."change_in_position_values"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."change_in_position_values"."ending_value" IS 'Value at the end of the window. Attribute endingValue.';
COMMENT ON COLUMN "flex"."change_in_position_values"."fx_translation" IS 'Effect of translating currencies. Attribute fxTranslation.';
COMMENT ON COLUMN "flex"."change_in_position_values"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."change_in_position_values"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."change_in_position_values"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."change_in_position_values"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."client_fees" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "buy_sell" text,
  "currency" text,
  "date" date,
  "description" text,
  "exec_id" text,
  "expense" numeric,
  "expense_in_base" numeric,
  "expense_indicator" text,
  "fee_type" text,
  "fx_rate_to_base" numeric,
  "level_of_detail" text,
  "model" text,
  "multiplier" numeric,
  "net" numeric,
  "net_in_base" numeric,
  "proceeds" numeric,
  "quantity" numeric,
  "revenue" numeric,
  "revenue_in_base" numeric,
  "settle_date" date,
  "symbol" text,
  "trade_id" text,
  "trade_price" numeric,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "client_fees_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "client_fees_statement" ON "flex"."client_fees" (_statement_id);
COMMENT ON TABLE "flex"."client_fees" IS 'One fee charged to a client, with revenue, expense and net. ClientFee of ClientFees; event, by date.';
COMMENT ON COLUMN "flex"."client_fees"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."client_fees"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."client_fees"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."client_fees"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."client_fees"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."client_fees"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."client_fees"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."client_fees"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."client_fees"."expense" IS 'Expense. Attribute expense.';
COMMENT ON COLUMN "flex"."client_fees"."expense_in_base" IS 'Expense in base currency. Attribute expenseInBase.';
COMMENT ON COLUMN "flex"."client_fees"."expense_indicator" IS 'Attribute expenseIndicator.';
COMMENT ON COLUMN "flex"."client_fees"."fee_type" IS 'Kind of fee. Attribute feeType.';
COMMENT ON COLUMN "flex"."client_fees"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."client_fees"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."client_fees"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."client_fees"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."client_fees"."net" IS 'Revenue less expense. Attribute net.';
COMMENT ON COLUMN "flex"."client_fees"."net_in_base" IS 'Net in base currency. Attribute netInBase.';
COMMENT ON COLUMN "flex"."client_fees"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."client_fees"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."client_fees"."revenue" IS 'Revenue. Attribute revenue.';
COMMENT ON COLUMN "flex"."client_fees"."revenue_in_base" IS 'Revenue in base currency. Attribute revenueInBase.';
COMMENT ON COLUMN "flex"."client_fees"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."client_fees"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."client_fees"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."client_fees"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."client_fees"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."client_fees"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."client_fees"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."client_fees"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."client_fees"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."client_fees"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."client_fees"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."client_fees"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."client_fees"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."client_fees_details" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "broker_execution_charge" numeric,
  "clearing_charge" numeric,
  "currency" text,
  "date" date,
  "description" text,
  "exec_id" text,
  "expense" numeric,
  "fee_type" text,
  "fx_rate_to_base" numeric,
  "level_of_detail" text,
  "model" text,
  "net" numeric,
  "other" numeric,
  "reg_finra_trading_activity_fee" numeric,
  "reg_other" numeric,
  "reg_section31_transaction_fee" numeric,
  "revenue" numeric,
  "third_party_execution_charge" numeric,
  "third_party_regulatory_charge" numeric,
  "total_commission" numeric,
  "total_net" numeric,
  "total_net_in_base" numeric,
  "total_revenue" numeric,
  "trade_id" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "client_fees_details_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "client_fees_details_statement" ON "flex"."client_fees_details" (_statement_id);
COMMENT ON TABLE "flex"."client_fees_details" IS 'One fee charged to a client, split into its components. ClientFeesDetail of ClientFeesDetail; event, by date.';
COMMENT ON COLUMN "flex"."client_fees_details"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."client_fees_details"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."client_fees_details"."broker_execution_charge" IS 'Charge of the broker for execution. Attribute brokerExecutionCharge.';
COMMENT ON COLUMN "flex"."client_fees_details"."clearing_charge" IS 'Charge for clearing. Attribute clearingCharge.';
COMMENT ON COLUMN "flex"."client_fees_details"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."client_fees_details"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."client_fees_details"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."client_fees_details"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."client_fees_details"."expense" IS 'Expense. Attribute expense.';
COMMENT ON COLUMN "flex"."client_fees_details"."fee_type" IS 'Kind of fee. Attribute feeType.';
COMMENT ON COLUMN "flex"."client_fees_details"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."client_fees_details"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."client_fees_details"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."client_fees_details"."net" IS 'Revenue less expense. Attribute net.';
COMMENT ON COLUMN "flex"."client_fees_details"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."client_fees_details"."reg_finra_trading_activity_fee" IS 'FINRA trading activity fee. Attribute regFINRATradingActivityFee.';
COMMENT ON COLUMN "flex"."client_fees_details"."reg_other" IS 'Other regulatory fees. Attribute regOther.';
COMMENT ON COLUMN "flex"."client_fees_details"."reg_section31_transaction_fee" IS 'Section 31 fee. Attribute regSection31TransactionFee.';
COMMENT ON COLUMN "flex"."client_fees_details"."revenue" IS 'Revenue. Attribute revenue.';
COMMENT ON COLUMN "flex"."client_fees_details"."third_party_execution_charge" IS 'Charge of third parties for execution. Attribute thirdPartyExecutionCharge.';
COMMENT ON COLUMN "flex"."client_fees_details"."third_party_regulatory_charge" IS 'Charge of regulators. Attribute thirdPartyRegulatoryCharge.';
COMMENT ON COLUMN "flex"."client_fees_details"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."client_fees_details"."total_net" IS 'Net in all. Attribute totalNet.';
COMMENT ON COLUMN "flex"."client_fees_details"."total_net_in_base" IS 'Net in all, in base currency. Attribute totalNetInBase.';
COMMENT ON COLUMN "flex"."client_fees_details"."total_revenue" IS 'Revenue in all. Attribute totalRevenue.';
COMMENT ON COLUMN "flex"."client_fees_details"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."client_fees_details"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."client_fees_details"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."client_fees_details"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."client_fees_details"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."client_fees_details"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."client_fees_details"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."client_fees_details"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."complex_positions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "close_price" numeric,
  "conid" text,
  "cusip" text,
  "description" text,
  "expiry" date,
  "isin" text,
  "issuer" text,
  "level_of_detail" text,
  "listing_exchange" text,
  "mtm_pnl" numeric,
  "multiplier" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "security_id" text,
  "security_id_type" text,
  "strike" numeric,
  "symbol" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "value" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "complex_positions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "complex_positions_statement" ON "flex"."complex_positions" (_statement_id);
COMMENT ON TABLE "flex"."complex_positions" IS 'One leg or combination held at the end of the window. ComplexPosition of ComplexPositions; snapshot.';
COMMENT ON COLUMN "flex"."complex_positions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."complex_positions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."complex_positions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."complex_positions"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."complex_positions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."complex_positions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."complex_positions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."complex_positions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."complex_positions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."complex_positions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."complex_positions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."complex_positions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."complex_positions"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."complex_positions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."complex_positions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."complex_positions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."complex_positions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."complex_positions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."complex_positions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."complex_positions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."complex_positions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."complex_positions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."complex_positions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."complex_positions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."complex_positions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."complex_positions"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."complex_positions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."complex_positions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."complex_positions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."complex_positions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."complex_positions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."complex_positions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."complex_positions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."conversion_rates" (
  "report_date" date,
  "from_currency" text,
  "to_currency" text,
  "rate" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "conversion_rates_key" UNIQUE ("_row_key")
);
CREATE INDEX IF NOT EXISTS "conversion_rates_statement" ON "flex"."conversion_rates" (_statement_id);
COMMENT ON TABLE "flex"."conversion_rates" IS 'The rate of one currency pair on one day. ConversionRate of ConversionRates; reference.';
COMMENT ON COLUMN "flex"."conversion_rates"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."conversion_rates"."from_currency" IS 'Currency converted from. Attribute fromCurrency.';
COMMENT ON COLUMN "flex"."conversion_rates"."to_currency" IS 'Currency converted to. Attribute toCurrency.';
COMMENT ON COLUMN "flex"."conversion_rates"."rate" IS 'Rate; -1 stands for none. Attribute rate.';
COMMENT ON COLUMN "flex"."conversion_rates"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."conversion_rates"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."conversion_rates"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."conversion_rates"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."conversion_rates"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."conversion_rates"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."conversion_rates"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."corporate_actions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "date_time" timestamptz,
  "action_description" text,
  "amount" numeric,
  "proceeds" numeric,
  "value" numeric,
  "quantity" numeric,
  "cost_basis" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "code" text,
  "type" text,
  "transaction_id" text,
  "action_id" text,
  "level_of_detail" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "accrued_int" numeric,
  "action_type" text,
  "capital_gains_pnl" numeric,
  "cost" numeric,
  "date" date,
  "ex_date" date,
  "fx_pnl" numeric,
  "pay_date" date,
  "realized_pl" numeric,
  "record_date" date,
  "sedol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "corporate_actions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "corporate_actions_statement" ON "flex"."corporate_actions" (_statement_id);
COMMENT ON TABLE "flex"."corporate_actions" IS 'One leg of a corporate action. CorporateAction of CorporateActions; event, by reportDate.';
COMMENT ON COLUMN "flex"."corporate_actions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."corporate_actions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."corporate_actions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."corporate_actions"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."corporate_actions"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."corporate_actions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."corporate_actions"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."corporate_actions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."corporate_actions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."corporate_actions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."corporate_actions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."corporate_actions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."corporate_actions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."corporate_actions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."corporate_actions"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."corporate_actions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."corporate_actions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."corporate_actions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."corporate_actions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."corporate_actions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."corporate_actions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."corporate_actions"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."corporate_actions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."corporate_actions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."corporate_actions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."corporate_actions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."corporate_actions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."corporate_actions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."corporate_actions"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."corporate_actions"."action_description" IS 'The corporate action, in words. Attribute actionDescription.';
COMMENT ON COLUMN "flex"."corporate_actions"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."corporate_actions"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."corporate_actions"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."corporate_actions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."corporate_actions"."cost_basis" IS 'Cost basis. Attribute costBasis.';
COMMENT ON COLUMN "flex"."corporate_actions"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."corporate_actions"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."corporate_actions"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."corporate_actions"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."corporate_actions"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."corporate_actions"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."corporate_actions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."corporate_actions"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."corporate_actions"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."corporate_actions"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."corporate_actions"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."corporate_actions"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."corporate_actions"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."corporate_actions"."action_type" IS 'Attribute actionType.';
COMMENT ON COLUMN "flex"."corporate_actions"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."corporate_actions"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."corporate_actions"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."corporate_actions"."ex_date" IS 'Ex-dividend date. Attribute exDate.';
COMMENT ON COLUMN "flex"."corporate_actions"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."corporate_actions"."pay_date" IS 'Date of payment. Attribute payDate.';
COMMENT ON COLUMN "flex"."corporate_actions"."realized_pl" IS 'Realized profit. Attribute realizedPL.';
COMMENT ON COLUMN "flex"."corporate_actions"."record_date" IS 'Record date. Attribute recordDate.';
COMMENT ON COLUMN "flex"."corporate_actions"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."corporate_actions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."corporate_actions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."corporate_actions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."corporate_actions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."corporate_actions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."corporate_actions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."corporate_actions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."debit_card_activities" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "amount" numeric,
  "asset_category" text,
  "category" text,
  "currency" text,
  "date" date,
  "fx_rate_to_base" numeric,
  "merchant" text,
  "merchant_name_location" text,
  "model" text,
  "posting_date" date,
  "report_date" date,
  "status" text,
  "transaction_date_time" timestamptz,
  "transaction_type" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "debit_card_activities_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "debit_card_activities_statement" ON "flex"."debit_card_activities" (_statement_id);
COMMENT ON TABLE "flex"."debit_card_activities" IS 'One use of the debit card. DebitCardActivity of DebitCardActivities; event, by reportDate.';
COMMENT ON COLUMN "flex"."debit_card_activities"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."debit_card_activities"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."debit_card_activities"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."debit_card_activities"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."debit_card_activities"."category" IS 'Category. Attribute category.';
COMMENT ON COLUMN "flex"."debit_card_activities"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."debit_card_activities"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."debit_card_activities"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."debit_card_activities"."merchant" IS 'Merchant. Attribute merchant.';
COMMENT ON COLUMN "flex"."debit_card_activities"."merchant_name_location" IS 'Name and place of the merchant. Attribute merchantNameLocation.';
COMMENT ON COLUMN "flex"."debit_card_activities"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."debit_card_activities"."posting_date" IS 'Date of posting. Attribute postingDate.';
COMMENT ON COLUMN "flex"."debit_card_activities"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."debit_card_activities"."status" IS 'Status. Attribute status.';
COMMENT ON COLUMN "flex"."debit_card_activities"."transaction_date_time" IS 'Time of the transaction. Attribute transactionDateTime.';
COMMENT ON COLUMN "flex"."debit_card_activities"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."debit_card_activities"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."equity_summary_by_report_date_in_base" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "report_date" date,
  "cash" numeric,
  "cash_long" numeric,
  "cash_short" numeric,
  "broker_cash_component" numeric,
  "broker_cash_component_long" numeric,
  "broker_cash_component_short" numeric,
  "fdic_insured_bank_sweep_account_cash_component" numeric,
  "fdic_insured_bank_sweep_account_cash_component_long" numeric,
  "fdic_insured_bank_sweep_account_cash_component_short" numeric,
  "insured_bank_deposit_redemption_cash_component" numeric,
  "insured_bank_deposit_redemption_cash_component_long" numeric,
  "insured_bank_deposit_redemption_cash_component_short" numeric,
  "slb_cash_collateral" numeric,
  "slb_cash_collateral_long" numeric,
  "slb_cash_collateral_short" numeric,
  "stock" numeric,
  "stock_long" numeric,
  "stock_short" numeric,
  "ipo_subscription" numeric,
  "ipo_subscription_long" numeric,
  "ipo_subscription_short" numeric,
  "slb_direct_securities_borrowed" numeric,
  "slb_direct_securities_borrowed_long" numeric,
  "slb_direct_securities_borrowed_short" numeric,
  "slb_direct_securities_lent" numeric,
  "slb_direct_securities_lent_long" numeric,
  "slb_direct_securities_lent_short" numeric,
  "options" numeric,
  "options_long" numeric,
  "options_short" numeric,
  "bonds" numeric,
  "bonds_long" numeric,
  "bonds_short" numeric,
  "commodities" numeric,
  "commodities_long" numeric,
  "commodities_short" numeric,
  "notes" numeric,
  "notes_long" numeric,
  "notes_short" numeric,
  "funds" numeric,
  "funds_long" numeric,
  "funds_short" numeric,
  "dividend_accruals" numeric,
  "dividend_accruals_long" numeric,
  "dividend_accruals_short" numeric,
  "lite_surcharge_accruals" numeric,
  "lite_surcharge_accruals_long" numeric,
  "lite_surcharge_accruals_short" numeric,
  "cgt_withholding_accruals" numeric,
  "cgt_withholding_accruals_long" numeric,
  "cgt_withholding_accruals_short" numeric,
  "interest_accruals" numeric,
  "interest_accruals_long" numeric,
  "interest_accruals_short" numeric,
  "incentive_coupon_accruals" numeric,
  "incentive_coupon_accruals_long" numeric,
  "incentive_coupon_accruals_short" numeric,
  "broker_interest_accruals_component" numeric,
  "broker_interest_accruals_component_long" numeric,
  "broker_interest_accruals_component_short" numeric,
  "fdic_insured_account_interest_accruals_component" numeric,
  "fdic_insured_account_interest_accruals_component_long" numeric,
  "fdic_insured_account_interest_accruals_component_short" numeric,
  "bond_interest_accruals_component" numeric,
  "bond_interest_accruals_component_long" numeric,
  "bond_interest_accruals_component_short" numeric,
  "broker_fees_accruals_component" numeric,
  "broker_fees_accruals_component_long" numeric,
  "broker_fees_accruals_component_short" numeric,
  "event_contract_interest_accruals" numeric,
  "event_contract_interest_accruals_long" numeric,
  "event_contract_interest_accruals_short" numeric,
  "margin_financing_charge_accruals" numeric,
  "margin_financing_charge_accruals_long" numeric,
  "margin_financing_charge_accruals_short" numeric,
  "soft_dollars" numeric,
  "soft_dollars_long" numeric,
  "soft_dollars_short" numeric,
  "forex_cfd_unrealized_pl" numeric,
  "forex_cfd_unrealized_pl_long" numeric,
  "forex_cfd_unrealized_pl_short" numeric,
  "cfd_unrealized_pl" numeric,
  "cfd_unrealized_pl_long" numeric,
  "cfd_unrealized_pl_short" numeric,
  "phys_del" numeric,
  "phys_del_long" numeric,
  "phys_del_short" numeric,
  "crypto" numeric,
  "crypto_long" numeric,
  "crypto_short" numeric,
  "total" numeric,
  "total_long" numeric,
  "total_short" numeric,
  "accrued_dividend" numeric,
  "accrued_interest" numeric,
  "fdic_insured_account_interest_accruals" numeric,
  "fdic_insured_account_interest_accruals_long" numeric,
  "fdic_insured_account_interest_accruals_short" numeric,
  "fdic_insured_bank_sweep_account" numeric,
  "fdic_insured_bank_sweep_account_cash" numeric,
  "fdic_insured_bank_sweep_account_long" numeric,
  "fdic_insured_bank_sweep_account_short" numeric,
  "futures" numeric,
  "futures_long" numeric,
  "futures_short" numeric,
  "gross_position_value" numeric,
  "net_liquidation" numeric,
  "net_liquidation_uncertainty" numeric,
  "settled_cash" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "equity_summary_by_report_date_in_base_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "equity_summary_by_report_date_in_base_statement" ON "flex"."equity_summary_by_report_date_in_base" (_statement_id);
COMMENT ON TABLE "flex"."equity_summary_by_report_date_in_base" IS 'The net asset value of the account on one day, by asset class. EquitySummaryByReportDateInBase of EquitySummaryInBase; event, by reportDate.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cash" IS 'Cash. Attribute cash.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cash_long" IS 'Cash, long side. Attribute cashLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cash_short" IS 'Cash, short side. Attribute cashShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_cash_component" IS 'Cash held by the broker. Attribute brokerCashComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_cash_component_long" IS 'Cash held by the broker, long side. Attribute brokerCashComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_cash_component_short" IS 'Cash held by the broker, short side. Attribute brokerCashComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_cash_component" IS 'Cash swept to insured banks. Attribute fdicInsuredBankSweepAccountCashComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_cash_component_long" IS 'Cash swept to insured banks, long side. Attribute fdicInsuredBankSweepAccountCashComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_cash_component_short" IS 'Cash swept to insured banks, short side. Attribute fdicInsuredBankSweepAccountCashComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."insured_bank_deposit_redemption_cash_component" IS 'Cash being redeemed from insured banks. Attribute insuredBankDepositRedemptionCashComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."insured_bank_deposit_redemption_cash_component_long" IS 'Cash being redeemed from insured banks, long side. Attribute insuredBankDepositRedemptionCashComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."insured_bank_deposit_redemption_cash_component_short" IS 'Cash being redeemed from insured banks, short side. Attribute insuredBankDepositRedemptionCashComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_cash_collateral" IS 'Cash collateral of stock lending. Attribute slbCashCollateral.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_cash_collateral_long" IS 'Cash collateral of stock lending, long side. Attribute slbCashCollateralLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_cash_collateral_short" IS 'Cash collateral of stock lending, short side. Attribute slbCashCollateralShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."stock" IS 'Stock. Attribute stock.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."stock_long" IS 'Stock, long side. Attribute stockLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."stock_short" IS 'Stock, short side. Attribute stockShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."ipo_subscription" IS 'Subscriptions to initial public offerings. Attribute ipoSubscription.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."ipo_subscription_long" IS 'Subscriptions to initial public offerings, long side. Attribute ipoSubscriptionLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."ipo_subscription_short" IS 'Subscriptions to initial public offerings, short side. Attribute ipoSubscriptionShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_borrowed" IS 'Securities borrowed directly. Attribute slbDirectSecuritiesBorrowed.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_borrowed_long" IS 'Securities borrowed directly, long side. Attribute slbDirectSecuritiesBorrowedLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_borrowed_short" IS 'Securities borrowed directly, short side. Attribute slbDirectSecuritiesBorrowedShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_lent" IS 'Securities lent directly. Attribute slbDirectSecuritiesLent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_lent_long" IS 'Securities lent directly, long side. Attribute slbDirectSecuritiesLentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."slb_direct_securities_lent_short" IS 'Securities lent directly, short side. Attribute slbDirectSecuritiesLentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."options" IS 'Options. Attribute options.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."options_long" IS 'Options, long side. Attribute optionsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."options_short" IS 'Options, short side. Attribute optionsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bonds" IS 'Bonds. Attribute bonds.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bonds_long" IS 'Bonds, long side. Attribute bondsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bonds_short" IS 'Bonds, short side. Attribute bondsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."commodities" IS 'Commodities. Attribute commodities.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."commodities_long" IS 'Commodities, long side. Attribute commoditiesLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."commodities_short" IS 'Commodities, short side. Attribute commoditiesShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."notes" IS 'Notes, an asset class. Attribute notes.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."notes_long" IS 'Notes, an asset class, long side. Attribute notesLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."notes_short" IS 'Notes, an asset class, short side. Attribute notesShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."funds" IS 'Funds. Attribute funds.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."funds_long" IS 'Funds, long side. Attribute fundsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."funds_short" IS 'Funds, short side. Attribute fundsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."dividend_accruals" IS 'Dividends accrued. Attribute dividendAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."dividend_accruals_long" IS 'Dividends accrued, long side. Attribute dividendAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."dividend_accruals_short" IS 'Dividends accrued, short side. Attribute dividendAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."lite_surcharge_accruals" IS 'Lite surcharges accrued. Attribute liteSurchargeAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."lite_surcharge_accruals_long" IS 'Lite surcharges accrued, long side. Attribute liteSurchargeAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."lite_surcharge_accruals_short" IS 'Lite surcharges accrued, short side. Attribute liteSurchargeAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cgt_withholding_accruals" IS 'Capital gains tax accrued. Attribute cgtWithholdingAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cgt_withholding_accruals_long" IS 'Capital gains tax accrued, long side. Attribute cgtWithholdingAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cgt_withholding_accruals_short" IS 'Capital gains tax accrued, short side. Attribute cgtWithholdingAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."interest_accruals" IS 'Interest accrued. Attribute interestAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."interest_accruals_long" IS 'Interest accrued, long side. Attribute interestAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."interest_accruals_short" IS 'Interest accrued, short side. Attribute interestAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."incentive_coupon_accruals" IS 'Incentive coupons accrued. Attribute incentiveCouponAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."incentive_coupon_accruals_long" IS 'Incentive coupons accrued, long side. Attribute incentiveCouponAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."incentive_coupon_accruals_short" IS 'Incentive coupons accrued, short side. Attribute incentiveCouponAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_interest_accruals_component" IS 'Interest accrued at the broker. Attribute brokerInterestAccrualsComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_interest_accruals_component_long" IS 'Interest accrued at the broker, long side. Attribute brokerInterestAccrualsComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_interest_accruals_component_short" IS 'Interest accrued at the broker, short side. Attribute brokerInterestAccrualsComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals_component" IS 'Interest accrued at insured banks. Attribute fdicInsuredAccountInterestAccrualsComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals_component_long" IS 'Interest accrued at insured banks, long side. Attribute fdicInsuredAccountInterestAccrualsComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals_component_short" IS 'Interest accrued at insured banks, short side. Attribute fdicInsuredAccountInterestAccrualsComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bond_interest_accruals_component" IS 'Interest accrued on bonds. Attribute bondInterestAccrualsComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bond_interest_accruals_component_long" IS 'Interest accrued on bonds, long side. Attribute bondInterestAccrualsComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."bond_interest_accruals_component_short" IS 'Interest accrued on bonds, short side. Attribute bondInterestAccrualsComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_fees_accruals_component" IS 'Broker fees accrued. Attribute brokerFeesAccrualsComponent.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_fees_accruals_component_long" IS 'Broker fees accrued, long side. Attribute brokerFeesAccrualsComponentLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."broker_fees_accruals_component_short" IS 'Broker fees accrued, short side. Attribute brokerFeesAccrualsComponentShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."event_contract_interest_accruals" IS 'Interest accrued on event contracts. Attribute eventContractInterestAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."event_contract_interest_accruals_long" IS 'Interest accrued on event contracts, long side. Attribute eventContractInterestAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."event_contract_interest_accruals_short" IS 'Interest accrued on event contracts, short side. Attribute eventContractInterestAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."margin_financing_charge_accruals" IS 'Margin financing charges accrued. Attribute marginFinancingChargeAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."margin_financing_charge_accruals_long" IS 'Margin financing charges accrued, long side. Attribute marginFinancingChargeAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."margin_financing_charge_accruals_short" IS 'Margin financing charges accrued, short side. Attribute marginFinancingChargeAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."soft_dollars" IS 'Soft dollars. Attribute softDollars.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."soft_dollars_long" IS 'Soft dollars, long side. Attribute softDollarsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."soft_dollars_short" IS 'Soft dollars, short side. Attribute softDollarsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."forex_cfd_unrealized_pl" IS 'Unrealized profit of currency contracts for difference. Attribute forexCfdUnrealizedPl.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."forex_cfd_unrealized_pl_long" IS 'Unrealized profit of currency contracts for difference, long side. Attribute forexCfdUnrealizedPlLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."forex_cfd_unrealized_pl_short" IS 'Unrealized profit of currency contracts for difference, short side. Attribute forexCfdUnrealizedPlShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cfd_unrealized_pl" IS 'Unrealized profit of contracts for difference. Attribute cfdUnrealizedPl.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cfd_unrealized_pl_long" IS 'Unrealized profit of contracts for difference, long side. Attribute cfdUnrealizedPlLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."cfd_unrealized_pl_short" IS 'Unrealized profit of contracts for difference, short side. Attribute cfdUnrealizedPlShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."phys_del" IS 'Physical delivery. Attribute physDel.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."phys_del_long" IS 'Physical delivery, long side. Attribute physDelLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."phys_del_short" IS 'Physical delivery, short side. Attribute physDelShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."crypto" IS 'Crypto assets. Attribute crypto.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."crypto_long" IS 'Crypto assets, long side. Attribute cryptoLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."crypto_short" IS 'Crypto assets, short side. Attribute cryptoShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."total" IS 'Total. Attribute total.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."total_long" IS 'Total, long side. Attribute totalLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."total_short" IS 'Total, short side. Attribute totalShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."accrued_dividend" IS 'Attribute accruedDividend.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."accrued_interest" IS 'Attribute accruedInterest.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals" IS 'Attribute fdicInsuredAccountInterestAccruals.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals_long" IS 'Attribute fdicInsuredAccountInterestAccrualsLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_account_interest_accruals_short" IS 'Attribute fdicInsuredAccountInterestAccrualsShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account" IS 'Attribute fdicInsuredBankSweepAccount.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_cash" IS 'Attribute fdicInsuredBankSweepAccountCash.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_long" IS 'Attribute fdicInsuredBankSweepAccountLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."fdic_insured_bank_sweep_account_short" IS 'Attribute fdicInsuredBankSweepAccountShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."futures" IS 'Futures. Attribute futures.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."futures_long" IS 'Futures, long side. Attribute futuresLong.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."futures_short" IS 'Futures, short side. Attribute futuresShort.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."gross_position_value" IS 'Attribute grossPositionValue.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."net_liquidation" IS 'Attribute netLiquidation.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."net_liquidation_uncertainty" IS 'Attribute netLiquidationUncertainty.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."settled_cash" IS 'Settled cash. Attribute settledCash.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."equity_summary_by_report_date_in_base"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."fifo_performance_summary_underlyings" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "cost_adj" numeric,
  "realized_st_profit" numeric,
  "realized_st_loss" numeric,
  "realized_lt_profit" numeric,
  "realized_lt_loss" numeric,
  "total_realized_pnl" numeric,
  "unrealized_profit" numeric,
  "unrealized_loss" numeric,
  "unrealized_st_profit" numeric,
  "unrealized_st_loss" numeric,
  "unrealized_lt_profit" numeric,
  "unrealized_lt_loss" numeric,
  "total_unrealized_pnl" numeric,
  "total_fifo_pnl" numeric,
  "transferred_pnl" numeric,
  "code" text,
  "commodity_type" text,
  "delivery_type" text,
  "figi" text,
  "fineness" numeric,
  "issuer_country_code" text,
  "level_of_detail" text,
  "realized_long_term_pnl" numeric,
  "realized_short_term_pnl" numeric,
  "realized_total_pnl" numeric,
  "sedol" text,
  "serial_number" text,
  "sub_category" text,
  "total_capital_gains_pnl" numeric,
  "total_fx_pnl" numeric,
  "total_income" numeric,
  "total_realized_capital_gains_pnl" numeric,
  "total_realized_fx_pnl" numeric,
  "total_unrealized_capital_gains_pnl" numeric,
  "total_unrealized_fx_pnl" numeric,
  "transferred_capital_gains_pnl" numeric,
  "transferred_fx_pnl" numeric,
  "unrealized_long_term_pnl" numeric,
  "unrealized_short_term_pnl" numeric,
  "unrealized_total_pnl" numeric,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "fifo_performance_summary_underlyings_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "fifo_performance_summary_underlyings_statement" ON "flex"."fifo_performance_summary_underlyings" (_statement_id);
COMMENT ON TABLE "flex"."fifo_performance_summary_underlyings" IS 'Realized and unrealized profit of one instrument over the window. FIFOPerformanceSummaryUnderlying of FIFOPerformanceSummaryInBase; window.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."cost_adj" IS 'Adjustments of cost. Attribute costAdj.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_st_profit" IS 'Realized profit, short term. Attribute realizedSTProfit.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_st_loss" IS 'Realized loss, short term. Attribute realizedSTLoss.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_lt_profit" IS 'Realized profit, long term. Attribute realizedLTProfit.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_lt_loss" IS 'Realized loss, long term. Attribute realizedLTLoss.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_realized_pnl" IS 'Realized profit in all. Attribute totalRealizedPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_profit" IS 'Unrealized profit. Attribute unrealizedProfit.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_loss" IS 'Unrealized loss. Attribute unrealizedLoss.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_st_profit" IS 'Unrealized profit, short term. Attribute unrealizedSTProfit.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_st_loss" IS 'Unrealized loss, short term. Attribute unrealizedSTLoss.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_lt_profit" IS 'Unrealized profit, long term. Attribute unrealizedLTProfit.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_lt_loss" IS 'Unrealized loss, long term. Attribute unrealizedLTLoss.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_unrealized_pnl" IS 'Unrealized profit in all. Attribute totalUnrealizedPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_fifo_pnl" IS 'Realized and unrealized profit. Attribute totalFifoPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."transferred_pnl" IS 'Profit transferred. Attribute transferredPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_long_term_pnl" IS 'Realized profit, long term. Attribute realizedLongTermPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_short_term_pnl" IS 'Realized profit, short term. Attribute realizedShortTermPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."realized_total_pnl" IS 'Realized profit in all. Attribute realizedTotalPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_capital_gains_pnl" IS 'Profit from capital gains in all. Attribute totalCapitalGainsPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_fx_pnl" IS 'Profit from exchange rates in all. Attribute totalFxPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_income" IS 'Income in all. Attribute totalIncome.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_realized_capital_gains_pnl" IS 'Realized profit from capital gains. Attribute totalRealizedCapitalGainsPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_realized_fx_pnl" IS 'Realized profit from exchange rates. Attribute totalRealizedFxPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_unrealized_capital_gains_pnl" IS 'Unrealized profit from capital gains. Attribute totalUnrealizedCapitalGainsPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."total_unrealized_fx_pnl" IS 'Unrealized profit from exchange rates. Attribute totalUnrealizedFxPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."transferred_capital_gains_pnl" IS 'Transferred profit from capital gains. Attribute transferredCapitalGainsPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."transferred_fx_pnl" IS 'Transferred profit from exchange rates. Attribute transferredFxPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_long_term_pnl" IS 'Unrealized profit, long term. Attribute unrealizedLongTermPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_short_term_pnl" IS 'Unrealized profit, short term. Attribute unrealizedShortTermPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."unrealized_total_pnl" IS 'Unrealized profit in all. Attribute unrealizedTotalPnl.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."fifo_performance_summary_underlyings"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."fx_positions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "report_date" date,
  "fx_currency" text,
  "quantity" numeric,
  "value" numeric,
  "asset_category" text,
  "close_price" numeric,
  "code" text,
  "cost_basis" numeric,
  "cost_price" numeric,
  "functional_currency" text,
  "level_of_detail" text,
  "lot_description" text,
  "lot_open_date_time" timestamptz,
  "model" text,
  "unrealized_pl" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "fx_positions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "fx_positions_statement" ON "flex"."fx_positions" (_statement_id);
COMMENT ON TABLE "flex"."fx_positions" IS 'One currency held at the end of the window. FxPosition of FxPositions; snapshot.';
COMMENT ON COLUMN "flex"."fx_positions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."fx_positions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."fx_positions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."fx_positions"."fx_currency" IS 'Currency held. Attribute fxCurrency.';
COMMENT ON COLUMN "flex"."fx_positions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."fx_positions"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."fx_positions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."fx_positions"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."fx_positions"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."fx_positions"."cost_basis" IS 'Cost basis. Attribute costBasis.';
COMMENT ON COLUMN "flex"."fx_positions"."cost_price" IS 'Cost for one unit. Attribute costPrice.';
COMMENT ON COLUMN "flex"."fx_positions"."functional_currency" IS 'Currency that gains are measured in. Attribute functionalCurrency.';
COMMENT ON COLUMN "flex"."fx_positions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."fx_positions"."lot_description" IS 'The lot, in words. Attribute lotDescription.';
COMMENT ON COLUMN "flex"."fx_positions"."lot_open_date_time" IS 'When the lot was opened. Attribute lotOpenDateTime.';
COMMENT ON COLUMN "flex"."fx_positions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."fx_positions"."unrealized_pl" IS 'Unrealized profit. Attribute unrealizedPL.';
COMMENT ON COLUMN "flex"."fx_positions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."fx_positions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."fx_positions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."fx_positions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."fx_positions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."fx_positions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."fx_positions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."fx_lots" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "close_price" numeric,
  "code" text,
  "cost_basis" numeric,
  "cost_price" numeric,
  "functional_currency" text,
  "fx_currency" text,
  "level_of_detail" text,
  "lot_description" text,
  "lot_open_date_time" timestamptz,
  "model" text,
  "quantity" numeric,
  "report_date" date,
  "unrealized_pl" numeric,
  "value" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "fx_lots_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "fx_lots_statement" ON "flex"."fx_lots" (_statement_id);
COMMENT ON TABLE "flex"."fx_lots" IS 'One lot of a currency held at the end of the window. FxLot of FxPositions; snapshot.';
COMMENT ON COLUMN "flex"."fx_lots"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."fx_lots"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."fx_lots"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."fx_lots"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."fx_lots"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."fx_lots"."cost_basis" IS 'Cost basis. Attribute costBasis.';
COMMENT ON COLUMN "flex"."fx_lots"."cost_price" IS 'Cost for one unit. Attribute costPrice.';
COMMENT ON COLUMN "flex"."fx_lots"."functional_currency" IS 'Currency that gains are measured in. Attribute functionalCurrency.';
COMMENT ON COLUMN "flex"."fx_lots"."fx_currency" IS 'Currency held. Attribute fxCurrency.';
COMMENT ON COLUMN "flex"."fx_lots"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."fx_lots"."lot_description" IS 'The lot, in words. Attribute lotDescription.';
COMMENT ON COLUMN "flex"."fx_lots"."lot_open_date_time" IS 'When the lot was opened. Attribute lotOpenDateTime.';
COMMENT ON COLUMN "flex"."fx_lots"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."fx_lots"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."fx_lots"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."fx_lots"."unrealized_pl" IS 'Unrealized profit. Attribute unrealizedPL.';
COMMENT ON COLUMN "flex"."fx_lots"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."fx_lots"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."fx_lots"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."fx_lots"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."fx_lots"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."fx_lots"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."fx_lots"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."fx_lots"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."fx_transactions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "asset_category" text,
  "report_date" date,
  "functional_currency" text,
  "fx_currency" text,
  "activity_description" text,
  "date_time" timestamptz,
  "quantity" numeric,
  "proceeds" numeric,
  "cost" numeric,
  "realized_pl" numeric,
  "code" text,
  "level_of_detail" text,
  "action_id" text,
  "description" text,
  "from_currency" text,
  "fx_rate_to_base" numeric,
  "to_currency" text,
  "transaction_id" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "fx_transactions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "fx_transactions_statement" ON "flex"."fx_transactions" (_statement_id);
COMMENT ON TABLE "flex"."fx_transactions" IS 'One change of a currency position. FxTransaction of FxTransactions; event, by reportDate.';
COMMENT ON COLUMN "flex"."fx_transactions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."fx_transactions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."fx_transactions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."fx_transactions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."fx_transactions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."fx_transactions"."functional_currency" IS 'Currency that gains are measured in. Attribute functionalCurrency.';
COMMENT ON COLUMN "flex"."fx_transactions"."fx_currency" IS 'Currency held. Attribute fxCurrency.';
COMMENT ON COLUMN "flex"."fx_transactions"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."fx_transactions"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."fx_transactions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."fx_transactions"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."fx_transactions"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."fx_transactions"."realized_pl" IS 'Realized profit. Attribute realizedPL.';
COMMENT ON COLUMN "flex"."fx_transactions"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."fx_transactions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."fx_transactions"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."fx_transactions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."fx_transactions"."from_currency" IS 'Currency converted from. Attribute fromCurrency.';
COMMENT ON COLUMN "flex"."fx_transactions"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."fx_transactions"."to_currency" IS 'Currency converted to. Attribute toCurrency.';
COMMENT ON COLUMN "flex"."fx_transactions"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."fx_transactions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."fx_transactions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."fx_transactions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."fx_transactions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."fx_transactions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."fx_transactions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."fx_transactions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."fx_closed_lots" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "asset_category" text,
  "report_date" date,
  "functional_currency" text,
  "fx_currency" text,
  "activity_description" text,
  "date_time" timestamptz,
  "quantity" numeric,
  "proceeds" numeric,
  "cost" numeric,
  "realized_pl" numeric,
  "code" text,
  "level_of_detail" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "fx_closed_lots_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "fx_closed_lots_statement" ON "flex"."fx_closed_lots" (_statement_id);
COMMENT ON TABLE "flex"."fx_closed_lots" IS 'One lot of a currency that was closed. FxClosedLot of FxTransactions; event, by reportDate.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."functional_currency" IS 'Currency that gains are measured in. Attribute functionalCurrency.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."fx_currency" IS 'Currency held. Attribute fxCurrency.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."realized_pl" IS 'Realized profit. Attribute realizedPL.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."fx_closed_lots"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."hard_to_borrow_details" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "borrow_fee" numeric,
  "borrow_fee_rate" numeric,
  "code" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "description" text,
  "expiry" date,
  "from_acct" text,
  "fx_rate_to_base" numeric,
  "isin" text,
  "issuer" text,
  "listing_exchange" text,
  "model" text,
  "multiplier" numeric,
  "price" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "security_id" text,
  "security_id_type" text,
  "strike" numeric,
  "symbol" text,
  "to_acct" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "value" numeric,
  "value_date" date,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "hard_to_borrow_details_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "hard_to_borrow_details_statement" ON "flex"."hard_to_borrow_details" (_statement_id);
COMMENT ON TABLE "flex"."hard_to_borrow_details" IS 'The borrow fee of one short position for one day. HardToBorrowDetail of HardToBorrowDetails; event, by valueDate.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."borrow_fee" IS 'Fee for borrowing. Attribute borrowFee.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."borrow_fee_rate" IS 'Rate of the borrow fee, in percent a year. Attribute borrowFeeRate.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."from_acct" IS 'Account it comes from. Attribute fromAcct.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."to_acct" IS 'Account it goes to. Attribute toAcct.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."value_date" IS 'Date from which the amount counts. Attribute valueDate.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."hard_to_borrow_details"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."interest_accruals_currencies" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "from_date" date,
  "to_date" date,
  "starting_accrual_balance" numeric,
  "interest_accrued" numeric,
  "accrual_reversal" numeric,
  "fx_translation" numeric,
  "ending_accrual_balance" numeric,
  "accrued_interest" numeric,
  "ending_balance" numeric,
  "starting_balance" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "interest_accruals_currencies_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "interest_accruals_currencies_statement" ON "flex"."interest_accruals_currencies" (_statement_id);
COMMENT ON TABLE "flex"."interest_accruals_currencies" IS 'Interest accrued in one currency over the window; currency BASE_SUMMARY is the sum in base currency. InterestAccrualsCurrency of InterestAccruals; window.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."from_date" IS 'First day of the window. Attribute fromDate.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."to_date" IS 'Last day of the window. Attribute toDate.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."starting_accrual_balance" IS 'Balance accrued at the start of the window. Attribute startingAccrualBalance.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."interest_accrued" IS 'Interest accrued over the window. Attribute interestAccrued.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."accrual_reversal" IS 'Reversals of accruals. Attribute accrualReversal.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."fx_translation" IS 'Effect of translating currencies. Attribute fxTranslation.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."ending_accrual_balance" IS 'Balance accrued at the end of the window. Attribute endingAccrualBalance.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."accrued_interest" IS 'Attribute accruedInterest.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."ending_balance" IS 'Attribute endingBalance.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."starting_balance" IS 'Attribute startingBalance.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."interest_accruals_currencies"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."mtdytd_performance_summary_underlyings" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "broker_fees" numeric,
  "broker_fees_com" numeric,
  "broker_fees_mtd" numeric,
  "broker_fees_sec" numeric,
  "broker_fees_ytd" numeric,
  "commodity_type" text,
  "conid" text,
  "cusip" text,
  "delivery_type" text,
  "description" text,
  "expiry" date,
  "fineness" numeric,
  "isin" text,
  "issuer" text,
  "listing_exchange" text,
  "model" text,
  "mtm_mtd" numeric,
  "mtm_ytd" numeric,
  "multiplier" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "real_ltmtd" numeric,
  "real_ltytd" numeric,
  "real_stmtd" numeric,
  "real_stytd" numeric,
  "realized_capital_gains_pnl_mtd" numeric,
  "realized_capital_gains_pnl_ytd" numeric,
  "realized_fx_pnl_mtd" numeric,
  "realized_fx_pnl_ytd" numeric,
  "realized_pnl_mtd" numeric,
  "realized_pnl_ytd" numeric,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "strike" numeric,
  "symbol" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "mtdytd_performance_summary_underlyings_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "mtdytd_performance_summary_underlyings_statement" ON "flex"."mtdytd_performance_summary_underlyings" (_statement_id);
COMMENT ON TABLE "flex"."mtdytd_performance_summary_underlyings" IS 'The performance of one instrument, month to date and year to date. MTDYTDPerformanceSummaryUnderlying of MTDYTDPerformanceSummary; window.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."broker_fees" IS 'Fees of the broker. Attribute brokerFees.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."broker_fees_com" IS 'Fees of the broker, commodities segment. Attribute brokerFeesCom.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."broker_fees_mtd" IS 'Fees of the broker, month to date. Attribute brokerFeesMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."broker_fees_sec" IS 'Fees of the broker, securities segment. Attribute brokerFeesSec.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."broker_fees_ytd" IS 'Fees of the broker, year to date. Attribute brokerFeesYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."mtm_mtd" IS 'Mark-to-market profit, month to date. Attribute mtmMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."mtm_ytd" IS 'Mark-to-market profit, year to date. Attribute mtmYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."real_ltmtd" IS 'Realized profit, long term, month to date. Attribute realLTMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."real_ltytd" IS 'Realized profit, long term, year to date. Attribute realLTYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."real_stmtd" IS 'Realized profit, short term, month to date. Attribute realSTMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."real_stytd" IS 'Realized profit, short term, year to date. Attribute realSTYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_capital_gains_pnl_mtd" IS 'Realized profit from capital gains, month to date. Attribute realizedCapitalGainsPnlMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_capital_gains_pnl_ytd" IS 'Realized profit from capital gains, year to date. Attribute realizedCapitalGainsPnlYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_fx_pnl_mtd" IS 'Realized profit from exchange rates, month to date. Attribute realizedFxPnlMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_fx_pnl_ytd" IS 'Realized profit from exchange rates, year to date. Attribute realizedFxPnlYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_pnl_mtd" IS 'Realized profit, month to date. Attribute realizedPnlMTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."realized_pnl_ytd" IS 'Realized profit, year to date. Attribute realizedPnlYTD.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."mtdytd_performance_summary_underlyings"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."mtm_performance_summary_underlyings" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "prev_close_quantity" numeric,
  "prev_close_price" numeric,
  "close_quantity" numeric,
  "close_price" numeric,
  "transaction_mtm" numeric,
  "prior_open_mtm" numeric,
  "commissions" numeric,
  "other" numeric,
  "other_with_accruals" numeric,
  "total" numeric,
  "total_with_accruals" numeric,
  "code" text,
  "commodity_type" text,
  "corp_action_mtm" numeric,
  "cost_adj" numeric,
  "delivery_type" text,
  "dividends" numeric,
  "figi" text,
  "fineness" numeric,
  "issuer_country_code" text,
  "level_of_detail" text,
  "realized_lt_loss" numeric,
  "realized_lt_profit" numeric,
  "realized_st_loss" numeric,
  "realized_st_profit" numeric,
  "sedol" text,
  "serial_number" text,
  "sub_category" text,
  "unrealized_lt_loss" numeric,
  "unrealized_lt_profit" numeric,
  "unrealized_st_loss" numeric,
  "unrealized_st_profit" numeric,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "mtm_performance_summary_underlyings_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "mtm_performance_summary_underlyings_statement" ON "flex"."mtm_performance_summary_underlyings" (_statement_id);
COMMENT ON TABLE "flex"."mtm_performance_summary_underlyings" IS 'Mark-to-market profit of one instrument over the window. MTMPerformanceSummaryUnderlying of MTMPerformanceSummaryInBase; window.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."prev_close_quantity" IS 'Units at the previous close. Attribute prevCloseQuantity.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."prev_close_price" IS 'Price at the previous close. Attribute prevClosePrice.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."close_quantity" IS 'Units at the close. Attribute closeQuantity.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."transaction_mtm" IS 'Mark-to-market profit of trades. Attribute transactionMtm.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."prior_open_mtm" IS 'Mark-to-market profit of positions held before. Attribute priorOpenMtm.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."commissions" IS 'Commissions. Attribute commissions.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."other_with_accruals" IS 'Other, with accruals. Attribute otherWithAccruals.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."total" IS 'Total. Attribute total.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."total_with_accruals" IS 'Total, with accruals. Attribute totalWithAccruals.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."corp_action_mtm" IS 'Mark-to-market profit of corporate actions. Attribute corpActionMtm.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."cost_adj" IS 'Adjustments of cost. Attribute costAdj.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."dividends" IS 'Dividends. Attribute dividends.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."realized_lt_loss" IS 'Realized loss, long term. Attribute realizedLTLoss.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."realized_lt_profit" IS 'Realized profit, long term. Attribute realizedLTProfit.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."realized_st_loss" IS 'Realized loss, short term. Attribute realizedSTLoss.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."realized_st_profit" IS 'Realized profit, short term. Attribute realizedSTProfit.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."unrealized_lt_loss" IS 'Unrealized loss, long term. Attribute unrealizedLTLoss.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."unrealized_lt_profit" IS 'Unrealized profit, long term. Attribute unrealizedLTProfit.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."unrealized_st_loss" IS 'Unrealized loss, short term. Attribute unrealizedSTLoss.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."unrealized_st_profit" IS 'Unrealized profit, short term. Attribute unrealizedSTProfit.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."mtm_performance_summary_underlyings"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."net_stock_positions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "currency" text,
  "symbol" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "shares_at_ib" numeric,
  "net_shares" numeric,
  "asset_category" text,
  "sub_category" text,
  "description" text,
  "issuer" text,
  "issuer_country_code" text,
  "report_date" date,
  "commodity_type" text,
  "conid" text,
  "delivery_type" text,
  "expiry" date,
  "figi" text,
  "fineness" numeric,
  "listing_exchange" text,
  "model" text,
  "multiplier" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "sedol" text,
  "serial_number" text,
  "shares_borrowed" numeric,
  "shares_lent" numeric,
  "strike" numeric,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "net_stock_positions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "net_stock_positions_statement" ON "flex"."net_stock_positions" (_statement_id);
COMMENT ON TABLE "flex"."net_stock_positions" IS 'Shares of one instrument held, borrowed and lent at the end of the window. NetStockPosition of NetStockPositionSummary; snapshot.';
COMMENT ON COLUMN "flex"."net_stock_positions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."net_stock_positions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."net_stock_positions"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."net_stock_positions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."net_stock_positions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."net_stock_positions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."net_stock_positions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."net_stock_positions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."net_stock_positions"."shares_at_ib" IS 'Shares held at the broker. Attribute sharesAtIb.';
COMMENT ON COLUMN "flex"."net_stock_positions"."net_shares" IS 'Shares held, less lent, plus borrowed. Attribute netShares.';
COMMENT ON COLUMN "flex"."net_stock_positions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."net_stock_positions"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."net_stock_positions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."net_stock_positions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."net_stock_positions"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."net_stock_positions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."net_stock_positions"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."net_stock_positions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."net_stock_positions"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."net_stock_positions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."net_stock_positions"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."net_stock_positions"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."net_stock_positions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."net_stock_positions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."net_stock_positions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."net_stock_positions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."net_stock_positions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."net_stock_positions"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."net_stock_positions"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."net_stock_positions"."shares_borrowed" IS 'Shares borrowed. Attribute sharesBorrowed.';
COMMENT ON COLUMN "flex"."net_stock_positions"."shares_lent" IS 'Shares lent. Attribute sharesLent.';
COMMENT ON COLUMN "flex"."net_stock_positions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."net_stock_positions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."net_stock_positions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."net_stock_positions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."net_stock_positions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."net_stock_positions"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."net_stock_positions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."open_dividend_accruals" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "ex_date" date,
  "pay_date" date,
  "quantity" numeric,
  "tax" numeric,
  "fee" numeric,
  "gross_rate" numeric,
  "gross_amount" numeric,
  "net_amount" numeric,
  "code" text,
  "from_acct" text,
  "to_acct" text,
  "commodity_type" text,
  "delivery_type" text,
  "figi" text,
  "fineness" numeric,
  "sedol" text,
  "serial_number" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "open_dividend_accruals_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "open_dividend_accruals_statement" ON "flex"."open_dividend_accruals" (_statement_id);
COMMENT ON TABLE "flex"."open_dividend_accruals" IS 'One dividend accrued and not paid at the end of the window. OpenDividendAccrual of OpenDividendAccruals; snapshot.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."ex_date" IS 'Ex-dividend date. Attribute exDate.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."pay_date" IS 'Date of payment. Attribute payDate.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."fee" IS 'Fee. Attribute fee.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."gross_rate" IS 'Dividend for one unit. Attribute grossRate.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."gross_amount" IS 'Amount before tax and fees. Attribute grossAmount.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."net_amount" IS 'Amount after tax and fees. Attribute netAmount.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."from_acct" IS 'Account it comes from. Attribute fromAcct.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."to_acct" IS 'Account it goes to. Attribute toAcct.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."open_dividend_accruals"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."open_positions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "position" numeric,
  "mark_price" numeric,
  "position_value" numeric,
  "open_price" numeric,
  "cost_basis_price" numeric,
  "cost_basis_money" numeric,
  "percent_of_nav" numeric,
  "fifo_pnl_unrealized" numeric,
  "side" text,
  "level_of_detail" text,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "vesting_date" date,
  "code" text,
  "originating_order_id" text,
  "originating_transaction_id" text,
  "accrued_int" numeric,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "cost_basis_money_in_base" numeric,
  "coupon" text,
  "fifo_pnl_unrealized_in_base" numeric,
  "maturity" text,
  "position_value_in_base" numeric,
  "quantity" numeric,
  "sedol" text,
  "unrealized_capital_gains_pnl" numeric,
  "unrealizedl_fx_pnl" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "open_positions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "open_positions_statement" ON "flex"."open_positions" (_statement_id);
COMMENT ON TABLE "flex"."open_positions" IS 'One position (levelOfDetail SUMMARY) or one of its lots (LOT): filter on level_of_detail before summing. OpenPosition of OpenPositions; snapshot.';
COMMENT ON COLUMN "flex"."open_positions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."open_positions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."open_positions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."open_positions"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."open_positions"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."open_positions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."open_positions"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."open_positions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."open_positions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."open_positions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."open_positions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."open_positions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."open_positions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."open_positions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."open_positions"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."open_positions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."open_positions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."open_positions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."open_positions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."open_positions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."open_positions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."open_positions"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."open_positions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."open_positions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."open_positions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."open_positions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."open_positions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."open_positions"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."open_positions"."position" IS 'Units held; negative when short. Attribute position.';
COMMENT ON COLUMN "flex"."open_positions"."mark_price" IS 'Price at the end of the window. Attribute markPrice.';
COMMENT ON COLUMN "flex"."open_positions"."position_value" IS 'Value of the position. Attribute positionValue.';
COMMENT ON COLUMN "flex"."open_positions"."open_price" IS 'Average price of opening. Attribute openPrice.';
COMMENT ON COLUMN "flex"."open_positions"."cost_basis_price" IS 'Cost basis for one unit. Attribute costBasisPrice.';
COMMENT ON COLUMN "flex"."open_positions"."cost_basis_money" IS 'Cost basis. Attribute costBasisMoney.';
COMMENT ON COLUMN "flex"."open_positions"."percent_of_nav" IS 'Share of the net asset value, in percent. Attribute percentOfNAV.';
COMMENT ON COLUMN "flex"."open_positions"."fifo_pnl_unrealized" IS 'Unrealized profit, first in first out. Attribute fifoPnlUnrealized.';
COMMENT ON COLUMN "flex"."open_positions"."side" IS 'Long or short, or buy or sell. Attribute side.';
COMMENT ON COLUMN "flex"."open_positions"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."open_positions"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."open_positions"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."open_positions"."vesting_date" IS 'Date of vesting. Attribute vestingDate.';
COMMENT ON COLUMN "flex"."open_positions"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."open_positions"."originating_order_id" IS 'Order that opened the lot. Attribute originatingOrderID.';
COMMENT ON COLUMN "flex"."open_positions"."originating_transaction_id" IS 'Transaction that opened the lot. Attribute originatingTransactionID.';
COMMENT ON COLUMN "flex"."open_positions"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."open_positions"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."open_positions"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."open_positions"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."open_positions"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."open_positions"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."open_positions"."cost_basis_money_in_base" IS 'Cost basis in base currency. Attribute costBasisMoneyInBase.';
COMMENT ON COLUMN "flex"."open_positions"."coupon" IS 'Coupon of a bond. Attribute coupon.';
COMMENT ON COLUMN "flex"."open_positions"."fifo_pnl_unrealized_in_base" IS 'Unrealized profit in base currency. Attribute fifoPnlUnrealizedInBase.';
COMMENT ON COLUMN "flex"."open_positions"."maturity" IS 'Maturity of a bond. Attribute maturity.';
COMMENT ON COLUMN "flex"."open_positions"."position_value_in_base" IS 'Value of the position in base currency. Attribute positionValueInBase.';
COMMENT ON COLUMN "flex"."open_positions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."open_positions"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."open_positions"."unrealized_capital_gains_pnl" IS 'Unrealized profit from capital gains. Attribute unrealizedCapitalGainsPnl.';
COMMENT ON COLUMN "flex"."open_positions"."unrealizedl_fx_pnl" IS 'Unrealized profit from exchange rates; the wire spells it like this. Attribute unrealizedlFxPnl.';
COMMENT ON COLUMN "flex"."open_positions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."open_positions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."open_positions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."open_positions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."open_positions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."open_positions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."open_positions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."option_eae" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date" date,
  "transaction_type" text,
  "quantity" numeric,
  "trade_price" numeric,
  "mark_price" numeric,
  "proceeds" numeric,
  "commisions_and_tax" numeric,
  "cost_basis" numeric,
  "realized_pnl" numeric,
  "fx_pnl" numeric,
  "mtm_pnl" numeric,
  "trade_id" text,
  "action_id" text,
  "capital_gains_pnl" numeric,
  "commission" numeric,
  "commodity_type" text,
  "date_time" timestamptz,
  "delivery_type" text,
  "fifo_pnl_realized" numeric,
  "figi" text,
  "fineness" numeric,
  "initial_investment" boolean,
  "issuer_country_code" text,
  "level_of_detail" text,
  "notes" text,
  "orig_transaction_id" text,
  "related_trade_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "serial_number" text,
  "sub_category" text,
  "transaction_id" text,
  "type" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "option_eae_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "option_eae_statement" ON "flex"."option_eae" (_statement_id);
COMMENT ON TABLE "flex"."option_eae" IS 'One exercise, assignment or expiration, or the trade that came of it. OptionEAE of OptionEAE; event, by date.';
COMMENT ON COLUMN "flex"."option_eae"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."option_eae"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."option_eae"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."option_eae"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."option_eae"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."option_eae"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."option_eae"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."option_eae"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."option_eae"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."option_eae"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."option_eae"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."option_eae"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."option_eae"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."option_eae"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."option_eae"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."option_eae"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."option_eae"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."option_eae"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."option_eae"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."option_eae"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."option_eae"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."option_eae"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."option_eae"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."option_eae"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."option_eae"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."option_eae"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."option_eae"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."option_eae"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."option_eae"."mark_price" IS 'Price at the end of the window. Attribute markPrice.';
COMMENT ON COLUMN "flex"."option_eae"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."option_eae"."commisions_and_tax" IS 'Commissions and tax; the wire spells it like this. Attribute commisionsAndTax.';
COMMENT ON COLUMN "flex"."option_eae"."cost_basis" IS 'Cost basis. Attribute costBasis.';
COMMENT ON COLUMN "flex"."option_eae"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."option_eae"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."option_eae"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."option_eae"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."option_eae"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."option_eae"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."option_eae"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."option_eae"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."option_eae"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."option_eae"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."option_eae"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."option_eae"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."option_eae"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."option_eae"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."option_eae"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."option_eae"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."option_eae"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."option_eae"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."option_eae"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."option_eae"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."option_eae"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."option_eae"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."option_eae"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."option_eae"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."option_eae"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."option_eae"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."option_eae"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."option_eae"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."option_eae"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."option_eae"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."option_eae"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."option_eae"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."option_eae"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."prior_period_positions" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date" date,
  "price" numeric,
  "prior_mtm_pnl" numeric,
  "commodity_type" text,
  "delivery_type" text,
  "figi" text,
  "fineness" numeric,
  "issuer_country_code" text,
  "quantity" numeric,
  "sedol" text,
  "serial_number" text,
  "sub_category" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "prior_period_positions_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "prior_period_positions_statement" ON "flex"."prior_period_positions" (_statement_id);
COMMENT ON TABLE "flex"."prior_period_positions" IS 'The price of one position on one day, and its mark-to-market profit. PriorPeriodPosition of PriorPeriodPositions; event, by date.';
COMMENT ON COLUMN "flex"."prior_period_positions"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."prior_period_positions"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."prior_period_positions"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."prior_period_positions"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."prior_period_positions"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."prior_period_positions"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."prior_period_positions"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."prior_period_positions"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."prior_period_positions"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."prior_period_positions"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."prior_period_positions"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."prior_period_positions"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."prior_period_positions"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."prior_period_positions"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."prior_period_positions"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."prior_period_positions"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."prior_period_positions"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."prior_period_positions"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."prior_period_positions"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."prior_period_positions"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."prior_period_positions"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."prior_period_positions"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."prior_period_positions"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."prior_period_positions"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."prior_period_positions"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."prior_period_positions"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."prior_period_positions"."prior_mtm_pnl" IS 'Mark-to-market profit of the day. Attribute priorMtmPnl.';
COMMENT ON COLUMN "flex"."prior_period_positions"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."prior_period_positions"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."prior_period_positions"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."prior_period_positions"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."prior_period_positions"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."prior_period_positions"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."prior_period_positions"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."prior_period_positions"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."prior_period_positions"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."prior_period_positions"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."prior_period_positions"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."res_trades" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "amount" numeric,
  "capital_gains_pnl" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "date" date,
  "exec_id" text,
  "execution_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "order_id" text,
  "order_placement_time" text,
  "price" numeric,
  "sedol" text,
  "settle_date" date,
  "settlement_date" date,
  "source" text,
  "tax_amount" numeric,
  "tax_description" text,
  "trade_time" time,
  "underlying_isin" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "res_trades_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "res_trades_statement" ON "flex"."res_trades" (_statement_id);
COMMENT ON TABLE "flex"."res_trades" IS 'One trade of the RES section. Trade of RES; event, by reportDate.';
COMMENT ON COLUMN "flex"."res_trades"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."res_trades"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."res_trades"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."res_trades"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."res_trades"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."res_trades"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."res_trades"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."res_trades"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."res_trades"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."res_trades"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."res_trades"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."res_trades"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."res_trades"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."res_trades"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."res_trades"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."res_trades"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."res_trades"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."res_trades"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."res_trades"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."res_trades"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."res_trades"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."res_trades"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."res_trades"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."res_trades"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."res_trades"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."res_trades"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."res_trades"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."res_trades"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."res_trades"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."res_trades"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."res_trades"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."res_trades"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."res_trades"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."res_trades"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."res_trades"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."res_trades"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."res_trades"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."res_trades"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."res_trades"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."res_trades"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."res_trades"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."res_trades"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."res_trades"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."res_trades"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."res_trades"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."res_trades"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."res_trades"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."res_trades"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."res_trades"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."res_trades"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."res_trades"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."res_trades"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."res_trades"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."res_trades"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."res_trades"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."res_trades"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."res_trades"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."res_trades"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."res_trades"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."res_trades"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."res_trades"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."res_trades"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."res_trades"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."res_trades"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."res_trades"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."res_trades"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."res_trades"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."res_trades"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."res_trades"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."res_trades"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."res_trades"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."res_trades"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."res_trades"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."res_trades"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."res_trades"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."res_trades"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."res_trades"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."res_trades"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."res_trades"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."res_trades"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."res_trades"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."res_trades"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."res_trades"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."res_trades"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."res_trades"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."res_trades"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."res_trades"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."res_trades"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."res_trades"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."res_trades"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."res_trades"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."res_trades"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."res_trades"."execution_id" IS 'Identifier of the execution. Attribute executionID.';
COMMENT ON COLUMN "flex"."res_trades"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."res_trades"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."res_trades"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."res_trades"."order_placement_time" IS 'When the order was placed. Attribute orderPlacementTime.';
COMMENT ON COLUMN "flex"."res_trades"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."res_trades"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."res_trades"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."res_trades"."settlement_date" IS 'Date of settlement. Attribute settlementDate.';
COMMENT ON COLUMN "flex"."res_trades"."source" IS 'Where the tax comes from. Attribute source.';
COMMENT ON COLUMN "flex"."res_trades"."tax_amount" IS 'Amount of tax. Attribute taxAmount.';
COMMENT ON COLUMN "flex"."res_trades"."tax_description" IS 'The tax, in words. Attribute taxDescription.';
COMMENT ON COLUMN "flex"."res_trades"."trade_time" IS 'Time of the trade. Attribute tradeTime.';
COMMENT ON COLUMN "flex"."res_trades"."underlying_isin" IS 'ISIN of the underlying. Attribute underlyingIsin.';
COMMENT ON COLUMN "flex"."res_trades"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."res_trades"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."res_trades"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."res_trades"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."res_trades"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."res_trades"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."res_trades"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."slb_activities" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "activity_description" text,
  "asset_category" text,
  "collateral_amount" numeric,
  "commodity_type" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "date" date,
  "delivery_type" text,
  "description" text,
  "exchange" text,
  "expiry" date,
  "fee_rate" numeric,
  "figi" text,
  "fineness" numeric,
  "fx_rate_to_base" numeric,
  "isin" text,
  "issuer" text,
  "issuer_country_code" text,
  "listing_exchange" text,
  "mark_current_price" numeric,
  "mark_prior_price" numeric,
  "mark_quantity" numeric,
  "model" text,
  "multiplier" numeric,
  "net_lend_fee" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "slb_transaction_id" text,
  "strike" numeric,
  "sub_category" text,
  "symbol" text,
  "type" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "slb_activities_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "slb_activities_statement" ON "flex"."slb_activities" (_statement_id);
COMMENT ON TABLE "flex"."slb_activities" IS 'One change of a loan or borrow of stock. SLBActivity of SLBActivities; event, by date.';
COMMENT ON COLUMN "flex"."slb_activities"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."slb_activities"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."slb_activities"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."slb_activities"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."slb_activities"."collateral_amount" IS 'Collateral. Attribute collateralAmount.';
COMMENT ON COLUMN "flex"."slb_activities"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."slb_activities"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."slb_activities"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."slb_activities"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."slb_activities"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."slb_activities"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."slb_activities"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."slb_activities"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."slb_activities"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."slb_activities"."fee_rate" IS 'Rate of the fee, in percent a year. Attribute feeRate.';
COMMENT ON COLUMN "flex"."slb_activities"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."slb_activities"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."slb_activities"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."slb_activities"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."slb_activities"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."slb_activities"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."slb_activities"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."slb_activities"."mark_current_price" IS 'Mark price of the day. Attribute markCurrentPrice.';
COMMENT ON COLUMN "flex"."slb_activities"."mark_prior_price" IS 'Mark price of the day before. Attribute markPriorPrice.';
COMMENT ON COLUMN "flex"."slb_activities"."mark_quantity" IS 'Units marked. Attribute markQuantity.';
COMMENT ON COLUMN "flex"."slb_activities"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."slb_activities"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."slb_activities"."net_lend_fee" IS 'Lending fee, net. Attribute netLendFee.';
COMMENT ON COLUMN "flex"."slb_activities"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."slb_activities"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."slb_activities"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."slb_activities"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."slb_activities"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."slb_activities"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."slb_activities"."slb_transaction_id" IS 'Identifier of the loan or borrow. Attribute slbTransactionId.';
COMMENT ON COLUMN "flex"."slb_activities"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."slb_activities"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."slb_activities"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."slb_activities"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."slb_activities"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."slb_activities"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."slb_activities"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."slb_activities"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."slb_activities"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."slb_activities"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."slb_activities"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."slb_activities"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."slb_activities"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."slb_activities"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."slb_activities"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."slb_activities"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."slb_fees" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "carry_charge" numeric,
  "code" text,
  "collateral_amount" numeric,
  "commodity_type" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "delivery_type" text,
  "description" text,
  "exchange" text,
  "expiry" date,
  "fee" numeric,
  "fee_rate" numeric,
  "figi" text,
  "fineness" numeric,
  "from_acct" text,
  "fx_rate_to_base" numeric,
  "gross_lend_fee" numeric,
  "isin" text,
  "issuer" text,
  "issuer_country_code" text,
  "listing_exchange" text,
  "market_fee_rate" numeric,
  "model" text,
  "multiplier" numeric,
  "net_lend_fee" numeric,
  "net_lend_fee_rate" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "start_date" date,
  "strike" numeric,
  "sub_category" text,
  "symbol" text,
  "ticket_charge" numeric,
  "to_acct" text,
  "total_charges" numeric,
  "type" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "unique_id" text,
  "value_date" date,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "slb_fees_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "slb_fees_statement" ON "flex"."slb_fees" (_statement_id);
COMMENT ON TABLE "flex"."slb_fees" IS 'The fee of one loan or borrow of stock for one day. SLBFee of SLBFees; event, by valueDate.';
COMMENT ON COLUMN "flex"."slb_fees"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."slb_fees"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."slb_fees"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."slb_fees"."carry_charge" IS 'Carry charge. Attribute carryCharge.';
COMMENT ON COLUMN "flex"."slb_fees"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."slb_fees"."collateral_amount" IS 'Collateral. Attribute collateralAmount.';
COMMENT ON COLUMN "flex"."slb_fees"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."slb_fees"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."slb_fees"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."slb_fees"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."slb_fees"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."slb_fees"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."slb_fees"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."slb_fees"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."slb_fees"."fee" IS 'Fee. Attribute fee.';
COMMENT ON COLUMN "flex"."slb_fees"."fee_rate" IS 'Rate of the fee, in percent a year. Attribute feeRate.';
COMMENT ON COLUMN "flex"."slb_fees"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."slb_fees"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."slb_fees"."from_acct" IS 'Account it comes from. Attribute fromAcct.';
COMMENT ON COLUMN "flex"."slb_fees"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."slb_fees"."gross_lend_fee" IS 'Lending fee, gross. Attribute grossLendFee.';
COMMENT ON COLUMN "flex"."slb_fees"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."slb_fees"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."slb_fees"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."slb_fees"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."slb_fees"."market_fee_rate" IS 'Rate of the market. Attribute marketFeeRate.';
COMMENT ON COLUMN "flex"."slb_fees"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."slb_fees"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."slb_fees"."net_lend_fee" IS 'Lending fee, net. Attribute netLendFee.';
COMMENT ON COLUMN "flex"."slb_fees"."net_lend_fee_rate" IS 'Rate of the lending fee, net. Attribute netLendFeeRate.';
COMMENT ON COLUMN "flex"."slb_fees"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."slb_fees"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."slb_fees"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."slb_fees"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."slb_fees"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."slb_fees"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."slb_fees"."start_date" IS 'First day. Attribute startDate.';
COMMENT ON COLUMN "flex"."slb_fees"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."slb_fees"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."slb_fees"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."slb_fees"."ticket_charge" IS 'Ticket charge. Attribute ticketCharge.';
COMMENT ON COLUMN "flex"."slb_fees"."to_acct" IS 'Account it goes to. Attribute toAcct.';
COMMENT ON COLUMN "flex"."slb_fees"."total_charges" IS 'Charges in all. Attribute totalCharges.';
COMMENT ON COLUMN "flex"."slb_fees"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."slb_fees"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."slb_fees"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."slb_fees"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."slb_fees"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."slb_fees"."unique_id" IS 'Identifier of the fee. Attribute uniqueID.';
COMMENT ON COLUMN "flex"."slb_fees"."value_date" IS 'Date from which the amount counts. Attribute valueDate.';
COMMENT ON COLUMN "flex"."slb_fees"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."slb_fees"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."slb_fees"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."slb_fees"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."slb_fees"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."slb_fees"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."slb_fees"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."slb_fees"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."slb_open_contracts" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "collateral_amount" numeric,
  "commodity_type" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "date" date,
  "delivery_type" text,
  "description" text,
  "excess_quantity" numeric,
  "exchange" text,
  "expiry" date,
  "fee_rate" numeric,
  "figi" text,
  "fineness" numeric,
  "fx_rate_to_base" numeric,
  "isin" text,
  "issuer" text,
  "issuer_country_code" text,
  "level_of_detail" text,
  "listing_exchange" text,
  "model" text,
  "multiplier" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "slb_transaction_id" text,
  "strike" numeric,
  "sub_category" text,
  "symbol" text,
  "type" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "slb_open_contracts_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "slb_open_contracts_statement" ON "flex"."slb_open_contracts" (_statement_id);
COMMENT ON TABLE "flex"."slb_open_contracts" IS 'One loan or borrow of stock open at the end of the window. SLBOpenContract of SLBOpenContracts; snapshot.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."collateral_amount" IS 'Collateral. Attribute collateralAmount.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."excess_quantity" IS 'Units in excess. Attribute excessQuantity.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."fee_rate" IS 'Rate of the fee, in percent a year. Attribute feeRate.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."slb_transaction_id" IS 'Identifier of the loan or borrow. Attribute slbTransactionId.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."slb_open_contracts"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."sales_taxes" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date" date,
  "country" text,
  "tax_type" text,
  "payer" text,
  "taxable_description" text,
  "taxable_amount" numeric,
  "tax_rate" numeric,
  "sales_tax" numeric,
  "taxable_transaction_id" text,
  "transaction_id" text,
  "code" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "proceeds" numeric,
  "sub_category" text,
  "tax_amount" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "sales_taxes_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "sales_taxes_statement" ON "flex"."sales_taxes" (_statement_id);
COMMENT ON TABLE "flex"."sales_taxes" IS 'Sales tax on one transaction. SalesTax of SalesTaxes; event, by date.';
COMMENT ON COLUMN "flex"."sales_taxes"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."sales_taxes"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."sales_taxes"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."sales_taxes"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."sales_taxes"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."sales_taxes"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."sales_taxes"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."sales_taxes"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."sales_taxes"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."sales_taxes"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."sales_taxes"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."sales_taxes"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."sales_taxes"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."sales_taxes"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."sales_taxes"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."sales_taxes"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."sales_taxes"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."sales_taxes"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."sales_taxes"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."sales_taxes"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."sales_taxes"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."sales_taxes"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."sales_taxes"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."sales_taxes"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."sales_taxes"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."sales_taxes"."country" IS 'Country. Attribute country.';
COMMENT ON COLUMN "flex"."sales_taxes"."tax_type" IS 'Kind of tax. Attribute taxType.';
COMMENT ON COLUMN "flex"."sales_taxes"."payer" IS 'Who pays. Attribute payer.';
COMMENT ON COLUMN "flex"."sales_taxes"."taxable_description" IS 'What was taxed, in words. Attribute taxableDescription.';
COMMENT ON COLUMN "flex"."sales_taxes"."taxable_amount" IS 'Amount that was taxed. Attribute taxableAmount.';
COMMENT ON COLUMN "flex"."sales_taxes"."tax_rate" IS 'Rate of the tax. Attribute taxRate.';
COMMENT ON COLUMN "flex"."sales_taxes"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."sales_taxes"."taxable_transaction_id" IS 'Transaction that was taxed. Attribute taxableTransactionID.';
COMMENT ON COLUMN "flex"."sales_taxes"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."sales_taxes"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."sales_taxes"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."sales_taxes"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."sales_taxes"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."sales_taxes"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."sales_taxes"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."sales_taxes"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."sales_taxes"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."sales_taxes"."tax_amount" IS 'Amount of tax. Attribute taxAmount.';
COMMENT ON COLUMN "flex"."sales_taxes"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."sales_taxes"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."sales_taxes"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."sales_taxes"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."sales_taxes"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."sales_taxes"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."sales_taxes"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."security_info" (
  "currency" text,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "maturity" text,
  "issue_date" date,
  "underlying_category" text,
  "settlement_policy_method" text,
  "code" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "account_id" text,
  "acct_alias" text,
  "delivery_month" text,
  "initial_investment" boolean,
  "model" text,
  "orig_transaction_id" text,
  "related_trade_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "security_i_ds" text,
  "sedol" text,
  "type" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "security_info_key" UNIQUE ("_row_key")
);
CREATE INDEX IF NOT EXISTS "security_info_statement" ON "flex"."security_info" (_statement_id);
COMMENT ON TABLE "flex"."security_info" IS 'One instrument. SecurityInfo of SecuritiesInfo; reference.';
COMMENT ON COLUMN "flex"."security_info"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."security_info"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."security_info"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."security_info"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."security_info"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."security_info"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."security_info"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."security_info"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."security_info"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."security_info"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."security_info"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."security_info"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."security_info"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."security_info"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."security_info"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."security_info"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."security_info"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."security_info"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."security_info"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."security_info"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."security_info"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."security_info"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."security_info"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."security_info"."maturity" IS 'Maturity of a bond. Attribute maturity.';
COMMENT ON COLUMN "flex"."security_info"."issue_date" IS 'Date of issue. Attribute issueDate.';
COMMENT ON COLUMN "flex"."security_info"."underlying_category" IS 'Asset class of the underlying. Attribute underlyingCategory.';
COMMENT ON COLUMN "flex"."security_info"."settlement_policy_method" IS 'How the instrument settles. Attribute settlementPolicyMethod.';
COMMENT ON COLUMN "flex"."security_info"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."security_info"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."security_info"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."security_info"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."security_info"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."security_info"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."security_info"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."security_info"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."security_info"."delivery_month" IS 'Delivery month of a future. Attribute deliveryMonth.';
COMMENT ON COLUMN "flex"."security_info"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."security_info"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."security_info"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."security_info"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."security_info"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."security_info"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."security_info"."security_i_ds" IS 'Identifiers of the instrument. Attribute securityIDs.';
COMMENT ON COLUMN "flex"."security_info"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."security_info"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."security_info"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."security_info"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."security_info"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."security_info"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."security_info"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."security_info"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."security_info"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."statement_of_funds_lines" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "date" date,
  "settle_date" date,
  "activity_code" text,
  "activity_description" text,
  "trade_id" text,
  "order_id" text,
  "buy_sell" text,
  "trade_quantity" numeric,
  "trade_price" numeric,
  "trade_gross" numeric,
  "trade_commission" numeric,
  "trade_tax" numeric,
  "debit" numeric,
  "credit" numeric,
  "amount" numeric,
  "trade_code" text,
  "balance" numeric,
  "level_of_detail" text,
  "transaction_id" text,
  "action_id" text,
  "commodity_type" text,
  "delivery_type" text,
  "figi" text,
  "fineness" numeric,
  "issuer_country_code" text,
  "orig_transaction_id" text,
  "related_trade_id" text,
  "related_transaction_id" text,
  "serial_number" text,
  "sub_category" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "statement_of_funds_lines_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "statement_of_funds_lines_statement" ON "flex"."statement_of_funds_lines" (_statement_id);
COMMENT ON TABLE "flex"."statement_of_funds_lines" IS 'One movement of cash (levelOfDetail Currency), and again in base currency (BaseCurrency): filter on level_of_detail before summing. StatementOfFundsLine of StmtFunds; event, by reportDate.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."activity_code" IS 'Kind of movement of funds. Attribute activityCode.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_quantity" IS 'Units traded. Attribute tradeQuantity.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_gross" IS 'Amount of the trade before costs. Attribute tradeGross.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_commission" IS 'Commission of the trade. Attribute tradeCommission.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_tax" IS 'Tax of the trade. Attribute tradeTax.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."debit" IS 'Amount out. Attribute debit.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."credit" IS 'Amount in. Attribute credit.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."trade_code" IS 'Code of the trade. Attribute tradeCode.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."balance" IS 'Balance after the row. Attribute balance.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."action_id" IS 'Joins rows of one action, such as a dividend and its tax; not unique. Attribute actionID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."statement_of_funds_lines"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."stock_grant_activities" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "activity_description" text,
  "award_date" date,
  "vesting_date" date,
  "quantity" numeric,
  "price" numeric,
  "value" numeric,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "date_time" timestamptz,
  "grant_date" date,
  "grant_id" text,
  "grant_price" text,
  "type" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "stock_grant_activities_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "stock_grant_activities_statement" ON "flex"."stock_grant_activities" (_statement_id);
COMMENT ON TABLE "flex"."stock_grant_activities" IS 'One award, vesting or forfeit of granted stock. StockGrantActivity of StockGrantActivities; event, by reportDate.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."activity_description" IS 'What happened, in words. Attribute activityDescription.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."award_date" IS 'Date of the award. Attribute awardDate.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."vesting_date" IS 'Date of vesting. Attribute vestingDate.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."value" IS 'Value. Attribute value.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."grant_date" IS 'Date of the grant. Attribute grantDate.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."grant_id" IS 'Identifier of the grant. Attribute grantID.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."grant_price" IS 'Price at the grant. Attribute grantPrice.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."stock_grant_activities"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."tier_interest_details" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "balance" numeric,
  "balance_threshold" numeric,
  "code" text,
  "commodities_interest" numeric,
  "commodities_principal" numeric,
  "currency" text,
  "date" date,
  "from_acct" text,
  "from_date" date,
  "fx_rate_to_base" numeric,
  "ibukl_interest" numeric,
  "ibukl_principal" numeric,
  "interest" numeric,
  "interest_rate" numeric,
  "interest_type" text,
  "margin_balance" numeric,
  "model" text,
  "rate" numeric,
  "report_date" date,
  "securities_interest" numeric,
  "securities_principal" numeric,
  "tier_break" text,
  "to_acct" text,
  "to_date" date,
  "total_interest" numeric,
  "total_principal" numeric,
  "value_date" date,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "tier_interest_details_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "tier_interest_details_statement" ON "flex"."tier_interest_details" (_statement_id);
COMMENT ON TABLE "flex"."tier_interest_details" IS 'Interest on one tier of a balance for one day. TierInterestDetail of TierInterestDetails; event, by reportDate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."tier_interest_details"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."tier_interest_details"."balance" IS 'Balance after the row. Attribute balance.';
COMMENT ON COLUMN "flex"."tier_interest_details"."balance_threshold" IS 'Balance from which interest is paid. Attribute balanceThreshold.';
COMMENT ON COLUMN "flex"."tier_interest_details"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."tier_interest_details"."commodities_interest" IS 'Interest of the commodities segment. Attribute commoditiesInterest.';
COMMENT ON COLUMN "flex"."tier_interest_details"."commodities_principal" IS 'Principal of the commodities segment. Attribute commoditiesPrincipal.';
COMMENT ON COLUMN "flex"."tier_interest_details"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."tier_interest_details"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."tier_interest_details"."from_acct" IS 'Account it comes from. Attribute fromAcct.';
COMMENT ON COLUMN "flex"."tier_interest_details"."from_date" IS 'First day of the window. Attribute fromDate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."tier_interest_details"."ibukl_interest" IS 'Interest at IBUKL. Attribute ibuklInterest.';
COMMENT ON COLUMN "flex"."tier_interest_details"."ibukl_principal" IS 'Principal at IBUKL. Attribute ibuklPrincipal.';
COMMENT ON COLUMN "flex"."tier_interest_details"."interest" IS 'Interest. Attribute interest.';
COMMENT ON COLUMN "flex"."tier_interest_details"."interest_rate" IS 'Interest rate. Attribute interestRate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."interest_type" IS 'Kind of interest. Attribute interestType.';
COMMENT ON COLUMN "flex"."tier_interest_details"."margin_balance" IS 'Margin balance. Attribute marginBalance.';
COMMENT ON COLUMN "flex"."tier_interest_details"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."tier_interest_details"."rate" IS 'Rate; -1 stands for none. Attribute rate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."securities_interest" IS 'Interest of the securities segment. Attribute securitiesInterest.';
COMMENT ON COLUMN "flex"."tier_interest_details"."securities_principal" IS 'Principal of the securities segment. Attribute securitiesPrincipal.';
COMMENT ON COLUMN "flex"."tier_interest_details"."tier_break" IS 'Balance where the tier begins. Attribute tierBreak.';
COMMENT ON COLUMN "flex"."tier_interest_details"."to_acct" IS 'Account it goes to. Attribute toAcct.';
COMMENT ON COLUMN "flex"."tier_interest_details"."to_date" IS 'Last day of the window. Attribute toDate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."total_interest" IS 'Interest in all. Attribute totalInterest.';
COMMENT ON COLUMN "flex"."tier_interest_details"."total_principal" IS 'Principal in all. Attribute totalPrincipal.';
COMMENT ON COLUMN "flex"."tier_interest_details"."value_date" IS 'Date from which the amount counts. Attribute valueDate.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."tier_interest_details"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_confirms" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "transaction_type" text,
  "trade_id" text,
  "order_id" text,
  "exec_id" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "clearing_firm_id" text,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "ext_exec_id" text,
  "block_id" text,
  "order_time" timestamptz,
  "date_time" timestamptz,
  "report_date" date,
  "settle_date" date,
  "trade_date" date,
  "exchange" text,
  "buy_sell" text,
  "quantity" numeric,
  "price" numeric,
  "amount" numeric,
  "proceeds" numeric,
  "net_cash" numeric,
  "net_cash_with_billable" numeric,
  "commission" numeric,
  "broker_execution_commission" numeric,
  "broker_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "other_commission" numeric,
  "commission_currency" text,
  "tax" numeric,
  "sales_tax" numeric,
  "trade_charge" numeric,
  "other_tax" numeric,
  "code" text,
  "order_type" text,
  "level_of_detail" text,
  "trader_id" text,
  "is_api_order" boolean,
  "allocated_to" text,
  "accrued_int" numeric,
  "rfq_id" text,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "away_broker_commission" numeric,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "clearing_id" text,
  "close_price" numeric,
  "cost" numeric,
  "exch_order_id" text,
  "fifo_pnl_realized" numeric,
  "fx_pnl" numeric,
  "fx_rate_to_base" numeric,
  "holding_period_date_time" timestamptz,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "ib_exec_id" text,
  "ib_order_id" text,
  "mtm_pnl" numeric,
  "notes" text,
  "open_close_indicator" text,
  "open_date_time" timestamptz,
  "orig_order_id" text,
  "regulatory_fee" numeric,
  "related_trade_id" text,
  "related_transaction_id" text,
  "settle_date_target" date,
  "taxes" numeric,
  "trade_money" numeric,
  "trade_price" numeric,
  "trade_time" time,
  "transaction_id" text,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_confirms_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_confirms_statement" ON "flex"."trade_confirms" (_statement_id);
COMMENT ON TABLE "flex"."trade_confirms" IS 'One execution, as confirmed. TradeConfirm of TradeConfirms; event, by reportDate.';
COMMENT ON COLUMN "flex"."trade_confirms"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_confirms"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_confirms"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_confirms"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_confirms"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_confirms"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trade_confirms"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_confirms"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_confirms"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_confirms"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_confirms"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_confirms"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_confirms"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_confirms"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trade_confirms"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trade_confirms"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_confirms"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_confirms"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trade_confirms"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trade_confirms"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_confirms"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trade_confirms"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_confirms"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_confirms"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_confirms"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_confirms"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_confirms"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_confirms"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."trade_confirms"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."trade_confirms"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trade_confirms"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trade_confirms"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trade_confirms"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_confirms"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_confirms"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_confirms"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_confirms"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trade_confirms"."block_id" IS 'Block that the trade belongs to. Attribute blockID.';
COMMENT ON COLUMN "flex"."trade_confirms"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trade_confirms"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trade_confirms"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_confirms"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_confirms"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_confirms"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trade_confirms"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_confirms"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."trade_confirms"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."trade_confirms"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_confirms"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_confirms"."net_cash_with_billable" IS 'Net cash with billable charges. Attribute netCashWithBillable.';
COMMENT ON COLUMN "flex"."trade_confirms"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."trade_confirms"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."trade_confirms"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."trade_confirms"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_charge" IS 'Charge on the trade. Attribute tradeCharge.';
COMMENT ON COLUMN "flex"."trade_confirms"."other_tax" IS 'Other tax. Attribute otherTax.';
COMMENT ON COLUMN "flex"."trade_confirms"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."trade_confirms"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trade_confirms"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_confirms"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trade_confirms"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trade_confirms"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."trade_confirms"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trade_confirms"."rfq_id" IS 'Request for quote. Attribute rfqID.';
COMMENT ON COLUMN "flex"."trade_confirms"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trade_confirms"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trade_confirms"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_confirms"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trade_confirms"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trade_confirms"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trade_confirms"."away_broker_commission" IS 'Commission of another broker. Attribute awayBrokerCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trade_confirms"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trade_confirms"."clearing_id" IS 'Clearing identifier. Attribute clearingID.';
COMMENT ON COLUMN "flex"."trade_confirms"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_confirms"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_confirms"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trade_confirms"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_confirms"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_confirms"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_confirms"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_confirms"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_confirms"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_confirms"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trade_confirms"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trade_confirms"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_confirms"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_confirms"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_confirms"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_confirms"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_confirms"."regulatory_fee" IS 'Fee of the regulator. Attribute regulatoryFee.';
COMMENT ON COLUMN "flex"."trade_confirms"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trade_confirms"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trade_confirms"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_confirms"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_confirms"."trade_time" IS 'Time of the trade. Attribute tradeTime.';
COMMENT ON COLUMN "flex"."trade_confirms"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_confirms"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_confirms"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_confirms"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_confirms"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_confirms"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_confirms"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_confirms"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_confirms"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_confirms"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."confirm_orders" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "avg_price" numeric,
  "block_id" text,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "filled_qty" numeric,
  "fx_pnl" numeric,
  "limit_price" numeric,
  "net_cash_with_billable" numeric,
  "order_id" text,
  "order_qty" numeric,
  "order_status" text,
  "other_commission" numeric,
  "other_tax" numeric,
  "price" numeric,
  "remaining_qty" numeric,
  "rfq_id" text,
  "sales_tax" numeric,
  "settle_date" date,
  "side" text,
  "status" text,
  "stop_price" numeric,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "tif" text,
  "trade_charge" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "confirm_orders_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "confirm_orders_statement" ON "flex"."confirm_orders" (_statement_id);
COMMENT ON TABLE "flex"."confirm_orders" IS 'One order of the confirmation, its executions of a day taken together. Order of TradeConfirms; event, by reportDate.';
COMMENT ON COLUMN "flex"."confirm_orders"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."confirm_orders"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."confirm_orders"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."confirm_orders"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."confirm_orders"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."confirm_orders"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."confirm_orders"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."confirm_orders"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."confirm_orders"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."confirm_orders"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."confirm_orders"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."confirm_orders"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."confirm_orders"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."confirm_orders"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."confirm_orders"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."confirm_orders"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."confirm_orders"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."confirm_orders"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."confirm_orders"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."confirm_orders"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."confirm_orders"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."confirm_orders"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."confirm_orders"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."confirm_orders"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."confirm_orders"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."confirm_orders"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."confirm_orders"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."confirm_orders"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."confirm_orders"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."confirm_orders"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."confirm_orders"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."confirm_orders"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."confirm_orders"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."confirm_orders"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."confirm_orders"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."confirm_orders"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."confirm_orders"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."confirm_orders"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."confirm_orders"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."confirm_orders"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_orders"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."confirm_orders"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."confirm_orders"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."confirm_orders"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."confirm_orders"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."confirm_orders"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."confirm_orders"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."confirm_orders"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."confirm_orders"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."confirm_orders"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."confirm_orders"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."confirm_orders"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."confirm_orders"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."confirm_orders"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."confirm_orders"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."confirm_orders"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."confirm_orders"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."confirm_orders"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."confirm_orders"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."confirm_orders"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."confirm_orders"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."confirm_orders"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."confirm_orders"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."confirm_orders"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."confirm_orders"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."confirm_orders"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."confirm_orders"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."confirm_orders"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."confirm_orders"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."confirm_orders"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."confirm_orders"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."confirm_orders"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."confirm_orders"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."confirm_orders"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."confirm_orders"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."confirm_orders"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."confirm_orders"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."confirm_orders"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."confirm_orders"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."confirm_orders"."avg_price" IS 'Average price of the executions. Attribute avgPrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."block_id" IS 'Block that the trade belongs to. Attribute blockID.';
COMMENT ON COLUMN "flex"."confirm_orders"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."confirm_orders"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."confirm_orders"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_orders"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."confirm_orders"."filled_qty" IS 'Units filled. Attribute filledQty.';
COMMENT ON COLUMN "flex"."confirm_orders"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."confirm_orders"."limit_price" IS 'Limit price of the order. Attribute limitPrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."net_cash_with_billable" IS 'Net cash with billable charges. Attribute netCashWithBillable.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_qty" IS 'Units ordered. Attribute orderQty.';
COMMENT ON COLUMN "flex"."confirm_orders"."order_status" IS 'Status of the order. Attribute orderStatus.';
COMMENT ON COLUMN "flex"."confirm_orders"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."other_tax" IS 'Other tax. Attribute otherTax.';
COMMENT ON COLUMN "flex"."confirm_orders"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."confirm_orders"."remaining_qty" IS 'Units not filled yet. Attribute remainingQty.';
COMMENT ON COLUMN "flex"."confirm_orders"."rfq_id" IS 'Request for quote. Attribute rfqID.';
COMMENT ON COLUMN "flex"."confirm_orders"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."confirm_orders"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."confirm_orders"."side" IS 'Long or short, or buy or sell. Attribute side.';
COMMENT ON COLUMN "flex"."confirm_orders"."status" IS 'Status. Attribute status.';
COMMENT ON COLUMN "flex"."confirm_orders"."stop_price" IS 'Stop price of the order. Attribute stopPrice.';
COMMENT ON COLUMN "flex"."confirm_orders"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."confirm_orders"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."confirm_orders"."tif" IS 'Time in force. Attribute tif.';
COMMENT ON COLUMN "flex"."confirm_orders"."trade_charge" IS 'Charge on the trade. Attribute tradeCharge.';
COMMENT ON COLUMN "flex"."confirm_orders"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."confirm_orders"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."confirm_orders"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."confirm_orders"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."confirm_orders"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."confirm_orders"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."confirm_orders"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."confirm_symbol_summaries" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "block_id" text,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "net_cash_with_billable" numeric,
  "order_id" text,
  "other_commission" numeric,
  "other_tax" numeric,
  "price" numeric,
  "realized_pnl" numeric,
  "rfq_id" text,
  "sales_tax" numeric,
  "settle_date" date,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "total_buy_quantity" numeric,
  "total_buy_value" numeric,
  "total_commission" numeric,
  "total_sell_quantity" numeric,
  "total_sell_value" numeric,
  "trade_charge" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "confirm_symbol_summaries_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "confirm_symbol_summaries_statement" ON "flex"."confirm_symbol_summaries" (_statement_id);
COMMENT ON TABLE "flex"."confirm_symbol_summaries" IS 'Sum over one symbol. SymbolSummary of TradeConfirms; window.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."block_id" IS 'Block that the trade belongs to. Attribute blockID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."net_cash_with_billable" IS 'Net cash with billable charges. Attribute netCashWithBillable.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."other_tax" IS 'Other tax. Attribute otherTax.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."rfq_id" IS 'Request for quote. Attribute rfqID.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."total_buy_quantity" IS 'Units bought. Attribute totalBuyQuantity.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."total_buy_value" IS 'Value bought. Attribute totalBuyValue.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."total_sell_quantity" IS 'Units sold. Attribute totalSellQuantity.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."total_sell_value" IS 'Value sold. Attribute totalSellValue.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."trade_charge" IS 'Charge on the trade. Attribute tradeCharge.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."confirm_symbol_summaries"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."confirm_asset_summaries" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "symbol" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "transaction_type" text,
  "quantity" numeric,
  "trade_price" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "buy_sell" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "description" text,
  "conid" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "exchange" text,
  "trade_money" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "order_id" text,
  "other_commission" numeric,
  "position_action_id" text,
  "price" numeric,
  "realized_pnl" numeric,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "total_buy_quantity" numeric,
  "total_buy_value" numeric,
  "total_commission" numeric,
  "total_sell_quantity" numeric,
  "total_sell_value" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "confirm_asset_summaries_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "confirm_asset_summaries_statement" ON "flex"."confirm_asset_summaries" (_statement_id);
COMMENT ON TABLE "flex"."confirm_asset_summaries" IS 'Sum over one asset class. AssetSummary of TradeConfirms; window.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."total_buy_quantity" IS 'Units bought. Attribute totalBuyQuantity.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."total_buy_value" IS 'Value bought. Attribute totalBuyValue.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."total_sell_quantity" IS 'Units sold. Attribute totalSellQuantity.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."total_sell_value" IS 'Value sold. Attribute totalSellValue.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."confirm_asset_summaries"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_transfers" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "away_broker_commission" numeric,
  "broker_account" text,
  "broker_name" text,
  "clearing_firm_id" text,
  "close_price" numeric,
  "conid" text,
  "cost" numeric,
  "currency" text,
  "cusip" text,
  "date" date,
  "delivered_received" text,
  "delivery_type" text,
  "description" text,
  "direction" text,
  "exchange" text,
  "executing_broker" text,
  "expiry" date,
  "fifo_pnl_realized" numeric,
  "fx_pnl" numeric,
  "fx_rate_to_base" numeric,
  "holding_period_date_time" timestamptz,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "isin" text,
  "issuer" text,
  "level_of_detail" text,
  "model" text,
  "mtm_pnl" numeric,
  "multiplier" numeric,
  "net_cash" numeric,
  "net_trade_money" numeric,
  "net_trade_money_in_base" numeric,
  "net_trade_price" numeric,
  "notes" text,
  "open_close_indicator" text,
  "open_date_time" timestamptz,
  "orig_order_id" text,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_trade_price" numeric,
  "principal_adjust_factor" numeric,
  "proceeds" numeric,
  "put_call" text,
  "quantity" numeric,
  "regulatory_fee" numeric,
  "report_date" date,
  "security_id" text,
  "security_id_type" text,
  "sedol" text,
  "settle_date_target" date,
  "strike" numeric,
  "symbol" text,
  "taxes" numeric,
  "trade_date" date,
  "trade_id" text,
  "trade_money" numeric,
  "trade_price" numeric,
  "trade_time" time,
  "transaction_id" text,
  "transaction_type" text,
  "transfer_price" numeric,
  "transfer_type" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_transfers_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_transfers_statement" ON "flex"."trade_transfers" (_statement_id);
COMMENT ON TABLE "flex"."trade_transfers" IS 'One trade transferred in or out. TradeTransfer of TradeTransfers; event, by reportDate.';
COMMENT ON COLUMN "flex"."trade_transfers"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_transfers"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_transfers"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_transfers"."away_broker_commission" IS 'Commission of another broker. Attribute awayBrokerCommission.';
COMMENT ON COLUMN "flex"."trade_transfers"."broker_account" IS 'Account at the other broker. Attribute brokerAccount.';
COMMENT ON COLUMN "flex"."trade_transfers"."broker_name" IS 'Name of the other broker. Attribute brokerName.';
COMMENT ON COLUMN "flex"."trade_transfers"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_transfers"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_transfers"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_transfers"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_transfers"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_transfers"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_transfers"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."trade_transfers"."delivered_received" IS 'Delivered or Received. Attribute deliveredReceived.';
COMMENT ON COLUMN "flex"."trade_transfers"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_transfers"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_transfers"."direction" IS 'IN or OUT. Attribute direction.';
COMMENT ON COLUMN "flex"."trade_transfers"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_transfers"."executing_broker" IS 'Broker that executed. Attribute executingBroker.';
COMMENT ON COLUMN "flex"."trade_transfers"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_transfers"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_transfers"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_transfers"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_transfers"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_transfers"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_transfers"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_transfers"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_transfers"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_transfers"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_transfers"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_transfers"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_transfers"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_transfers"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_transfers"."net_trade_money" IS 'Net amount of the trade. Attribute netTradeMoney.';
COMMENT ON COLUMN "flex"."trade_transfers"."net_trade_money_in_base" IS 'Net amount of the trade in base currency. Attribute netTradeMoneyInBase.';
COMMENT ON COLUMN "flex"."trade_transfers"."net_trade_price" IS 'Net price of the trade. Attribute netTradePrice.';
COMMENT ON COLUMN "flex"."trade_transfers"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_transfers"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_transfers"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_transfers"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_transfers"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_transfers"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_transfers"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_transfers"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_transfers"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_transfers"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_transfers"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_transfers"."regulatory_fee" IS 'Fee of the regulator. Attribute regulatoryFee.';
COMMENT ON COLUMN "flex"."trade_transfers"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_transfers"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_transfers"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_transfers"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."trade_transfers"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_transfers"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_transfers"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_transfers"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_transfers"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_transfers"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_transfers"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_transfers"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_transfers"."trade_time" IS 'Time of the trade. Attribute tradeTime.';
COMMENT ON COLUMN "flex"."trade_transfers"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_transfers"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_transfers"."transfer_price" IS 'Price of the transfer. Attribute transferPrice.';
COMMENT ON COLUMN "flex"."trade_transfers"."transfer_type" IS 'Kind of transfer. Attribute transferType.';
COMMENT ON COLUMN "flex"."trade_transfers"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_transfers"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_transfers"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_transfers"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_transfers"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_transfers"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_transfers"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_transfers"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_transfers"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_transfers"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_transfers"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trades" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "amount" numeric,
  "capital_gains_pnl" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "date" date,
  "exec_id" text,
  "execution_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "order_id" text,
  "order_placement_time" text,
  "price" numeric,
  "sedol" text,
  "settle_date" date,
  "settlement_date" date,
  "source" text,
  "tax_amount" numeric,
  "tax_description" text,
  "trade_time" time,
  "underlying_isin" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trades_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trades_statement" ON "flex"."trades" (_statement_id);
COMMENT ON TABLE "flex"."trades" IS 'One execution; also exercises, assignments, expirations, cancellations and corrections. Trade of Trades; event, by reportDate.';
COMMENT ON COLUMN "flex"."trades"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trades"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trades"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trades"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trades"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trades"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trades"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trades"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trades"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trades"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trades"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trades"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trades"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trades"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trades"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trades"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trades"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trades"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trades"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trades"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trades"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trades"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trades"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trades"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trades"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trades"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trades"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trades"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trades"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trades"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trades"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trades"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trades"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trades"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trades"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trades"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trades"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trades"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trades"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trades"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trades"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trades"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trades"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trades"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trades"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trades"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trades"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trades"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trades"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trades"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trades"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trades"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trades"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trades"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."trades"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trades"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trades"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trades"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trades"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trades"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trades"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."trades"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trades"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trades"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trades"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trades"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trades"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trades"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trades"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trades"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trades"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trades"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trades"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trades"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trades"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trades"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trades"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trades"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trades"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."trades"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trades"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trades"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trades"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trades"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trades"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trades"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."trades"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."trades"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."trades"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."trades"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."trades"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."trades"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."trades"."execution_id" IS 'Identifier of the execution. Attribute executionID.';
COMMENT ON COLUMN "flex"."trades"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trades"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."trades"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."trades"."order_placement_time" IS 'When the order was placed. Attribute orderPlacementTime.';
COMMENT ON COLUMN "flex"."trades"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."trades"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."trades"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."trades"."settlement_date" IS 'Date of settlement. Attribute settlementDate.';
COMMENT ON COLUMN "flex"."trades"."source" IS 'Where the tax comes from. Attribute source.';
COMMENT ON COLUMN "flex"."trades"."tax_amount" IS 'Amount of tax. Attribute taxAmount.';
COMMENT ON COLUMN "flex"."trades"."tax_description" IS 'The tax, in words. Attribute taxDescription.';
COMMENT ON COLUMN "flex"."trades"."trade_time" IS 'Time of the trade. Attribute tradeTime.';
COMMENT ON COLUMN "flex"."trades"."underlying_isin" IS 'ISIN of the underlying. Attribute underlyingIsin.';
COMMENT ON COLUMN "flex"."trades"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trades"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trades"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trades"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trades"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trades"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trades"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_orders" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "avg_price" numeric,
  "block_id" text,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "filled_qty" numeric,
  "fx_pnl" numeric,
  "limit_price" numeric,
  "net_cash_with_billable" numeric,
  "order_id" text,
  "order_qty" numeric,
  "order_status" text,
  "other_commission" numeric,
  "other_tax" numeric,
  "price" numeric,
  "remaining_qty" numeric,
  "rfq_id" text,
  "sales_tax" numeric,
  "settle_date" date,
  "side" text,
  "status" text,
  "stop_price" numeric,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "tif" text,
  "trade_charge" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_orders_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_orders_statement" ON "flex"."trade_orders" (_statement_id);
COMMENT ON TABLE "flex"."trade_orders" IS 'One order, its executions of a day taken together. Order of Trades; event, by reportDate.';
COMMENT ON COLUMN "flex"."trade_orders"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_orders"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_orders"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_orders"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_orders"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_orders"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_orders"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trade_orders"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_orders"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_orders"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_orders"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_orders"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_orders"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_orders"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_orders"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trade_orders"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trade_orders"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_orders"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_orders"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trade_orders"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trade_orders"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_orders"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trade_orders"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_orders"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_orders"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trade_orders"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_orders"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_orders"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_orders"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trade_orders"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_orders"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_orders"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_orders"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_orders"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_orders"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_orders"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_orders"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_orders"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_orders"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_orders"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_orders"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_orders"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_orders"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_orders"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_orders"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_orders"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_orders"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_orders"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_orders"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_orders"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_orders"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_orders"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_orders"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."trade_orders"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trade_orders"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_orders"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trade_orders"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_orders"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trade_orders"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trade_orders"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."trade_orders"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trade_orders"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trade_orders"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trade_orders"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trade_orders"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trade_orders"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trade_orders"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_orders"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_orders"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_orders"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_orders"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_orders"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trade_orders"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trade_orders"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trade_orders"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trade_orders"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trade_orders"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trade_orders"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."trade_orders"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trade_orders"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trade_orders"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_orders"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trade_orders"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trade_orders"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trade_orders"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."trade_orders"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."trade_orders"."avg_price" IS 'Average price of the executions. Attribute avgPrice.';
COMMENT ON COLUMN "flex"."trade_orders"."block_id" IS 'Block that the trade belongs to. Attribute blockID.';
COMMENT ON COLUMN "flex"."trade_orders"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."trade_orders"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."trade_orders"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."trade_orders"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."trade_orders"."filled_qty" IS 'Units filled. Attribute filledQty.';
COMMENT ON COLUMN "flex"."trade_orders"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_orders"."limit_price" IS 'Limit price of the order. Attribute limitPrice.';
COMMENT ON COLUMN "flex"."trade_orders"."net_cash_with_billable" IS 'Net cash with billable charges. Attribute netCashWithBillable.';
COMMENT ON COLUMN "flex"."trade_orders"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."trade_orders"."order_qty" IS 'Units ordered. Attribute orderQty.';
COMMENT ON COLUMN "flex"."trade_orders"."order_status" IS 'Status of the order. Attribute orderStatus.';
COMMENT ON COLUMN "flex"."trade_orders"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."other_tax" IS 'Other tax. Attribute otherTax.';
COMMENT ON COLUMN "flex"."trade_orders"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."trade_orders"."remaining_qty" IS 'Units not filled yet. Attribute remainingQty.';
COMMENT ON COLUMN "flex"."trade_orders"."rfq_id" IS 'Request for quote. Attribute rfqID.';
COMMENT ON COLUMN "flex"."trade_orders"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."trade_orders"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."trade_orders"."side" IS 'Long or short, or buy or sell. Attribute side.';
COMMENT ON COLUMN "flex"."trade_orders"."status" IS 'Status. Attribute status.';
COMMENT ON COLUMN "flex"."trade_orders"."stop_price" IS 'Stop price of the order. Attribute stopPrice.';
COMMENT ON COLUMN "flex"."trade_orders"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."trade_orders"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."trade_orders"."tif" IS 'Time in force. Attribute tif.';
COMMENT ON COLUMN "flex"."trade_orders"."trade_charge" IS 'Charge on the trade. Attribute tradeCharge.';
COMMENT ON COLUMN "flex"."trade_orders"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_orders"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_orders"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_orders"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_orders"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_orders"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_orders"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_lots" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "trade_id" text,
  "put_call" text,
  "report_date" date,
  "principal_adjust_factor" numeric,
  "date_time" timestamptz,
  "trade_date" date,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "fx_pnl" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "clearing_firm_id" text,
  "transaction_id" text,
  "buy_sell" text,
  "ib_order_id" text,
  "ib_exec_id" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "capital_gains_pnl" numeric,
  "figi" text,
  "initial_investment" boolean,
  "issuer_country_code" text,
  "net_cash_in_base" numeric,
  "orig_transaction_id" text,
  "position_action_id" text,
  "related_trade_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "sedol" text,
  "sub_category" text,
  "trade_time" time,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_lots_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_lots_statement" ON "flex"."trade_lots" (_statement_id);
COMMENT ON TABLE "flex"."trade_lots" IS 'One lot closed by a trade. Lot of Trades; event, by reportDate.';
COMMENT ON COLUMN "flex"."trade_lots"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_lots"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_lots"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_lots"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_lots"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_lots"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_lots"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_lots"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_lots"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_lots"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_lots"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_lots"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_lots"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_lots"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trade_lots"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_lots"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_lots"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trade_lots"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trade_lots"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_lots"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_lots"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_lots"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_lots"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_lots"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_lots"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_lots"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_lots"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trade_lots"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_lots"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_lots"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_lots"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_lots"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_lots"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_lots"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_lots"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_lots"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_lots"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_lots"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_lots"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_lots"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_lots"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_lots"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_lots"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_lots"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_lots"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_lots"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_lots"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_lots"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_lots"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_lots"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_lots"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_lots"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_lots"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trade_lots"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trade_lots"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trade_lots"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trade_lots"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trade_lots"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trade_lots"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trade_lots"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trade_lots"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trade_lots"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_lots"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_lots"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_lots"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_lots"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_lots"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trade_lots"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trade_lots"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trade_lots"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trade_lots"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trade_lots"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trade_lots"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trade_lots"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_lots"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trade_lots"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trade_lots"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trade_lots"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."trade_lots"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trade_lots"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."trade_lots"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trade_lots"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."trade_lots"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."trade_lots"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trade_lots"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trade_lots"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trade_lots"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."trade_lots"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."trade_lots"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trade_lots"."trade_time" IS 'Time of the trade. Attribute tradeTime.';
COMMENT ON COLUMN "flex"."trade_lots"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_lots"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_lots"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_lots"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_lots"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_lots"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_lots"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."wash_sales" (
  "account_id" text NOT NULL,
  "accrued_int" numeric,
  "acct_alias" text,
  "asset_category" text,
  "brokerage_order_id" text,
  "buy_sell" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "clearing_firm_id" text,
  "close_price" numeric,
  "commodity_type" text,
  "conid" text,
  "cost" numeric,
  "currency" text,
  "cusip" text,
  "date_time" timestamptz,
  "delivery_type" text,
  "description" text,
  "exch_order_id" text,
  "exchange" text,
  "expiry" date,
  "ext_exec_id" text,
  "fifo_pnl_realized" numeric,
  "figi" text,
  "fineness" numeric,
  "fx_rate_to_base" numeric,
  "holding_period_date_time" timestamptz,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "ib_exec_id" text,
  "ib_order_id" text,
  "initial_investment" boolean,
  "is_api_order" boolean,
  "isin" text,
  "issuer" text,
  "issuer_country_code" text,
  "level_of_detail" text,
  "listing_exchange" text,
  "model" text,
  "mtm_pnl" numeric,
  "multiplier" numeric,
  "net_cash" numeric,
  "notes" text,
  "open_close_indicator" text,
  "open_date_time" timestamptz,
  "order_reference" text,
  "order_time" timestamptz,
  "order_type" text,
  "orig_order_id" text,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_trade_price" numeric,
  "orig_transaction_id" text,
  "position_action_id" text,
  "principal_adjust_factor" numeric,
  "proceeds" numeric,
  "put_call" text,
  "quantity" numeric,
  "related_trade_id" text,
  "related_transaction_id" text,
  "report_date" date,
  "rtn" text,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "settle_date_target" date,
  "strike" numeric,
  "sub_category" text,
  "symbol" text,
  "taxes" numeric,
  "trade_date" date,
  "trade_id" text,
  "trade_money" numeric,
  "trade_price" numeric,
  "trader_id" text,
  "transaction_id" text,
  "transaction_type" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "volatility_order_link" text,
  "weight" text,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "wash_sales_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "wash_sales_statement" ON "flex"."wash_sales" (_statement_id);
COMMENT ON TABLE "flex"."wash_sales" IS 'One loss disallowed as a wash sale. WashSale of Trades; event, by reportDate.';
COMMENT ON COLUMN "flex"."wash_sales"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."wash_sales"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."wash_sales"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."wash_sales"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."wash_sales"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."wash_sales"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."wash_sales"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."wash_sales"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."wash_sales"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."wash_sales"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."wash_sales"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."wash_sales"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."wash_sales"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."wash_sales"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."wash_sales"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."wash_sales"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."wash_sales"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."wash_sales"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."wash_sales"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."wash_sales"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."wash_sales"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."wash_sales"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."wash_sales"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."wash_sales"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."wash_sales"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."wash_sales"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."wash_sales"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."wash_sales"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."wash_sales"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."wash_sales"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."wash_sales"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."wash_sales"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."wash_sales"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."wash_sales"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."wash_sales"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."wash_sales"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."wash_sales"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."wash_sales"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."wash_sales"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."wash_sales"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."wash_sales"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."wash_sales"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."wash_sales"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."wash_sales"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."wash_sales"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."wash_sales"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."wash_sales"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."wash_sales"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."wash_sales"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."wash_sales"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."wash_sales"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."wash_sales"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."wash_sales"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."wash_sales"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."wash_sales"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."wash_sales"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."wash_sales"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."wash_sales"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."wash_sales"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."wash_sales"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."wash_sales"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."wash_sales"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."wash_sales"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."wash_sales"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."wash_sales"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."wash_sales"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."wash_sales"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."wash_sales"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."wash_sales"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."wash_sales"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."wash_sales"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."wash_sales"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."wash_sales"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."wash_sales"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."wash_sales"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."wash_sales"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."wash_sales"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."wash_sales"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."wash_sales"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."wash_sales"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."wash_sales"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."wash_sales"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."wash_sales"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."wash_sales"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."wash_sales"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."wash_sales"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."wash_sales"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."wash_sales"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."wash_sales"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."wash_sales"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."wash_sales"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."wash_sales"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_symbol_summaries" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "transaction_type" text,
  "exchange" text,
  "quantity" numeric,
  "trade_price" numeric,
  "trade_money" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "buy_sell" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "position_action_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "block_id" text,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "net_cash_with_billable" numeric,
  "order_id" text,
  "other_commission" numeric,
  "other_tax" numeric,
  "price" numeric,
  "realized_pnl" numeric,
  "rfq_id" text,
  "sales_tax" numeric,
  "settle_date" date,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "total_buy_quantity" numeric,
  "total_buy_value" numeric,
  "total_commission" numeric,
  "total_sell_quantity" numeric,
  "total_sell_value" numeric,
  "trade_charge" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_symbol_summaries_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_symbol_summaries_statement" ON "flex"."trade_symbol_summaries" (_statement_id);
COMMENT ON TABLE "flex"."trade_symbol_summaries" IS 'Sum over one symbol. SymbolSummary of Trades; window.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."block_id" IS 'Block that the trade belongs to. Attribute blockID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."net_cash_with_billable" IS 'Net cash with billable charges. Attribute netCashWithBillable.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."other_tax" IS 'Other tax. Attribute otherTax.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."rfq_id" IS 'Request for quote. Attribute rfqID.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."sales_tax" IS 'Sales tax. Attribute salesTax.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."total_buy_quantity" IS 'Units bought. Attribute totalBuyQuantity.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."total_buy_value" IS 'Value bought. Attribute totalBuyValue.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."total_sell_quantity" IS 'Units sold. Attribute totalSellQuantity.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."total_sell_value" IS 'Value sold. Attribute totalSellValue.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."trade_charge" IS 'Charge on the trade. Attribute tradeCharge.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_symbol_summaries"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."trade_asset_summaries" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "symbol" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "transaction_type" text,
  "quantity" numeric,
  "trade_price" numeric,
  "proceeds" numeric,
  "taxes" numeric,
  "ib_commission" numeric,
  "ib_commission_currency" text,
  "net_cash" numeric,
  "buy_sell" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "description" text,
  "conid" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "trade_id" text,
  "multiplier" numeric,
  "related_trade_id" text,
  "strike" numeric,
  "report_date" date,
  "expiry" date,
  "date_time" timestamptz,
  "put_call" text,
  "trade_date" date,
  "principal_adjust_factor" numeric,
  "settle_date_target" date,
  "exchange" text,
  "trade_money" numeric,
  "close_price" numeric,
  "open_close_indicator" text,
  "notes" text,
  "cost" numeric,
  "fifo_pnl_realized" numeric,
  "mtm_pnl" numeric,
  "orig_trade_price" numeric,
  "orig_trade_date" date,
  "orig_trade_id" text,
  "orig_order_id" text,
  "orig_transaction_id" text,
  "clearing_firm_id" text,
  "ib_order_id" text,
  "transaction_id" text,
  "ib_exec_id" text,
  "related_transaction_id" text,
  "rtn" text,
  "brokerage_order_id" text,
  "order_reference" text,
  "volatility_order_link" text,
  "exch_order_id" text,
  "ext_exec_id" text,
  "order_time" timestamptz,
  "open_date_time" timestamptz,
  "holding_period_date_time" timestamptz,
  "when_realized" timestamptz,
  "when_reopened" timestamptz,
  "level_of_detail" text,
  "change_in_price" numeric,
  "change_in_quantity" numeric,
  "order_type" text,
  "trader_id" text,
  "is_api_order" boolean,
  "accrued_int" numeric,
  "initial_investment" boolean,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "allocated_to" text,
  "amount" numeric,
  "broker_clearing_commission" numeric,
  "broker_execution_commission" numeric,
  "code" text,
  "commission" numeric,
  "commission_currency" text,
  "exec_id" text,
  "fx_pnl" numeric,
  "net_cash_in_base" numeric,
  "order_id" text,
  "other_commission" numeric,
  "position_action_id" text,
  "price" numeric,
  "realized_pnl" numeric,
  "tax" numeric,
  "third_party_clearing_commission" numeric,
  "third_party_execution_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "total_buy_quantity" numeric,
  "total_buy_value" numeric,
  "total_commission" numeric,
  "total_sell_quantity" numeric,
  "total_sell_value" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "trade_asset_summaries_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "trade_asset_summaries_statement" ON "flex"."trade_asset_summaries" (_statement_id);
COMMENT ON TABLE "flex"."trade_asset_summaries" IS 'Sum over one asset class. AssetSummary of Trades; window.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."transaction_type" IS 'Kind of trade: ExchTrade, BookTrade, TradeCancel, FracShare and others. Attribute transactionType.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."proceeds" IS 'Cash from the trade before costs; negative for a purchase. Attribute proceeds.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."taxes" IS 'Taxes on the trade. Attribute taxes.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."ib_commission" IS 'Commission; negative when paid. Attribute ibCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."ib_commission_currency" IS 'Currency of the commission. Attribute ibCommissionCurrency.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."net_cash" IS 'Cash after commission and taxes. Attribute netCash.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."related_trade_id" IS 'Trade that this one relates to. Attribute relatedTradeID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."settle_date_target" IS 'Date on which settlement is due. Attribute settleDateTarget.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."trade_money" IS 'Quantity times price times multiplier. Attribute tradeMoney.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."close_price" IS 'Closing price of the day. Attribute closePrice.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."open_close_indicator" IS 'O opens, C closes, C;O does both. Attribute openCloseIndicator.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."notes" IS 'Codes about the trade, joined by `;`. Attribute notes.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."cost" IS 'Cost basis. Attribute cost.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."fifo_pnl_realized" IS 'Realized profit, first in first out. Attribute fifoPnlRealized.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."mtm_pnl" IS 'Mark-to-market profit of the trade. Attribute mtmPnl.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."orig_trade_price" IS 'Price of the original trade; 0 stands for none. Attribute origTradePrice.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."orig_trade_date" IS 'Date of the original trade. Attribute origTradeDate.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."orig_trade_id" IS 'Original trade of a cancellation or correction. Attribute origTradeID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."orig_order_id" IS 'Original order; 0 stands for none. Attribute origOrderID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."orig_transaction_id" IS 'Original transaction; 0 stands for none. Attribute origTransactionID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."clearing_firm_id" IS 'Clearing firm. Attribute clearingFirmID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."ib_order_id" IS 'Identifier of the order. Attribute ibOrderID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."ib_exec_id" IS 'Identifier of the execution; empty on book trades, cancellations and fractional shares. Attribute ibExecID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."related_transaction_id" IS 'Transaction that this one relates to. Attribute relatedTransactionID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."rtn" IS 'Attribute rtn.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."brokerage_order_id" IS 'Identifier of the order at the brokerage. Attribute brokerageOrderID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."volatility_order_link" IS 'Link between volatility orders. Attribute volatilityOrderLink.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."exch_order_id" IS 'Identifier of the order at the exchange. Attribute exchOrderId.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."ext_exec_id" IS 'Identifier of the execution at the exchange. Attribute extExecID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."order_time" IS 'When the order was given. Attribute orderTime.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."open_date_time" IS 'When the lot was opened. Attribute openDateTime.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."holding_period_date_time" IS 'From when the holding period counts. Attribute holdingPeriodDateTime.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."when_realized" IS 'When the gain or loss was realized. Attribute whenRealized.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."when_reopened" IS 'When the position was opened again. Attribute whenReopened.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."change_in_price" IS 'Change of the price by a correction. Attribute changeInPrice.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."change_in_quantity" IS 'Change of the quantity by a correction. Attribute changeInQuantity.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."order_type" IS 'Type of the order: LMT, MKT and others. Attribute orderType.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."trader_id" IS 'Trader who gave the order. Attribute traderID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."is_api_order" IS 'Whether the order came through the API. Attribute isAPIOrder.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."accrued_int" IS 'Accrued interest of a bond. Attribute accruedInt.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."initial_investment" IS 'Whether the trade is an initial investment. Attribute initialInvestment.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."allocated_to" IS 'Account that the trade was allocated to. Attribute allocatedTo.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."amount" IS 'Amount. Attribute amount.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."broker_clearing_commission" IS 'Commission of the broker for clearing. Attribute brokerClearingCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."broker_execution_commission" IS 'Commission of the broker for execution. Attribute brokerExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."commission" IS 'Commission; negative when paid. Attribute commission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."commission_currency" IS 'Currency of the commission. Attribute commissionCurrency.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."net_cash_in_base" IS 'Net cash in base currency. Attribute netCashInBase.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."other_commission" IS 'Other commission. Attribute otherCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."position_action_id" IS 'Identifier of the action on the position. Attribute positionActionID.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."realized_pnl" IS 'Realized profit. Attribute realizedPnl.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."tax" IS 'Tax. Attribute tax.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."third_party_clearing_commission" IS 'Commission of third parties for clearing. Attribute thirdPartyClearingCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."third_party_execution_commission" IS 'Commission of third parties for execution. Attribute thirdPartyExecutionCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."total_buy_quantity" IS 'Units bought. Attribute totalBuyQuantity.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."total_buy_value" IS 'Value bought. Attribute totalBuyValue.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."total_sell_quantity" IS 'Units sold. Attribute totalSellQuantity.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."total_sell_value" IS 'Value sold. Attribute totalSellValue.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."trade_asset_summaries"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."transaction_taxes" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date" date,
  "tax_description" text,
  "quantity" numeric,
  "report_date" date,
  "tax_amount" numeric,
  "trade_id" text,
  "trade_price" numeric,
  "source" text,
  "code" text,
  "level_of_detail" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "figi" text,
  "issuer_country_code" text,
  "order_id" text,
  "settle_date" date,
  "sub_category" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "transaction_taxes_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "transaction_taxes_statement" ON "flex"."transaction_taxes" (_statement_id);
COMMENT ON TABLE "flex"."transaction_taxes" IS 'Tax on one transaction. TransactionTax of TransactionTaxes; event, by reportDate.';
COMMENT ON COLUMN "flex"."transaction_taxes"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."transaction_taxes"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."transaction_taxes"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."transaction_taxes"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."transaction_taxes"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."transaction_taxes"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."transaction_taxes"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."transaction_taxes"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."transaction_taxes"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."transaction_taxes"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."transaction_taxes"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."transaction_taxes"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."transaction_taxes"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."transaction_taxes"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."transaction_taxes"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."transaction_taxes"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."transaction_taxes"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."transaction_taxes"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."transaction_taxes"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."transaction_taxes"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."transaction_taxes"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."transaction_taxes"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."transaction_taxes"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."transaction_taxes"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."transaction_taxes"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."transaction_taxes"."tax_description" IS 'The tax, in words. Attribute taxDescription.';
COMMENT ON COLUMN "flex"."transaction_taxes"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."transaction_taxes"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."transaction_taxes"."tax_amount" IS 'Amount of tax. Attribute taxAmount.';
COMMENT ON COLUMN "flex"."transaction_taxes"."trade_id" IS 'Identifier of the trade. Attribute tradeId.';
COMMENT ON COLUMN "flex"."transaction_taxes"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."transaction_taxes"."source" IS 'Where the tax comes from. Attribute source.';
COMMENT ON COLUMN "flex"."transaction_taxes"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."transaction_taxes"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."transaction_taxes"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."transaction_taxes"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."transaction_taxes"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."transaction_taxes"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."transaction_taxes"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."transaction_taxes"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."transaction_taxes"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."transaction_taxes"."order_id" IS 'Identifier of the order. Attribute orderId.';
COMMENT ON COLUMN "flex"."transaction_taxes"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."transaction_taxes"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."transaction_taxes"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."transaction_tax_details" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "code" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "date" date,
  "description" text,
  "expiry" date,
  "fx_rate_to_base" numeric,
  "isin" text,
  "issuer" text,
  "level_of_detail" text,
  "listing_exchange" text,
  "model" text,
  "multiplier" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "report_date" date,
  "security_id" text,
  "security_id_type" text,
  "source" text,
  "strike" numeric,
  "symbol" text,
  "tax_amount" numeric,
  "tax_description" text,
  "trade_id" text,
  "trade_price" numeric,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "transaction_tax_details_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "transaction_tax_details_statement" ON "flex"."transaction_tax_details" (_statement_id);
COMMENT ON TABLE "flex"."transaction_tax_details" IS 'One component of the tax on a transaction. TransactionTaxDetail of TransactionTaxes; event, by reportDate.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."source" IS 'Where the tax comes from. Attribute source.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."tax_amount" IS 'Amount of tax. Attribute taxAmount.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."tax_description" IS 'The tax, in words. Attribute taxDescription.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."trade_id" IS 'Identifier of the trade. Attribute tradeId.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."transaction_tax_details"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."transfers" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "sub_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "figi" text,
  "listing_exchange" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "underlying_security_id" text,
  "underlying_listing_exchange" text,
  "issuer" text,
  "issuer_country_code" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "report_date" date,
  "date" date,
  "date_time" timestamptz,
  "settle_date" date,
  "type" text,
  "direction" text,
  "company" text,
  "account" text,
  "account_name" text,
  "delivering_broker" text,
  "quantity" numeric,
  "transfer_price" numeric,
  "position_amount" numeric,
  "position_amount_in_base" numeric,
  "pnl_amount" numeric,
  "pnl_amount_in_base" numeric,
  "cash_transfer" numeric,
  "code" text,
  "client_reference" text,
  "transaction_id" text,
  "level_of_detail" text,
  "position_instruction_id" text,
  "position_instruction_set_id" text,
  "serial_number" text,
  "delivery_type" text,
  "commodity_type" text,
  "fineness" numeric,
  "weight" text,
  "capital_gains_pnl" numeric,
  "cost_basis" numeric,
  "delivering_receiving_broker" text,
  "fx_pnl" numeric,
  "ppi_payer_payee_account" text,
  "sedol" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "transfers_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "transfers_statement" ON "flex"."transfers" (_statement_id);
COMMENT ON TABLE "flex"."transfers" IS 'One position or amount transferred. Transfer of Transfers; event, by reportDate.';
COMMENT ON COLUMN "flex"."transfers"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."transfers"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."transfers"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."transfers"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."transfers"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."transfers"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."transfers"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."transfers"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."transfers"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."transfers"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."transfers"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."transfers"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."transfers"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."transfers"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."transfers"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."transfers"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."transfers"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."transfers"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."transfers"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."transfers"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."transfers"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."transfers"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."transfers"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."transfers"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."transfers"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."transfers"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."transfers"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."transfers"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."transfers"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."transfers"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."transfers"."settle_date" IS 'Date of settlement. Attribute settleDate.';
COMMENT ON COLUMN "flex"."transfers"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."transfers"."direction" IS 'IN or OUT. Attribute direction.';
COMMENT ON COLUMN "flex"."transfers"."company" IS 'The other broker. Attribute company.';
COMMENT ON COLUMN "flex"."transfers"."account" IS 'The account at the other broker. Attribute account.';
COMMENT ON COLUMN "flex"."transfers"."account_name" IS 'Name of the account at the other broker. Attribute accountName.';
COMMENT ON COLUMN "flex"."transfers"."delivering_broker" IS 'Broker that delivers. Attribute deliveringBroker.';
COMMENT ON COLUMN "flex"."transfers"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."transfers"."transfer_price" IS 'Price of the transfer. Attribute transferPrice.';
COMMENT ON COLUMN "flex"."transfers"."position_amount" IS 'Value of the position transferred. Attribute positionAmount.';
COMMENT ON COLUMN "flex"."transfers"."position_amount_in_base" IS 'Value of the position transferred, in base currency. Attribute positionAmountInBase.';
COMMENT ON COLUMN "flex"."transfers"."pnl_amount" IS 'Profit transferred. Attribute pnlAmount.';
COMMENT ON COLUMN "flex"."transfers"."pnl_amount_in_base" IS 'Profit transferred, in base currency. Attribute pnlAmountInBase.';
COMMENT ON COLUMN "flex"."transfers"."cash_transfer" IS 'Cash transferred. Attribute cashTransfer.';
COMMENT ON COLUMN "flex"."transfers"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."transfers"."client_reference" IS 'Reference given by the client. Attribute clientReference.';
COMMENT ON COLUMN "flex"."transfers"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."transfers"."level_of_detail" IS 'Which cut of the data the row belongs to. Attribute levelOfDetail.';
COMMENT ON COLUMN "flex"."transfers"."position_instruction_id" IS 'Instruction of the transfer. Attribute positionInstructionID.';
COMMENT ON COLUMN "flex"."transfers"."position_instruction_set_id" IS 'Set of instructions of the transfer. Attribute positionInstructionSetID.';
COMMENT ON COLUMN "flex"."transfers"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."transfers"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."transfers"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."transfers"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."transfers"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."transfers"."capital_gains_pnl" IS 'Profit from capital gains. Attribute capitalGainsPnl.';
COMMENT ON COLUMN "flex"."transfers"."cost_basis" IS 'Cost basis. Attribute costBasis.';
COMMENT ON COLUMN "flex"."transfers"."delivering_receiving_broker" IS 'Broker that delivers or receives. Attribute deliveringReceivingBroker.';
COMMENT ON COLUMN "flex"."transfers"."fx_pnl" IS 'Profit from exchange rates. Attribute fxPnl.';
COMMENT ON COLUMN "flex"."transfers"."ppi_payer_payee_account" IS 'Attribute ppiPayerPayeeAccount.';
COMMENT ON COLUMN "flex"."transfers"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."transfers"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."transfers"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."transfers"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."transfers"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."transfers"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."transfers"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."transfers"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."transfer_lots" (
  "account" text,
  "account_id" text NOT NULL,
  "account_name" text,
  "acct_alias" text,
  "asset_category" text,
  "cash_transfer" numeric,
  "client_reference" text,
  "code" text,
  "commodity_type" text,
  "company" text,
  "conid" text,
  "currency" text,
  "cusip" text,
  "date" date,
  "date_time" timestamptz,
  "delivering_broker" text,
  "delivery_type" text,
  "description" text,
  "direction" text,
  "expiry" date,
  "fineness" numeric,
  "fx_rate_to_base" numeric,
  "isin" text,
  "issuer" text,
  "listing_exchange" text,
  "model" text,
  "multiplier" numeric,
  "pnl_amount" numeric,
  "pnl_amount_in_base" numeric,
  "position_amount" numeric,
  "position_amount_in_base" numeric,
  "principal_adjust_factor" numeric,
  "put_call" text,
  "quantity" numeric,
  "report_date" date,
  "security_id" text,
  "security_id_type" text,
  "serial_number" text,
  "strike" numeric,
  "symbol" text,
  "transaction_id" text,
  "transfer_price" numeric,
  "type" text,
  "underlying_conid" text,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "underlying_symbol" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "transfer_lots_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "transfer_lots_statement" ON "flex"."transfer_lots" (_statement_id);
COMMENT ON TABLE "flex"."transfer_lots" IS 'One lot of a transfer. TransferLot of Transfers; event, by reportDate.';
COMMENT ON COLUMN "flex"."transfer_lots"."account" IS 'The account at the other broker. Attribute account.';
COMMENT ON COLUMN "flex"."transfer_lots"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."transfer_lots"."account_name" IS 'Name of the account at the other broker. Attribute accountName.';
COMMENT ON COLUMN "flex"."transfer_lots"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."transfer_lots"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."transfer_lots"."cash_transfer" IS 'Cash transferred. Attribute cashTransfer.';
COMMENT ON COLUMN "flex"."transfer_lots"."client_reference" IS 'Reference given by the client. Attribute clientReference.';
COMMENT ON COLUMN "flex"."transfer_lots"."code" IS 'Codes about the row, joined by `;`. Attribute code.';
COMMENT ON COLUMN "flex"."transfer_lots"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."transfer_lots"."company" IS 'The other broker. Attribute company.';
COMMENT ON COLUMN "flex"."transfer_lots"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."transfer_lots"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."transfer_lots"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."transfer_lots"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."transfer_lots"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."transfer_lots"."delivering_broker" IS 'Broker that delivers. Attribute deliveringBroker.';
COMMENT ON COLUMN "flex"."transfer_lots"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."transfer_lots"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."transfer_lots"."direction" IS 'IN or OUT. Attribute direction.';
COMMENT ON COLUMN "flex"."transfer_lots"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."transfer_lots"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."transfer_lots"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."transfer_lots"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."transfer_lots"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."transfer_lots"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."transfer_lots"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."transfer_lots"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."transfer_lots"."pnl_amount" IS 'Profit transferred. Attribute pnlAmount.';
COMMENT ON COLUMN "flex"."transfer_lots"."pnl_amount_in_base" IS 'Profit transferred, in base currency. Attribute pnlAmountInBase.';
COMMENT ON COLUMN "flex"."transfer_lots"."position_amount" IS 'Value of the position transferred. Attribute positionAmount.';
COMMENT ON COLUMN "flex"."transfer_lots"."position_amount_in_base" IS 'Value of the position transferred, in base currency. Attribute positionAmountInBase.';
COMMENT ON COLUMN "flex"."transfer_lots"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."transfer_lots"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."transfer_lots"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."transfer_lots"."report_date" IS 'Date on which the broker reports the row; corrections arrive under a new one. Attribute reportDate.';
COMMENT ON COLUMN "flex"."transfer_lots"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."transfer_lots"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."transfer_lots"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."transfer_lots"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."transfer_lots"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."transfer_lots"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."transfer_lots"."transfer_price" IS 'Price of the transfer. Attribute transferPrice.';
COMMENT ON COLUMN "flex"."transfer_lots"."type" IS 'Kind of the row; the values differ by element. Attribute type.';
COMMENT ON COLUMN "flex"."transfer_lots"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."transfer_lots"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."transfer_lots"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."transfer_lots"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."transfer_lots"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."transfer_lots"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."transfer_lots"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."transfer_lots"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."transfer_lots"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."transfer_lots"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."transfer_lots"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."transfer_lots"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."unbundled_commission_details" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "model" text,
  "currency" text,
  "fx_rate_to_base" numeric,
  "asset_category" text,
  "symbol" text,
  "description" text,
  "conid" text,
  "security_id" text,
  "security_id_type" text,
  "cusip" text,
  "isin" text,
  "underlying_conid" text,
  "underlying_symbol" text,
  "issuer" text,
  "multiplier" numeric,
  "strike" numeric,
  "expiry" date,
  "put_call" text,
  "principal_adjust_factor" numeric,
  "date_time" timestamptz,
  "exchange" text,
  "buy_sell" text,
  "quantity" numeric,
  "price" numeric,
  "trade_id" text,
  "order_reference" text,
  "total_commission" numeric,
  "broker_execution_charge" numeric,
  "broker_clearing_charge" numeric,
  "third_party_execution_charge" numeric,
  "third_party_clearing_charge" numeric,
  "third_party_regulatory_charge" numeric,
  "other" numeric,
  "clearing_commission" numeric,
  "commodity_type" text,
  "delivery_type" text,
  "exec_id" text,
  "execution_commission" numeric,
  "figi" text,
  "fineness" numeric,
  "issuer_country_code" text,
  "listing_exchange" text,
  "order_id" text,
  "reg_finra_trading_activity_fee" numeric,
  "reg_other" numeric,
  "reg_section31_transaction_fee" numeric,
  "regulatory_commission" numeric,
  "sedol" text,
  "serial_number" text,
  "sub_category" text,
  "third_party_commission" numeric,
  "third_party_regulatory_commission" numeric,
  "underlying_listing_exchange" text,
  "underlying_security_id" text,
  "weight" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "unbundled_commission_details_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "unbundled_commission_details_statement" ON "flex"."unbundled_commission_details" (_statement_id);
COMMENT ON TABLE "flex"."unbundled_commission_details" IS 'The commission of one trade, split into its components. UnbundledCommissionDetail of UnbundledCommissionDetails; event, by dateTime.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."security_id_type" IS 'Scheme of securityID: ISIN, CUSIP and others. Attribute securityIDType.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."underlying_symbol" IS 'Symbol of the underlying. Attribute underlyingSymbol.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."issuer" IS 'Issuer of the instrument. Attribute issuer.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."multiplier" IS 'Units of the underlying in one contract. Attribute multiplier.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."strike" IS 'Strike price of an option. Attribute strike.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."expiry" IS 'Expiration date of a derivative. Attribute expiry.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."put_call" IS 'P or C. Attribute putCall.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."principal_adjust_factor" IS 'Factor that adjusts the principal of a bond. Attribute principalAdjustFactor.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."date_time" IS 'Time of what happened; the wall clock of the exchange or of New York, or a bare date. Attribute dateTime.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."exchange" IS 'Exchange of the execution. Attribute exchange.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."buy_sell" IS 'BUY or SELL; `(Ca.)` marks a cancellation. Attribute buySell.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."price" IS 'Price. Attribute price.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."trade_id" IS 'Identifier of the trade; repeats after a cancellation and rebooking. Attribute tradeID.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."order_reference" IS 'Reference that the client gave to the order. Attribute orderReference.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."total_commission" IS 'Sum of the commissions. Attribute totalCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."broker_execution_charge" IS 'Charge of the broker for execution. Attribute brokerExecutionCharge.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."broker_clearing_charge" IS 'Charge of the broker for clearing. Attribute brokerClearingCharge.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."third_party_execution_charge" IS 'Charge of third parties for execution. Attribute thirdPartyExecutionCharge.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."third_party_clearing_charge" IS 'Charge of third parties for clearing. Attribute thirdPartyClearingCharge.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."third_party_regulatory_charge" IS 'Charge of regulators. Attribute thirdPartyRegulatoryCharge.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."other" IS 'Other. Attribute other.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."clearing_commission" IS 'Commission for clearing. Attribute clearingCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."commodity_type" IS 'Kind of commodity. Attribute commodityType.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."delivery_type" IS 'How a commodity is delivered. Attribute deliveryType.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."exec_id" IS 'Identifier of the execution. Attribute execID.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."execution_commission" IS 'Commission for execution. Attribute executionCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."figi" IS 'FIGI. Attribute figi.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."fineness" IS 'Fineness of a metal. Attribute fineness.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."issuer_country_code" IS 'Country of the issuer. Attribute issuerCountryCode.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."listing_exchange" IS 'Exchange where the instrument is listed. Attribute listingExchange.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."order_id" IS 'Identifier of the order. Attribute orderID.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."reg_finra_trading_activity_fee" IS 'FINRA trading activity fee. Attribute regFINRATradingActivityFee.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."reg_other" IS 'Other regulatory fees. Attribute regOther.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."reg_section31_transaction_fee" IS 'Section 31 fee. Attribute regSection31TransactionFee.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."regulatory_commission" IS 'Fees of regulators. Attribute regulatoryCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."serial_number" IS 'Serial number of physically delivered metal. Attribute serialNumber.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."sub_category" IS 'Kind within the asset class: COMMON, ETF, ADR and others. Attribute subCategory.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."third_party_commission" IS 'Commission of third parties. Attribute thirdPartyCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."third_party_regulatory_commission" IS 'Fees of regulators. Attribute thirdPartyRegulatoryCommission.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."underlying_listing_exchange" IS 'Exchange where the underlying is listed. Attribute underlyingListingExchange.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."underlying_security_id" IS 'Identifier of the underlying. Attribute underlyingSecurityID.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."weight" IS 'Weight of a metal; not a pure number: `0.0 ()` occurs. Attribute weight.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."unbundled_commission_details"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."unsettled_transfers" (
  "account_id" text NOT NULL,
  "acct_alias" text,
  "asset_category" text,
  "conid" text,
  "contra" text,
  "currency" text,
  "cusip" text,
  "date" date,
  "description" text,
  "direction" text,
  "expected_date" date,
  "fx_rate_to_base" numeric,
  "isin" text,
  "model" text,
  "quantity" numeric,
  "security_id" text,
  "sedol" text,
  "stage" text,
  "symbol" text,
  "target_settlement" date,
  "trade_amount" numeric,
  "trade_amount_in_base" numeric,
  "trade_date" date,
  "trade_price" numeric,
  "transaction_id" text,
  "underlying_conid" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "unsettled_transfers_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "unsettled_transfers_statement" ON "flex"."unsettled_transfers" (_statement_id);
COMMENT ON TABLE "flex"."unsettled_transfers" IS 'One transfer not settled at the end of the window. UnsettledTransfer of UnsettledTransfers; snapshot.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."acct_alias" IS 'Alias given to the account. Attribute acctAlias.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."asset_category" IS 'Asset class: STK, OPT, FUT, CASH, BOND, FUND, CFD and others. Attribute assetCategory.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."conid" IS 'Contract identifier of the broker; names an instrument. Attribute conid.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."contra" IS 'The other side. Attribute contra.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."currency" IS 'Currency of the amounts; BASE_SUMMARY on rows that sum in base currency. Attribute currency.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."cusip" IS 'CUSIP; text, although some look like numbers. Attribute cusip.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."date" IS 'Date of the row. Attribute date.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."description" IS 'Description in words. Attribute description.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."direction" IS 'IN or OUT. Attribute direction.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."expected_date" IS 'Date on which it is expected. Attribute expectedDate.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."fx_rate_to_base" IS 'Rate from the currency of the row to the base currency. Attribute fxRateToBase.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."isin" IS 'ISIN. Attribute isin.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."model" IS 'Model portfolio that the row belongs to; empty outside models. Attribute model.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."quantity" IS 'Number of units; negative when sold or short. Attribute quantity.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."security_id" IS 'Identifier of the instrument in the scheme of securityIDType. Attribute securityID.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."sedol" IS 'SEDOL. Attribute sedol.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."stage" IS 'Stage of the transfer. Attribute stage.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."symbol" IS 'Symbol of the instrument. Attribute symbol.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."target_settlement" IS 'Date on which settlement is due. Attribute targetSettlement.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."trade_amount" IS 'Amount of the trade. Attribute tradeAmount.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."trade_amount_in_base" IS 'Amount of the trade in base currency. Attribute tradeAmountInBase.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."trade_date" IS 'Trade date; for futures it can differ from the calendar day. Attribute tradeDate.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."trade_price" IS 'Price of the trade. Attribute tradePrice.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."transaction_id" IS 'Identifier of the transaction; unique within an element, not across elements. Attribute transactionID.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."underlying_conid" IS 'Contract identifier of the underlying. Attribute underlyingConid.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."unsettled_transfers"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."flexetl_statements" (
  "account_id" text NOT NULL,
  "query_name" text,
  "type" text,
  "from_date" date,
  "to_date" date,
  "period" text,
  "when_generated" timestamptz,
  "base_currency" text,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "flexetl_statements_key" UNIQUE ("account_id", "_row_key")
);
CREATE INDEX IF NOT EXISTS "flexetl_statements_statement" ON "flex"."flexetl_statements" (_statement_id);
COMMENT ON TABLE "flex"."flexetl_statements" IS 'One statement that was loaded. FlexStatement of FlexStatement; reference.';
COMMENT ON COLUMN "flex"."flexetl_statements"."account_id" IS 'Account; `-` on rows that consolidate several. Attribute accountId.';
COMMENT ON COLUMN "flex"."flexetl_statements"."query_name" IS 'Name of the Flex query. Attribute queryName.';
COMMENT ON COLUMN "flex"."flexetl_statements"."type" IS 'AF for an Activity query, TCF for Trade Confirmations. Attribute type.';
COMMENT ON COLUMN "flex"."flexetl_statements"."from_date" IS 'First day of the window. Attribute fromDate.';
COMMENT ON COLUMN "flex"."flexetl_statements"."to_date" IS 'Last day of the window. Attribute toDate.';
COMMENT ON COLUMN "flex"."flexetl_statements"."period" IS 'Name of the window: LastBusinessDay, MonthToDate and others; empty when overridden. Attribute period.';
COMMENT ON COLUMN "flex"."flexetl_statements"."when_generated" IS 'When the broker generated the statement. Attribute whenGenerated.';
COMMENT ON COLUMN "flex"."flexetl_statements"."base_currency" IS 'Base currency of the account. Attribute baseCurrency.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."flexetl_statements"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
CREATE TABLE IF NOT EXISTS "flex"."unmapped_rows" (
  "section" text,
  "element" text,
  "account_id" text NOT NULL,
  "attributes" jsonb,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "unmapped_rows_key" UNIQUE ("account_id", "_query", "_row_key")
);
CREATE INDEX IF NOT EXISTS "unmapped_rows_statement" ON "flex"."unmapped_rows" (_statement_id);
COMMENT ON TABLE "flex"."unmapped_rows" IS 'One row of a section or element that has no schema.';
COMMENT ON COLUMN "flex"."unmapped_rows"."section" IS 'The section that held the row. Attribute section.';
COMMENT ON COLUMN "flex"."unmapped_rows"."element" IS 'Name of the row on the wire. Attribute element.';
COMMENT ON COLUMN "flex"."unmapped_rows"."account_id" IS 'Account. Attribute accountId.';
COMMENT ON COLUMN "flex"."unmapped_rows"."attributes" IS 'All attributes, verbatim. Attribute attributes.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_row_key" IS 'Identity of the row within account and query.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_query" IS 'Name of the Flex query that delivered the row.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_statement_id" IS 'The statement that the row was taken from.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_row_number" IS 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_load_id" IS 'The load that wrote the row.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_generated_at" IS 'When the broker generated the statement.';
COMMENT ON COLUMN "flex"."unmapped_rows"."_extra" IS 'Attributes without a column, and literals that their column cannot hold, verbatim.';
