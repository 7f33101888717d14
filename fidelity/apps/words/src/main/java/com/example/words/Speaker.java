package com.example.words;

/** A service. */
public interface Speaker {

    String speak();
}
