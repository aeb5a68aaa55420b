// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { ownersApi } = crm.owners

test('owners are listed, and found by their e-mail address', async () => {
  const all = await ownersApi.getPage()
  assert.ok(all.results.length > 0)
  const [owner] = all.results
  const found = await ownersApi.getPage(owner.email)
  assert.deepEqual(found.results.map(({ id }) => id), [owner.id])
  assert.deepEqual((await ownersApi.getPage('nobody@example.com')).results, [])
})

test('an owner is read by id or by user id', async () => {
  const { results: [owner] } = await ownersApi.getPage(undefined, undefined, 1)
  assert.equal((await ownersApi.getById(owner.id)).email, owner.email)
  assert.equal((await ownersApi.getById(owner.userId, 'userId')).id, owner.id)
  await refused(404, ownersApi.getById(1))
})

test('an owner owns a record', async () => {
  const { results: [owner] } = await ownersApi.getPage()
  const company = await crm.companies.basicApi.create({ properties: { name: 'Owned', hubspot_owner_id: owner.id } })
  assert.equal(company.properties.hubspot_owner_id, owner.id)
})
