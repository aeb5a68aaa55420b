// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const hubSpot = await simulated()
const { pipelinesApi, pipelineStagesApi, pipelineAuditsApi } = hubSpot.crm.pipelines

const stage = (label, displayOrder, probability) => ({ label, displayOrder, metadata: { probability } })

// The client cannot read HubSpot's 404 for a pipeline, which has no body; its raw call can.
async function isGone(path) {
  assert.equal((await hubSpot.apiRequest({ path: `/crm/v3/pipelines/deals/${path}` })).status, 404)
}

const renewals = () => ({
  label: 'Renewals', displayOrder: 1, stages: [stage('Due', 0, '0.2'), stage('Renewed', 1, '1.0')]
})

test('a fresh account has a pipeline of deals and one of tickets', async () => {
  assert.deepEqual((await pipelinesApi.getAll('deals')).results.map(({ id }) => id), ['default'])
  assert.deepEqual((await pipelinesApi.getAll('tickets')).results.map(({ id }) => id), ['0'])
})

test('a pipeline is created, read, updated, replaced, audited and deleted', async () => {
  const { id, stages } = await pipelinesApi.create('deals', renewals())
  assert.deepEqual(stages.map(({ label }) => label), ['Due', 'Renewed'])
  assert.equal((await pipelinesApi.getById('deals', id)).label, 'Renewals')
  assert.equal((await pipelinesApi.update('deals', id, { label: 'Extensions' })).label, 'Extensions')

  const replaced = await pipelinesApi.replace('deals', id, {
    label: 'Prolongations', displayOrder: 2, stages: [stage('Asked', 0, '0.5')]
  })
  assert.deepEqual([replaced.label, replaced.stages.map(({ label }) => label)], ['Prolongations', ['Asked']])

  const audit = await pipelineAuditsApi.getAudit('deals', id)
  assert.ok(audit.results.length >= 3)
  assert.ok(audit.results.every((change) => change.identifier === id && change.timestamp instanceof Date))

  await pipelinesApi.archive('deals', id)
  await isGone(id)
})

test('a stage is created, read, updated, replaced, listed, audited and deleted', async () => {
  const { id } = await pipelinesApi.create('deals', renewals())
  const lost = await pipelineStagesApi.create('deals', id, stage('Lost', 2, '0.0'))
  assert.equal(lost.metadata.probability, '0.0')
  assert.equal(lost.metadata.isClosed, 'true')

  assert.equal((await pipelineStagesApi.getById('deals', id, lost.id)).label, 'Lost')
  assert.equal((await pipelineStagesApi.update('deals', id, lost.id, { label: 'Gone', metadata: {} })).label, 'Gone')
  assert.equal((await pipelineStagesApi.replace('deals', id, lost.id, stage('Missed', 2, '0.0'))).label, 'Missed')
  const labels = (await pipelineStagesApi.getAll('deals', id)).results.map(({ label }) => label)
  assert.deepEqual(labels.sort(), ['Due', 'Missed', 'Renewed'])
  // The client's method for it takes no id of the pipeline, and leaves a gap in the path.
  const audit = await hubSpot.apiRequest({ path: `/crm/v3/pipelines/deals/${id}/stages/${lost.id}/audit` })
  assert.ok((await audit.json()).results.length >= 3)

  await pipelineStagesApi.archive('deals', id, lost.id)
  await isGone(`${id}/stages/${lost.id}`)
})

test('a stage with deals in it is kept', async () => {
  const { id, stages } = await pipelinesApi.create('deals', { ...renewals(), label: 'In use' })
  await hubSpot.crm.deals.basicApi.create({ properties: { dealname: 'Deal', pipeline: id, dealstage: stages[0].id } })
  await refused(400, pipelinesApi.archive('deals', id, true, true))
})
