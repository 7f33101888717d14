package com.example.versions;

import org.springframework.data.jpa.repository.JpaRepository;

interface Tools extends JpaRepository<Tool, String> {}
