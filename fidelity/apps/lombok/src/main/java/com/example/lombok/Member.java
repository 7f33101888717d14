package com.example.lombok;

import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.With;
import lombok.extern.jackson.Jacksonized;

@Value
@Builder
@Jacksonized
public class Member {

    String name;

    @With
    int age;

    @Singular
    List<String> skills;
}
