// SPDX-License-Identifier: Apache-2.0
/** Sign-ups posted to a Spring Boot application become contacts in HubSpot. */
package io.github.camelhubspot.examples.springboot;
