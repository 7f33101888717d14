create table note (id int primary key, text varchar(40));
