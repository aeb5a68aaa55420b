// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { coreApi, batchApi, groupsApi } = crm.properties

const definition = (name) => ({ name, label: name, groupName: 'companyinformation', type: 'string', fieldType: 'text' })

test('a definition is created, read, updated, listed and archived', async () => {
  const created = await coreApi.create('companies', {
    ...definition('tier'),
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'Gold', value: 'gold', displayOrder: 0, hidden: false }]
  })
  assert.equal(created.name, 'tier')
  assert.deepEqual(created.options.map(({ value }) => value), ['gold'])

  const updated = await coreApi.update('companies', 'tier', { label: 'Tier of the company' })
  assert.equal(updated.label, 'Tier of the company')
  assert.equal((await coreApi.getByName('companies', 'tier')).fieldType, 'select')
  assert.ok((await coreApi.getAll('companies')).results.some(({ name }) => name === 'tier'))

  await coreApi.archive('companies', 'tier')
  await refused(404, coreApi.getByName('companies', 'tier'))
  assert.equal((await coreApi.getByName('companies', 'tier', true)).archived, true)
  assert.ok((await coreApi.getAll('companies', true)).results.some(({ name }) => name === 'tier'))
})

test('a name that is taken is refused with 409', async () => {
  const refusal = await refused(409, coreApi.create('companies', definition('name')))
  assert.equal(refusal.category, 'OBJECT_ALREADY_EXISTS')
})

test('definitions are created, read and archived in batches', async () => {
  const created = await batchApi.create('companies', { inputs: [definition('first'), definition('second')] })
  assert.equal(created.status, 'COMPLETE')
  assert.deepEqual(created.results.map(({ name }) => name).sort(), ['first', 'second'])

  const inputs = [{ name: 'first' }, { name: 'second' }]
  const read = await batchApi.read('companies', { inputs, archived: false })
  assert.equal(read.results.length, 2)

  await batchApi.archive('companies', { inputs })
  const gone = await batchApi.read('companies', { inputs, archived: false })
  assert.deepEqual(gone.results, [])
  assert.equal((await batchApi.read('companies', { inputs, archived: true })).results.length, 2)
})

test('a batch with a name that is taken answers 207 with the other definitions', async () => {
  const created = await batchApi.create('companies', { inputs: [definition('free'), definition('name')] })
  assert.deepEqual(created.results.map(({ name }) => name), ['free'])
  assert.equal(created.numErrors, 1)
  assert.equal(created.errors[0].category, 'OBJECT_ALREADY_EXISTS')
})

test('groups are created, read, renamed, listed and archived', async () => {
  const created = await groupsApi.create('companies', { name: 'finance', label: 'Finance', displayOrder: 3 })
  assert.equal(created.label, 'Finance')
  assert.equal((await groupsApi.update('companies', 'finance', { label: 'Money' })).label, 'Money')
  assert.equal((await groupsApi.getByName('companies', 'finance')).label, 'Money')
  assert.ok((await groupsApi.getAll('companies')).results.some(({ name }) => name === 'finance'))
  await groupsApi.archive('companies', 'finance')
  await refused(404, groupsApi.getByName('companies', 'finance'))
})
