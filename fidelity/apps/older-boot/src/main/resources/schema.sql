create table entry (guest varchar(20), text varchar(40), written date);
