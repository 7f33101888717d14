package com.example.async;

import java.lang.reflect.Method;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.stereotype.Component;

/** Takes what asynchronous methods without a result throw. */
@Component
class Uncaught implements AsyncUncaughtExceptionHandler {

    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    @Override
    public void handleUncaughtException(Throwable thrown, Method method, Object... arguments) {
        messages.add(method.getName() + ": " + thrown.getMessage());
    }
}
