// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

/**
 * What a visitor may say of themselves. These are the names of HubSpot's properties, and being no others they are all that
 * anybody can set.
 */
public record SignUp(String email, String firstname, String lastname) {}
