create table account (
    id bigint generated always as identity primary key,
    owner varchar(20) not null unique,
    balance int not null check (balance >= 0)
);
