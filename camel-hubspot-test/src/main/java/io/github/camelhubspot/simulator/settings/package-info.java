/** What a test may set: how this HubSpot behaves, and what time it is there. */
package io.github.camelhubspot.simulator.settings;
