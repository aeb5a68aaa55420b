// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { coreApi } = crm.schemas
const { objects } = crm

const schema = (name) => ({
  name,
  labels: { singular: name, plural: `${name}s` },
  primaryDisplayProperty: 'title',
  requiredProperties: ['title'],
  searchableProperties: ['title'],
  properties: [
    { name: 'title', label: 'Title', type: 'string', fieldType: 'text' },
    { name: 'code', label: 'Code', type: 'string', fieldType: 'text', hasUniqueValue: true }
  ],
  associatedObjects: ['CONTACT']
})

test('a custom object is defined, and its records are like others', async () => {
  const created = await coreApi.create(schema('boat'))
  assert.match(created.objectTypeId, /^2-\d+$/)
  assert.match(created.fullyQualifiedName, /^p\d+_boat$/)
  assert.ok(created.properties.some(({ name }) => name === 'title'))
  assert.ok(created.associations.some(({ toObjectTypeId }) => toObjectTypeId === '0-1'))

  for (const type of [created.objectTypeId, created.fullyQualifiedName]) {
    const record = await objects.basicApi.create(type, { properties: { title: `A boat of ${type}` } })
    assert.equal((await objects.basicApi.getById(type, record.id, ['title'])).properties.title, `A boat of ${type}`)
  }
  await refused(400, objects.basicApi.create(created.objectTypeId, { properties: { code: 'B1' } }))
  const upserted = await objects.batchApi.upsert(created.objectTypeId, {
    inputs: [{ idProperty: 'code', id: 'B1', properties: { title: 'Upserted' } }]
  })
  assert.equal(upserted.results[0]._new, true)
  const found = await objects.searchApi.doSearch(created.objectTypeId, { query: 'Upserted', properties: ['code'] })
  assert.equal(found.results[0].properties.code, 'B1')
})

test('a schema is read, updated and listed', async () => {
  const { objectTypeId } = await coreApi.create(schema('plane'))
  const updated = await coreApi.update(objectTypeId, { labels: { singular: 'Aircraft', plural: 'Aircraft' } })
  assert.equal(updated.labels.plural, 'Aircraft')
  assert.equal((await coreApi.getById(objectTypeId)).labels.singular, 'Aircraft')
  assert.ok((await coreApi.getAll()).results.some((each) => each.objectTypeId === objectTypeId))
})

test('a pair of types is connected, and disconnected', async () => {
  const { objectTypeId } = await coreApi.create(schema('train'))
  const association = await coreApi.createAssociation(objectTypeId, {
    fromObjectTypeId: objectTypeId, toObjectTypeId: '0-2', name: 'train_to_company'
  })
  assert.equal(association.toObjectTypeId, '0-2')
  const connected = async () => (await coreApi.getById(objectTypeId)).associations.some(({ id }) => id === association.id)
  assert.ok(await connected())
  await coreApi.archiveAssociation(objectTypeId, association.id)
  assert.ok(!await connected())
})

test('a schema is archived once it has no records, and then purged', async () => {
  const { objectTypeId } = await coreApi.create(schema('kite'))
  const { id } = await objects.basicApi.create(objectTypeId, { properties: { title: 'Red' } })
  const refusal = await refused(400, coreApi.archive(objectTypeId))
  assert.equal(refusal.subCategory, 'ObjectSchemaError.EXISTING_OBJECT_RECORDS')

  await objects.basicApi.archive(objectTypeId, id)
  await coreApi.archive(objectTypeId)
  await refused(400, objects.basicApi.getPage(objectTypeId))
  const isArchived = async () => (await coreApi.getAll(true)).results.some((each) => each.objectTypeId === objectTypeId)
  assert.ok(await isArchived())
  await coreApi.archive(objectTypeId, true)
  assert.ok(!await isArchived())
})
