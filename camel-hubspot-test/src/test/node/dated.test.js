// SPDX-License-Identifier: Apache-2.0
// This client calls the paths of v3 and v4; the dated ones go through its raw call.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulated } from './simulator.js'

const hubSpot = await simulated()

async function call(method, path, body) {
  const answer = await hubSpot.apiRequest({ method, path, body })
  return { status: answer.status, json: answer.status === 204 ? undefined : await answer.json() }
}

for (const version of ['2026-03', '2026-09']) {
  test(`records and links of ${version}`, async () => {
    const contact = await call('POST', `/crm/objects/${version}/contacts`, { properties: { firstname: 'Ann' } })
    assert.equal(contact.status, 201)
    const company = await call('POST', `/crm/objects/${version}/companies`, { properties: { name: 'Acme' } })
    const record = `/crm/objects/${version}/contacts/${contact.json.id}`
    const link = await call('PUT', `${record}/associations/default/companies/${company.json.id}`)
    assert.equal(link.status, 200)
    const primary = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }]
    const labelled = await call('PUT', `${record}/associations/companies/${company.json.id}`, primary)
    assert.deepEqual([labelled.status, labelled.json.labels], [201, ['Primary']])
    const links = await call('GET', `${record}/associations/companies`)
    assert.equal(links.json.results[0].toObjectId, company.json.id)
    const found = await hubSpot.crm.contacts.basicApi.getById(contact.json.id, ['firstname'])
    assert.equal(found.properties.firstname, 'Ann')
    assert.equal((await call('DELETE', record)).status, 204)
  })

  test(`definitions, pipelines and owners of ${version}`, async () => {
    for (const path of [`properties/${version}/contacts`, `pipelines/${version}/deals`, `owners/${version}`]) {
      const { status, json } = await call('GET', `/crm/${path}`)
      assert.equal(status, 200, path)
      assert.ok(json.results.length > 0, path)
    }
  })
}
