// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.ArrayList;
import java.util.List;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.record.RecordInput;

/** A record on its way to HubSpot, which preparations change, refuse, or leave as it is; confined to one thread at a time. */
public final class Draft {

    private final List<HubSpotWarning> warnings = new ArrayList<>();
    private RecordInput record;
    private HubSpotError refusal;
    private CallFailure failure;

    public Draft(RecordInput record) {
        this.record = record;
    }

    /** The record as it is to be sent. */
    public RecordInput record() {
        return record;
    }

    public void change(RecordInput changed) {
        this.record = changed;
    }

    /** Whether it is still to be sent. */
    public boolean open() {
        return refusal == null && failure == null;
    }

    /** Refuses the record, before anything of it is sent. */
    public void refuse(HubSpotError why) {
        this.refusal = why;
    }

    /** Why it was refused; null where it was not. */
    public HubSpotError refusal() {
        return refusal;
    }

    /** Gives up, since a call that was to prepare the record failed. */
    public void fail(CallFailure how) {
        this.failure = how;
    }

    /** How the call that was to prepare it failed; null where none did. */
    public CallFailure failure() {
        return failure;
    }

    public void warn(HubSpotWarning warning) {
        warnings.add(warning);
    }

    /** What the sender should know of a record that is written all the same. */
    public List<HubSpotWarning> warnings() {
        return List.copyOf(warnings);
    }
}
