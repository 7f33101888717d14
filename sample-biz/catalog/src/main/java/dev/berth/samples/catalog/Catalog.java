package dev.berth.samples.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with products; each method is one transaction. */
@Service
@Transactional(readOnly = true)
class Catalog {

    private final ProductRepository products;

    Catalog(ProductRepository products) {
        this.products = products;
    }

    /** Returns all products, ordered by SKU. */
    List<ProductView> products() {
        return products.findAllByOrderBySku().stream().map(Product::view).toList();
    }

    Optional<ProductView> product(long id) {
        return products.findById(id).map(Product::view);
    }

    /**
     * Adds a product.
     *
     * @throws DuplicateSkuException if the catalog has its SKU already
     */
    @Transactional
    ProductView add(NewProduct product) {
        if (products.existsBySku(product.sku())) {
            throw new DuplicateSkuException(product.sku());
        }
        return products.save(new Product(product.sku(), product.name(), product.price()))
                .view();
    }

    /** Removes a product and says whether there was one. */
    @Transactional
    boolean remove(long id) {
        boolean known = products.existsById(id);
        products.deleteById(id);
        return known;
    }
}
