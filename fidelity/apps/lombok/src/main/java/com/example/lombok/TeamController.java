package com.example.lombok;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.extern.slf4j.Slf4j;
import lombok.val;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Slf4j
@RestController
@RequiredArgsConstructor
class TeamController {

    private final TeamProperties properties;
    private final Map<String, Member> members = new ConcurrentSkipListMap<>();

    @PostMapping("/members")
    @SneakyThrows
    Member add(@NonNull @RequestBody Member member) {
        if (members.size() == properties.getMaximum()) {
            throw new java.io.IOException(properties + " is full");
        }
        val older = member.withAge(member.getAge() + 1);
        log.info("Adding {}", older);
        members.put(older.getName(), older);
        return older;
    }

    @GetMapping("/members")
    Collection<Member> all() {
        return members.values();
    }

    @GetMapping("/members/{name}")
    String one(@PathVariable String name) {
        return members.getOrDefault(
                        name, Member.builder().name(name).skill("none").build())
                .toString();
    }

    @ExceptionHandler
    String full(java.io.IOException failure) {
        return failure.getMessage();
    }
}
