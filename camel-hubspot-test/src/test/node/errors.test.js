// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientFor, refused, simulated, startSimulator } from './simulator.js'

const address = await startSimulator()
const hubSpot = clientFor(address)
const { contacts, companies, objects } = hubSpot.crm

test('404: a record that is not there', async () => {
  const refusal = await refused(404, contacts.basicApi.getById('123456'))
  assert.equal(refusal.status, 'error')
  assert.equal(typeof refusal.correlationId, 'string')
})

test('409: a value that must be unique and is taken', async () => {
  const { id } = await contacts.basicApi.create({ properties: { email: 'twice@example.com' } })
  const refusal = await refused(409, contacts.basicApi.create({ properties: { email: 'twice@example.com' } }))
  assert.equal(refusal.category, 'CONFLICT')
  assert.match(refusal.message, new RegExp(`Existing ID: ${id}`))
})

test('400: values that a property cannot have', async () => {
  for (const [properties, code] of [
    [{ email: 'no address' }, 'INVALID_EMAIL'],
    [{ no_such_property: 'x' }, 'PROPERTY_DOESNT_EXIST']
  ]) {
    const refusal = await refused(400, contacts.basicApi.create({ properties }))
    assert.equal(refusal.category, 'VALIDATION_ERROR')
    assert.match(refusal.message, new RegExp(code))
  }
})

test('400: an object type that does not exist', async () => {
  const refusal = await refused(400, objects.basicApi.getPage('widgets'))
  assert.match(refusal.message, /Unable to infer object type from: widgets/)
})

test('400: a search for a property that does not exist', async () => {
  await refused(400, companies.searchApi.doSearch({
    filterGroups: [{ filters: [{ propertyName: 'no_such_property', operator: 'EQ', value: 'x' }] }]
  }))
})

test('401: a token that HubSpot does not know', async () => {
  const stranger = clientFor(address, { accessToken: 'wrong' })
  const refusal = await refused(401, stranger.crm.contacts.basicApi.getPage())
  assert.equal(refusal.category, 'INVALID_AUTHENTICATION')
})

test('errors of raw calls are answers', async () => {
  const answer = await hubSpot.apiRequest({ path: '/crm/v3/objects/contacts/123456' })
  assert.equal(answer.status, 404)
})

test("429: too many searches in a second, which the client's own retry gets over", async () => {
  const { crm } = await simulated('--search-limit', '1')
  const search = () => crm.contacts.searchApi.doSearch({ limit: 1 })
  await search()
  const refusal = await refused(429, search())
  assert.equal(refusal.message, 'You have reached your secondly limit.')

  const patient = clientFor(await startSimulator('--search-limit', '1'), { numberOfApiCallRetries: 6 })
  const answers = await Promise.all([1, 2].map(() => patient.crm.contacts.searchApi.doSearch({ limit: 1 })))
  assert.deepEqual(answers.map(({ total }) => total), [0, 0])
})

test('429: too many calls in ten seconds', async () => {
  const { crm } = await simulated('--ten-secondly-limit', '2')
  const read = () => crm.contacts.basicApi.getPage()
  await read()
  await read()
  const refusal = await refused(429, read())
  assert.equal(refusal.policyName, 'TEN_SECONDLY_ROLLING')
})
