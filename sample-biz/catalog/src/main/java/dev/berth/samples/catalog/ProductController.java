package dev.berth.samples.catalog;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The catalog over REST. */
@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Catalog catalog;

    ProductController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    List<ProductView> list() {
        return catalog.products();
    }

    @GetMapping("/{id}")
    ProductView show(@PathVariable long id) {
        return catalog.product(id).orElseThrow(() -> new NoSuchProductException(id));
    }

    @PostMapping
    ResponseEntity<ProductView> add(@Valid @RequestBody NewProduct product) {
        ProductView added = catalog.add(product);
        URI location =
                ServletUriComponentsBuilder.fromCurrentRequest().path("/{id}").build(added.id());
        return ResponseEntity.created(location).body(added);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable long id) {
        if (!catalog.remove(id)) {
            throw new NoSuchProductException(id);
        }
        return ResponseEntity.noContent().build();
    }
}
