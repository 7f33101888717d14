package com.example.profiles;

interface Tea {

    String name();
}
