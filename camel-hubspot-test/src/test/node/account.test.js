// SPDX-License-Identifier: Apache-2.0
// The client has no methods for these; they go through its raw call.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulated } from './simulator.js'

const hubSpot = await simulated('--daily-limit', '1000')

async function get(path) {
  const answer = await hubSpot.apiRequest({ path })
  assert.equal(answer.status, 200)
  return answer.json()
}

test('the account tells its details', async () => {
  for (const path of ['/account-info/v3/details', '/account-info/2026-03/details', '/account-info/2026-09/details']) {
    const details = await get(path)
    assert.equal(typeof details.portalId, 'number')
    assert.equal(details.accountType, 'STANDARD')
  }
})

test('the account tells how many calls of the day are used', async () => {
  const { results: [usage] } = await get('/account-info/v3/api-usage/daily/private-apps')
  assert.equal(usage.name, 'private-apps-api-calls-daily')
  assert.equal(usage.usageLimit, 1000)
  assert.ok(usage.currentUsage > 0)
})

test('the account tells its limits and what is used of them', async () => {
  for (const limits of ['records', 'custom-properties', 'calculated-properties', 'custom-object-types', 'pipelines',
    'associations/labels', 'associations/records/from', 'associations/records/0-1/to']) {
    assert.equal(typeof await get(`/crm/v3/limits/${limits}`), 'object')
  }
})
