// SPDX-License-Identifier: Apache-2.0
/** A Quarkus service that takes orders, which become deals of their companies. */
package io.github.camelhubspot.examples.quarkus;
