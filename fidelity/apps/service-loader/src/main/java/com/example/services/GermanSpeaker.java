package com.example.services;

import com.example.words.Speaker;

public class GermanSpeaker implements Speaker {

    @Override
    public String speak() {
        return "Guten Tag";
    }
}
