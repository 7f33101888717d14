package dev.berth.samples.catalog;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of the catalog. */
interface ProductRepository extends JpaRepository<Product, Long> {

    List<Product> findAllByOrderBySku();

    boolean existsBySku(String sku);
}
