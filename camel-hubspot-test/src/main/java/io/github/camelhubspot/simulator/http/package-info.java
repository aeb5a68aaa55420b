/** A call and its answer, apart from any server. */
package io.github.camelhubspot.simulator.http;
