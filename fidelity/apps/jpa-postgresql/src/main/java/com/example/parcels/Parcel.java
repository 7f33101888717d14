package com.example.parcels;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Parcel {

    /** Where a parcel is. */
    public enum State {
        WAITING,
        SENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private UUID code;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> labels;

    private List<String> stops;

    private OffsetDateTime due;

    protected Parcel() {}

    Parcel(UUID code, Map<String, String> labels, List<String> stops, OffsetDateTime due) {
        this.code = code;
        this.labels = labels;
        this.stops = stops;
        this.due = due;
    }

    void send() {
        this.state = State.SENT;
    }

    public Long getId() {
        return id;
    }

    public UUID getCode() {
        return code;
    }

    public State getState() {
        return state;
    }

    public Map<String, String> getLabels() {
        return labels;
    }

    public List<String> getStops() {
        return stops;
    }

    public OffsetDateTime getDue() {
        return due;
    }
}
