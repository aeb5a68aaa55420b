/** Errors as HubSpot reports them. */
package io.github.camelhubspot.simulator.error;
