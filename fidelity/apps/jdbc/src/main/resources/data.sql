insert into account (owner, balance) values ('Ann', 100), ('Bob', 50);
