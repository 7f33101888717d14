alter table stock add column place varchar(20) default '${place}';
