package com.example.kotlin

import org.springframework.http.HttpStatus
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException
import java.util.concurrent.ConcurrentSkipListMap

/** Without a constructor without arguments, with a default and with a property that may be null. */
data class Plant(val name: String, val bed: String = "north", val height: Int? = null)

sealed interface Visit {
    data class Found(val plant: Plant, val room: Int) : Visit

    data object Nothing : Visit
}

@RestController
class PlantController(private val garden: Garden) {
    private val plants = ConcurrentSkipListMap<String, Plant>()

    @PostMapping("/plants")
    fun add(@RequestBody plant: Plant): Plant = plant.also { plants[it.name] = it }

    @GetMapping("/plants")
    fun all(@RequestParam bed: String?): List<Plant> = plants.values.filter { bed == null || it.bed == bed }

    @GetMapping("/plants/{name}")
    fun one(@PathVariable name: String): Any =
        when (val visit = visit(name)) {
            is Visit.Found -> visit
            Visit.Nothing -> throw ResponseStatusException(HttpStatus.NOT_FOUND, "No $name in ${garden.name}")
        }

    @GetMapping("/kotlin")
    fun members(): List<String> = Plant::class.members.map { it.name }.filter { it.startsWith("component") }.sorted()

    private fun visit(name: String) =
        plants[name]?.let { Visit.Found(it, garden.beds[it.bed] ?: 0) } ?: Visit.Nothing
}
