package com.example.thymeleaf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A guest book. */
@Controller
class GuestController {

    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    @GetMapping("/")
    String book(Model model, @ModelAttribute("guest") Guest guest) {
        model.addAttribute("guests", guests);
        return "book";
    }

    @PostMapping("/guests")
    String sign(
            @Valid @ModelAttribute("guest") Guest guest, BindingResult result, Model model, RedirectAttributes flash) {
        if (result.hasErrors()) {
            model.addAttribute("guests", guests);
            return "book";
        }
        guests.add(guest);
        flash.addFlashAttribute("thanks", guest.getName());
        return "redirect:/";
    }

    @GetMapping("/broken")
    String broken() {
        return "broken";
    }

    public static class Guest {

        @Size(min = 2)
        private String name;

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        private LocalDate day;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public LocalDate getDay() {
            return day;
        }

        public void setDay(LocalDate day) {
            this.day = day;
        }
    }
}
