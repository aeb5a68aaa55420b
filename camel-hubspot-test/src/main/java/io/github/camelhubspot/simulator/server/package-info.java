/** The HTTP server: routes, tokens, limits, and the order in which a call is checked. */
package io.github.camelhubspot.simulator.server;
