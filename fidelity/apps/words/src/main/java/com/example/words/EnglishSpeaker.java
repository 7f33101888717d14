package com.example.words;

public class EnglishSpeaker implements Speaker {

    @Override
    public String speak() {
        return "Hello";
    }
}
