package dev.berth.samples.catalog;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that lists the products. */
@Controller
class CatalogPage {

    private final Catalog catalog;

    CatalogPage(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("products", catalog.products());
        return "catalog";
    }
}
