create table stock (article varchar(20) primary key, amount int not null);
