// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const hubSpot = await simulated()
const { basicApi, batchApi } = hubSpot.events.send

const { portalId } = await (await hubSpot.apiRequest({ path: '/account-info/v3/details' })).json()
const eventName = `pe${portalId}_login`

const login = (n) => ({ eventName, email: `user${n}@example.com`, occurredAt: new Date(), properties: { device: 'phone' } })

test('an occurrence of a custom event is sent', async () => {
  await basicApi.send(login(1))
})

test('occurrences are sent in batches of at most 500', async () => {
  await batchApi.send({ inputs: Array.from({ length: 500 }, (_, n) => login(n)) })
  await refused(400, batchApi.send({ inputs: Array.from({ length: 501 }, (_, n) => login(n)) }))
})

test('an occurrence without anyone to whom it belongs is refused', async () => {
  assert.equal((await refused(400, basicApi.send({ eventName }))).category, 'VALIDATION_ERROR')
})
