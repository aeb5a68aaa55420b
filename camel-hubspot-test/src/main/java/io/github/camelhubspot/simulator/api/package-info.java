/** What each operation of HubSpot's API does, one class per resource. */
package io.github.camelhubspot.simulator.api;
