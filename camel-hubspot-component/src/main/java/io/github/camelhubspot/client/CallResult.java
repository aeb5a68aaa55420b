// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

/** How a call ended: HubSpot's answer, or a failure. */
public sealed interface CallResult permits ApiAnswer, CallFailure {}
