// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { contacts, companies } = crm

const emails = (batch) => batch.results.map((contact) => contact.properties.email).sort()

test('records are created, read, updated and archived in batches', async () => {
  const created = await contacts.batchApi.create({
    inputs: ['a@example.com', 'b@example.com'].map((email) => ({ properties: { email }, associations: [] }))
  })
  assert.equal(created.status, 'COMPLETE')
  assert.ok(created.startedAt instanceof Date && created.completedAt instanceof Date)
  assert.deepEqual(emails(created), ['a@example.com', 'b@example.com'])

  const ids = created.results.map(({ id }) => ({ id }))
  const updated = await contacts.batchApi.update({ inputs: ids.map(({ id }) => ({ id, properties: { city: 'Rome' } })) })
  assert.ok(updated.results.every((contact) => contact.properties.city === 'Rome'))

  const read = await contacts.batchApi.read({ inputs: ids, properties: ['email'], propertiesWithHistory: ['city'] })
  assert.deepEqual(emails(read), ['a@example.com', 'b@example.com'])
  assert.equal(read.results[0].propertiesWithHistory.city[0].value, 'Rome')

  await contacts.batchApi.archive({ inputs: ids })
  const archived = await contacts.batchApi.read({ inputs: ids, properties: ['email'], propertiesWithHistory: [] }, true)
  assert.ok(archived.results.every((contact) => contact.archived))
})

test('records are upserted by a unique property, and the answer tells new ones', async () => {
  await contacts.basicApi.create({ properties: { email: 'old@example.com' } })
  const upserted = await contacts.batchApi.upsert({
    inputs: ['old@example.com', 'new@example.com'].map((email) => ({
      idProperty: 'email', id: email, properties: { email, city: 'Oslo' }
    }))
  })
  assert.deepEqual(
    upserted.results.map((contact) => [contact.properties.email, contact._new]).sort(),
    [['new@example.com', true], ['old@example.com', false]]
  )
})

test('records are read by a unique property', async () => {
  const read = await contacts.batchApi.read({
    idProperty: 'email', inputs: [{ id: 'old@example.com' }], properties: ['city'], propertiesWithHistory: []
  })
  assert.equal(read.results[0].properties.city, 'Oslo')
})

test('a read of ids of which some are missing answers 207 with what is there', async () => {
  const acme = await companies.basicApi.create({ properties: { name: 'Acme' } })
  const read = await companies.batchApi.read({
    inputs: [{ id: acme.id }, { id: '999999' }], properties: ['name'], propertiesWithHistory: []
  })
  assert.deepEqual(read.results.map(({ id }) => id), [acme.id])
  assert.equal(read.numErrors, 1)
  assert.equal(read.errors[0].category, 'OBJECT_NOT_FOUND')
  assert.deepEqual(read.errors[0].context.ids, ['999999'])
})

test('a batch whose inputs have trace ids is applied in part, and the errors name the trace ids', async () => {
  await contacts.basicApi.create({ properties: { email: 'taken@example.com' } })
  const created = await contacts.batchApi.create({
    inputs: ['fresh@example.com', 'taken@example.com'].map((email) => ({
      properties: { email }, associations: [], objectWriteTraceId: `trace-${email}`
    }))
  })
  assert.deepEqual(emails(created), ['fresh@example.com'])
  assert.equal(created.results[0].objectWriteTraceId, 'trace-fresh@example.com')
  assert.equal(created.numErrors, 1)
  assert.deepEqual(created.errors[0].context.objectWriteTraceId, ['trace-taken@example.com'])
})

test('a batch without trace ids is refused as a whole', async () => {
  const refusal = await refused(409, contacts.batchApi.create({
    inputs: ['unborn@example.com', 'taken@example.com'].map((email) => ({ properties: { email }, associations: [] }))
  }))
  assert.match(refusal.message, /Existing ID: \d+/)
  await refused(404, contacts.basicApi.getById('unborn@example.com', undefined, undefined, undefined, false, 'email'))
})

test('more inputs than a batch may have are refused', async () => {
  const inputs = Array.from({ length: 101 }, (_, n) => ({ properties: { name: `Company ${n}` }, associations: [] }))
  assert.equal((await refused(400, companies.batchApi.create({ inputs }))).category, 'VALIDATION_ERROR')
})
