insert into product (sku, name, price) values ('TEA-001', 'Assam, loose leaf, 250 g', 8.90);
insert into product (sku, name, price) values ('TEA-002', 'Sencha, loose leaf, 100 g', 11.50);
insert into product (sku, name, price) values ('COF-100', 'Espresso beans, 1 kg', 19.90);
insert into product (sku, name, price) values ('MUG-010', 'Stoneware mug, 300 ml', 14.00);
