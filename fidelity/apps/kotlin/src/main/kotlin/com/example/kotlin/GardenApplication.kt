package com.example.kotlin

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.context.properties.ConfigurationProperties
import org.springframework.boot.context.properties.EnableConfigurationProperties
import org.springframework.boot.runApplication

@ConfigurationProperties("garden")
data class Garden(val name: String, val beds: Map<String, Int> = emptyMap())

@SpringBootApplication
@EnableConfigurationProperties(Garden::class)
class GardenApplication

fun main(args: Array<String>) {
    runApplication<GardenApplication>(*args)
}
