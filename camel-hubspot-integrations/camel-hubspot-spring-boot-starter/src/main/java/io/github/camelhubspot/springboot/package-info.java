// SPDX-License-Identifier: Apache-2.0
/** Applies the properties {@code camel.component.hubspot.*} of a Spring Boot application to the component. */
package io.github.camelhubspot.springboot;
