package com.example.parcels;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;

interface Parcels extends JpaRepository<Parcel, Long> {

    Optional<Parcel> findByCode(UUID code);

    @NativeQuery("select * from parcel where labels ->> 'colour' ilike ?1 order by id")
    List<Parcel> coloured(String colour);

    @NativeQuery("select version()")
    String database();
}
