create or replace view scarce as select article from stock where amount < 15;
