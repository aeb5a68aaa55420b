/** The account's lists of records, which HubSpot calls segments too, and who is in them. */
package io.github.camelhubspot.simulator.lists;
