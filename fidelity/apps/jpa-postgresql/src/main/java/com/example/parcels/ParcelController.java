package com.example.parcels;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ParcelController {

    record NewParcel(UUID code, Map<String, String> labels, List<String> stops, OffsetDateTime due) {}

    private final Parcels parcels;

    ParcelController(Parcels parcels) {
        this.parcels = parcels;
    }

    @PostMapping("/parcels")
    @ResponseStatus(HttpStatus.CREATED)
    public Parcel add(@RequestBody NewParcel parcel) {
        return parcels.save(new Parcel(parcel.code(), parcel.labels(), parcel.stops(), parcel.due()));
    }

    @GetMapping("/parcels/{code}")
    public Parcel one(@PathVariable UUID code) {
        return parcels.findByCode(code).orElseThrow();
    }

    @GetMapping("/parcels")
    public List<Parcel> coloured(@RequestParam String colour) {
        return parcels.coloured(colour);
    }

    /** Sends some parcels together: all of them or none. */
    @PostMapping("/parcels/send")
    @Transactional
    public int send(@RequestBody List<UUID> codes) {
        for (UUID code : codes) {
            parcels.saveAndFlush(parcels.findByCode(code).orElseThrow()).send();
            parcels.flush();
        }
        return codes.size();
    }

    @GetMapping("/database")
    public String database() {
        return parcels.database().split(" ")[0];
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    public String taken(DataIntegrityViolationException violation) {
        return violation.getMostSpecificCause().getClass().getName();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public String missing(java.util.NoSuchElementException missing) {
        return "No such parcel";
    }
}
