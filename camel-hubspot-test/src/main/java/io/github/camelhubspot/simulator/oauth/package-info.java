/** A public app: its refresh tokens, and the access tokens that it gets for them. */
package io.github.camelhubspot.simulator.oauth;
