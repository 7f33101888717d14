package com.example.actuator;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

@Component
@Endpoint(id = "kettle")
class KettleEndpoint {

    private volatile int degrees = 20;

    @ReadOperation
    Kettle read() {
        return new Kettle(degrees);
    }

    @WriteOperation
    Kettle heat(int to) {
        degrees = to;
        return read();
    }

    record Kettle(int degrees) {}
}
