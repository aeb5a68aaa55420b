// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const hubSpot = await simulated()
const { companies, exports } = hubSpot.crm
const { publicExportsApi } = exports

const view = (publicCrmSearchRequest) => ({
  exportType: 'VIEW',
  format: 'CSV',
  exportName: 'Companies',
  objectType: 'COMPANY',
  objectProperties: ['name', 'city'],
  language: 'EN',
  exportInternalValuesOptions: ['NAMES', 'VALUES'],
  overrideAssociatedObjectsPerDefinitionPerRowLimit: false,
  publicCrmSearchRequest
})

async function exported(request) {
  // The client's method for it cannot write the request.
  const started = await hubSpot.apiRequest({ method: 'POST', path: '/crm/v3/exports/export/async', body: request })
  assert.equal(started.status, 202)
  const { id } = await started.json()
  const status = await publicExportsApi.getStatus(id)
  assert.equal(status.status, 'COMPLETE')
  assert.ok(status.completedAt instanceof Date)
  // The address is open to all, without a token.
  const file = await fetch(status.result)
  assert.equal(file.status, 200)
  return { id, lines: (await file.text()).trim().split(/\r?\n/) }
}

test('records are exported to a file', async () => {
  for (const [name, city] of [['Acme', 'Rome'], ['Globex', 'Oslo']]) {
    await companies.basicApi.create({ properties: { name, city } })
  }
  const { id, lines } = await exported(view())
  assert.match(lines[0], /name.*city/)
  assert.equal(lines.length, 3)

  const answer = await hubSpot.apiRequest({ path: `/crm/v3/exports/export/${id}` })
  assert.equal((await answer.json()).recordCount, 2)
})

test('a search decides which records are exported', async () => {
  const { lines } = await exported(view({
    filters: [{ propertyName: 'city', operator: 'EQ', value: 'Oslo' }],
    sorts: [{ propertyName: 'name', order: 'DES' }],
    query: ''
  }))
  assert.equal(lines.length, 2)
  assert.match(lines[1], /Globex/)
})

test('an unknown export is not found', async () => {
  await refused(404, publicExportsApi.getStatus(999))
})
