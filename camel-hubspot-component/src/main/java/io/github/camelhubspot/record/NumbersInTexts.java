// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;

import io.github.camelhubspot.api.Json;

/** Reads numbers that HubSpot writes otherwise than Java: whole ones with a fraction of zero, days as milliseconds. */
final class NumbersInTexts extends DeserializationProblemHandler {

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String text, String failure) {
        try {
            if (type == LocalDate.class) {
                return day(Long.parseLong(text.strip()));
            }
            return isWhole(type) ? whole(type, text.strip()) : NOT_HANDLED;
        } catch (ArithmeticException | NumberFormatException e) {
            return NOT_HANDLED;
        }
    }

    /** HubSpot's days begin at midnight in UTC; another time is no day. */
    private static Object day(long millis) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate() : NOT_HANDLED;
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == short.class
                || type == Short.class
                || type == byte.class
                || type == Byte.class
                || type == BigInteger.class;
    }

    private static Object whole(Class<?> type, String text) {
        if (text.length() > Json.MAX_NUMBER) {
            return NOT_HANDLED;
        }
        BigDecimal number = new BigDecimal(text);
        // Written out, a number with a large exponent would fill the memory.
        if (Math.abs((long) number.scale()) > Json.MAX_NUMBER) {
            return NOT_HANDLED;
        }
        if (type == BigInteger.class) {
            return number.toBigIntegerExact();
        }
        if (type == long.class || type == Long.class) {
            return number.longValueExact();
        }
        if (type == short.class || type == Short.class) {
            return number.shortValueExact();
        }
        return type == byte.class || type == Byte.class ? (Object) number.byteValueExact() : number.intValueExact();
    }
}
