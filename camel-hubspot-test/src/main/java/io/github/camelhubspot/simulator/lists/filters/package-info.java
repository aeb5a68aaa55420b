/** The filters that decide who is in a list. */
package io.github.camelhubspot.simulator.lists.filters;
