// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;

/**
 * What a write says of a pipeline; whatever it leaves out is null.
 *
 * @param id for a new pipeline; one is given to it if it is null
 * @param archived only given to restore a pipeline that was deleted
 */
public record PipelineInput(String id, String label, Integer displayOrder, List<StageInput> stages, Boolean archived) {}
